/** How time and memory grow with rows, items and groups, and what a second worker saves. */
import { dataSet } from "../data/sets.mjs";
import { median, seconds, spread } from "../harness/figures.mjs";
import { costOf, interleaved } from "../harness/processes.mjs";
import { score } from "../harness/program.mjs";

const ONE_THREAD_MB = 90;
const TWO_WORKERS_MB = 200;
/** Of files under so many bytes more rounds are measured, by so much. */
const SMALL = 20_000_000;
const TIMES_OFTEN = 3;
const ITEMS = ["items-10", "items-20", "items-40", "items-80"];
/** Columns of the data, and how many values each has. */
const GROUPS = { nobody: 1, ten: 10, hundred: 100, thousand: 1_000 };

/** @typedef {{ rounds: number, folder: string, options: ReturnType<typeof import("../harness/program.mjs").optionsOf>, tell: (text: string) => void }} Bench */

/** The same framework with ever more rows, in one thread. @param {readonly string[]} sizes names of data sets, smallest first @param {Bench} bench */
export function rowsSection(sizes, { rounds, options, folder, tell }) {
  tell("rows: data");
  const sets = sizes.map((name) => dataSet(name, folder));
  const command = (set) => score(set, ...options.threads(1));
  // What the run costs before the first row: the same engine and framework with next to no rows.
  const tiny = score(dataSet("numbers-200", folder), ...options.engine("scan"), ...options.threads(1));
  const commands = { start: tiny, ...Object.fromEntries(sets.map((set) => [set.name, command(set)])) };
  const times = often(["start", ...sets.filter(({ bytes }) => bytes < SMALL).map(({ name }) => name)], {
    commands,
    rounds,
    told: (done) => tell(`rows: round ${done} of ${rounds}`),
  });
  const start = median(times.start);
  const numbers = sets.filter(({ labels }) => !labels);
  const costs = numbers.map(({ name, rows }) => (1e6 * (median(times[name]) - start)) / rows);
  const peaks = sets.map((set) => ({ set, megabytes: costOf(command(set)).megabytes ?? Number.NaN }));
  const rows = peaks.map(({ set, megabytes }) => {
    const took = median(times[set.name]);
    const perRow = `${((1e6 * (took - start)) / set.rows).toFixed(0)} ns`;
    const rate = `${(set.bytes / 1000 / (took - start)).toFixed(0)} MB/s`;
    return [
      set.name,
      set.rows.toLocaleString("en-GB"),
      size(set),
      seconds(took),
      perRow,
      rate,
      `${megabytes.toFixed(0)} MB`,
    ];
  });
  const between = numbers.map(({ name }, at) => `${name} ${costs[at].toFixed(0)} ns`).join(", ");
  const most = peaks.reduce((a, b) => (b.megabytes > a.megabytes ? b : a));
  const bars = [
    { what: "cost per row, dearest size to cheapest", value: spread(costs), unit: "×", bar: 1.15, note: between },
    {
      what: "peak memory, one thread",
      value: most.megabytes,
      unit: "MB",
      bar: ONE_THREAD_MB,
      note: `largest: ${most.set.name}`,
    },
  ];
  const heading = ["data", "rows", "file", "one thread", "per row, start-up taken off", "read", "peak memory"];
  const steps = numbers.slice(1).map(({ name, rows: more }, at) => {
    const further = (1e6 * (median(times[name]) - median(times[numbers[at].name]))) / (more - numbers[at].rows);
    return `${further.toFixed(0)} ns from ${numbers[at].name} to ${name}`;
  });
  const notes = [
    `Start-up taken off: ${Math.round(start)} ms, the same with 200 rows. Each further row: ${steps.join(", ")}.`,
  ];
  return { name: "rows", title: "Growing with rows, one thread", heading, rows, bars, notes, times };
}

