/** The parts of the benchmark and the bars it must measure up to. */
import { groupsSection, itemsSection, rowsSection, threadsSection } from "./sections/sizes.mjs";
import { startUp } from "./sections/start-up.mjs";
import { taskSection } from "./sections/tasks.mjs";

const SCORES = "trust-audit, scores";
const FULL = "trust-audit, full statistics";
const ENGINES = ["ClickHouse", "DuckDB", "polars", "pandas"];
const READERS = ["csv-parse", "papaparse"];
const NUMBERS = [
  { ours: SCORES, theirs: "ClickHouse, scores", bar: 0.6 },
  { ours: SCORES, theirs: "DuckDB, scores", bar: 0.45 },
  { ours: SCORES, theirs: "csv-parse", bar: 0.1 },
  { ours: FULL, theirs: "ClickHouse, full statistics", bar: 0.5 },
  { ours: FULL, theirs: "DuckDB, full statistics", bar: 0.2 },
  { ours: FULL, theirs: "R psych, full statistics", bar: 0.05 },
  { ours: FULL, theirs: SCORES, bar: 1.5 },
];
const LABELS = [
  { ours: SCORES, theirs: "ClickHouse, scores", bar: 0.8 },
  { ours: SCORES, theirs: "csv-parse", bar: 0.12 },
];
const EVERYTHING = /** @type {const} */ ({ tasks: ["scores", "full"], among: [...ENGINES, "R psych", ...READERS] });
const SCORES_ONLY = /** @type {const} */ ({ tasks: ["scores"], among: [...ENGINES, ...READERS] });
const QUICKEST = /** @type {const} */ ({ tasks: ["scores"], among: ["ClickHouse", "DuckDB", "polars", "csv-parse"] });

/** @typedef {"quick" | "usual" | "full"} Size */

/** One file and who reads it; `from`: the smallest benchmark that has it. */
const TASKS = [
  { name: "numbers-100k", title: "100,000 × 40 numbers", set: "numbers-100k", ...EVERYTHING, bars: [], from: "quick" },
  { name: "labels-100k", title: "100,000 × 40 labels", set: "labels-100k", ...SCORES_ONLY, bars: [], from: "quick" },
  { name: "numbers", title: "1,000,000 × 40 numbers", set: "numbers-1M", ...EVERYTHING, bars: NUMBERS, from: "usual" },
  { name: "labels", title: "1,000,000 × 40 labels", set: "labels-1M", ...SCORES_ONLY, bars: LABELS, from: "usual" },
  { name: "quoted", title: "The numbers, every cell quoted", set: "quoted-1M", ...QUICKEST, bars: [], from: "usual" },
  { name: "crlf", title: "The numbers, Windows line ends", set: "crlf-1M", ...QUICKEST, bars: [], from: "usual" },
  { name: "numbers-5M", title: "5,000,000 × 40 numbers", set: "numbers-5M", ...QUICKEST, bars: [], from: "full" },
];
const SIZES = ["quick", "usual", "full"];

/** @typedef {ReturnType<typeof import("./harness/program.mjs").optionsOf>} Options */
/** @typedef {{ rounds: number, folder: string, peers: readonly import("./harness/peers.mjs").Peer[], tell: (text: string) => void, options: Options }} Bench */

/**
 * @param {Size} size @param {Bench} bench
 * @returns {Record<string, () => import("./harness/report.mjs").Section>} by the name of its place in docs/performance.md
 */
export function partsOf(size, bench) {
  const tasks = TASKS.filter(({ from }) => SIZES.indexOf(from) <= SIZES.indexOf(size)).map(({ name, ...task }) => [
    name,
    () => taskSection({ name, ...task, rounds: bench.rounds }, bench),
  ]);
  const parts = { "start-up": startUp, ...Object.fromEntries(tasks) };
  return size === "quick" ? parts : { ...parts, ...growth(size, bench) };
}

/** @param {Size} size @param {Bench} bench */
function growth(size, bench) {
  const rows = ["numbers-100k", "numbers-1M", ...(size === "full" ? ["numbers-5M"] : []), "labels-1M"];
  const workers = ["labels-1M", ...(size === "full" ? ["numbers-5M"] : [])];
  return {
    rows: () => rowsSection(rows, bench),
    ...(bench.options.hasThreads ? { workers: () => threadsSection(workers, bench) } : {}),
    items: () => itemsSection(bench),
    groups: () => groupsSection(bench),
  };
}