/** @param {readonly string[]} names data sets of 600 MB and more, the first is held against the bar @param {Bench} bench */
export function threadsSection(names, { rounds, options, folder, tell }) {
  const sets = names.map((name) => dataSet(name, folder));
  const commands = Object.fromEntries(
    sets.flatMap((set) => [1, 2].map((count) => [`${set.name} ${count}`, score(set, ...options.threads(count))])),
  );
  const times = interleaved(commands, rounds, (done) => tell(`workers: round ${done} of ${rounds}`));
  const found = sets.map((set) => {
    const [one, two] = [1, 2].map((count) => median(times[`${set.name} ${count}`]));
    const [oneCost, twoCost] = [1, 2].map((count) => costOf(commands[`${set.name} ${count}`]));
    return { set, one, two, oneCost, twoCost };
  });
  const rows = found.map(({ set, one, two, oneCost, twoCost }) => [
    ...[set.name, size(set), seconds(one), seconds(two), `${(two / one).toFixed(2)} ×`],
    ...[oneCost, twoCost].map(({ megabytes }) => `${(megabytes ?? Number.NaN).toFixed(0)} MB`),
  ]);
  const [{ set, one, two }] = found;
  const most = Math.max(...found.map(({ twoCost }) => twoCost.megabytes ?? Number.NaN));
  const bars = [
    {
      what: `${set.name}: two workers`,
      value: two / one,
      unit: "× one thread",
      bar: 0.85,
      note: `${seconds(two)}, ${seconds(one)}`,
    },
    { what: "peak memory, two workers", value: most, unit: "MB", bar: TWO_WORKERS_MB, note: "" },
  ];
  const heading = ["data", "file", "one thread", "two workers", "ratio", "memory, one thread", "memory, two workers"];
  return { name: "workers", title: "Two workers", heading, rows, bars, notes: [], times };
}

/** Frameworks of 10 to 80 items, the same number of rows. @param {Bench} bench */
export function itemsSection({ rounds, options, folder, tell }) {
  const sets = ITEMS.map((name) => dataSet(name, folder));
  const ways = { scores: ["--only", "scores"], full: [] };
  const commands = Object.fromEntries(
    sets.flatMap((set) =>
      Object.entries(ways).map(([way, flags]) => [`${set.name} ${way}`, score(set, ...flags, ...options.threads(1))]),
    ),
  );
  const times = interleaved(commands, rounds, (done) => tell(`items: round ${done} of ${rounds}`));
  const rows = sets.map((set) => {
    const [scores, full] = Object.keys(ways).map((way) => median(times[`${set.name} ${way}`]));
    const perAnswer = `${((1e6 * full) / set.rows / set.items).toFixed(1)} ns`;
    const { megabytes } = costOf(commands[`${set.name} full`]);
    return [
      String(set.items),
      size(set),
      seconds(scores),
      seconds(full),
      perAnswer,
      `${(megabytes ?? Number.NaN).toFixed(0)} MB`,
    ];
  });
  const heading = ["items", "file", "scores", "full statistics", "full, per answer", "peak memory"];
  const notes = [`${sets[0].rows.toLocaleString("en-GB")} rows each, one thread, start-up included.`];
  return { name: "items", title: "Growing with items", heading, rows, bars: [], notes, times };
}

/** One file, by nothing and by ever more groups. @param {Bench} bench */
export function groupsSection({ rounds, options, folder, tell }) {
  const set = dataSet("groups-400k", folder);
  const by = (column) => (column === "nobody" ? [] : ["--by", column]);
  const commands = Object.fromEntries(
    Object.keys(GROUPS).map((column) => [column, score(set, ...by(column), ...options.threads(1))]),
  );
  const times = interleaved(commands, rounds, (done) => tell(`groups: round ${done} of ${rounds}`));
  const peaks = Object.keys(GROUPS).map((column) => costOf(commands[column]).megabytes ?? Number.NaN);
  const rows = Object.entries(GROUPS).map(([column, groups], at) => {
    const perGroup = groups < 100 ? "" : `${((1024 * (peaks[at] - peaks[0])) / groups).toFixed(0)} KB`;
    return [groups.toLocaleString("en-GB"), seconds(median(times[column])), `${peaks[at].toFixed(0)} MB`, perGroup];
  });
  const heading = ["groups", "median", "peak memory", "memory per group"];
  const notes = [`${set.rows.toLocaleString("en-GB")} rows of 40 items, full statistics, one thread.`];
  return { name: "groups", title: "Growing with groups", heading, rows, bars: [], notes, times };
}

/**
 * Interleaved rounds in which the named commands run several times: their times are short, and differences of theirs are used.
 * @param {readonly string[]} names @param {{ commands: Record<string, readonly string[]>, rounds: number, told: (done: number) => void }} options
 * @returns {Record<string, number[]>}
 */
function often(names, { commands, rounds, told }) {
  const copies = Array.from({ length: TIMES_OFTEN }, (_, copy) =>
    Object.entries(commands)
      .filter(([name]) => copy === 0 || names.includes(name))
      .map(([name, command]) => [`${copy} ${name}`, command]),
  );
  const times = interleaved(Object.fromEntries(copies.flat()), rounds, told);
  const own = (name) => Object.entries(times).flatMap(([key, values]) => (key.slice(2) === name ? values : []));
  return Object.fromEntries(Object.keys(commands).map((name) => [name, own(name)]));
}

/** @param {import("../data/sets.mjs").DataSet} set @returns {string} */
function size({ bytes }) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
