import { gzipSync } from "node:zlib";
import type { ScoreSettings } from "../../../src/pipeline.ts";
import { parseGrouping } from "../../../src/response/asked/grouping.ts";
import { MARKED_ROWS } from "../../../src/response/table-head.ts";
import { RULES, SETTINGS } from "../../settings.ts";
import type { Export } from "../../sources/fuzz/corpus.ts";
import type { Dice } from "../../sources/fuzz/random.ts";
import { isZip } from "../../sources/fuzz/zip.ts";
import type { OracleCase } from "./both.ts";
import { grown } from "./grown.ts";

/** An export, the framework that reads it, and what its columns are called. */
export interface Told {
  readonly one: Export;
  readonly framework: string;
  readonly audience: string | null;
  readonly columns: readonly string[];
  /** Of another survey with the same framework. */
  readonly other: Export;
}

/** Everything read that can be read: a fixture whose fault ends the run proves little. */
const LENIENT: ScoreSettings["rules"] = { ...RULES, onUnknown: "missing", onRagged: "skip", acceptGuesses: true };

/** What is asked otherwise than of everyone. */
interface Asked extends Partial<Omit<OracleCase, "settings">> {
  readonly settings?: Partial<ScoreSettings>;
}
type Way = (told: Told, dice: Dice) => Asked;

const quoted = (column: string): string => `"${column.replaceAll('"', '""')}"`;

function groupings(...texts: readonly string[]): ScoreSettings["by"] {
  return texts.flatMap((text) => {
    const parsed = parseGrouping(text);
    return parsed.problem === undefined ? [parsed.grouping] : [];
  });
}

/** A column that may well be one of groups: in most exports they stand in front. */
function column({ columns }: Told, dice: Dice): string {
  const named = columns.filter((one) => one !== "");
  const likely = named.filter((one) =>
    /^(?:depart|divis|site|team|group|tenure|year|wave|who|size|district|shift)/i.test(one),
  );
  const from = likely.length > 0 && dice.chance(0.7) ? likely : named.slice(0, 8);
  return from[dice.below(from.length)] ?? "none";
}

function idColumn({ columns }: Told, dice: Dice): string {
  const likely = columns.filter((one) => /^(?:respondent|response ?id|id|code|.*token.*|access code|#)$/i.test(one));
  return likely[dice.below(likely.length)] ?? columns[dice.below(columns.length)] ?? "none";
}

function byId(onDuplicate: "keep" | "first" | "error"): Way {
  return (told, dice) => ({ settings: { id: idColumn(told, dice), rules: { ...LENIENT, onDuplicate } } });
}

/** Half of the people twice: whoever is told apart by an id is met again. */
function twice(bytes: Buffer): Buffer {
  const lines = bytes.toString("latin1").split("\n");
  return Buffer.from([...lines, ...lines.slice(Math.ceil(lines.length / 2))].join("\n"), "latin1");
}

/** All there is to ask of `score` that goes through the rows. */
export const WAYS: Readonly<Record<string, Way>> = {
  everyone: () => ({}),
  "as it is asked for without a word": () => ({ settings: { rules: RULES } }),
  "every statistic": () => ({ settings: { only: null } }),
  "by one column": (told, dice) => ({ settings: { by: groupings(quoted(column(told, dice))) } }),
  "by two columns, every statistic": (told, dice) => ({
    settings: { only: null, by: groupings(quoted(column(told, dice)), quoted(column(told, dice))) },
  }),
  "by levels and a crossing": (told, dice) => {
    const [one, two] = [column(told, dice), column(told, dice)].map(quoted);
    return { settings: { minGroup: 3, by: groupings(`${one}/${two}`, `${two},${one}`) } };
  },
  "by id, copies kept": byId("keep"),
  "by id, the first kept": byId("first"),
  "by id, copies refused": byId("error"),
  "by id, everybody twice": (told, dice) => ({
    files: [{ ...told.one, bytes: isZip(told.one.bytes) ? told.one.bytes : twice(told.one.bytes) }],
    settings: { id: idColumn(told, dice), rules: { ...LENIENT, onDuplicate: dice.pick(["keep", "first", "error"]) } },
  }),
  "some of them": (told, dice) => {
    const name = column(told, dice);
    return { settings: { where: { text: "x", columns: [name], test: (cellOf) => cellOf(name).length % 2 === 1 } } };
  },
  "the latest wave": (told, dice) => ({ settings: { wave: column(told, dice) } }),
  weights: (told, dice) => ({
    settings: { weight: told.columns.find((one) => one === "weight") ?? column(told, dice) },
  }),
  "without the careless": () => ({ settings: { rules: { ...LENIENT, exclude: ["careless"] } } }),
  "marked rows too": (_, dice) => ({
    settings: { rules: { ...LENIENT, include: MARKED_ROWS.filter(() => dice.chance(0.5)) } },
  }),
  "each respondent written down": (told, dice) => ({
    respondents: true,
    settings: { id: idColumn(told, dice), by: groupings(quoted(column(told, dice))) },
  }),
  "one row explained": (_, dice) => ({ settings: { explain: 1 + dice.below(30) } }),
  "the same people before": (told, dice) => ({
    earlier: dice.chance(0.5) ? told.other : told.one,
    settings: { previous: "earlier", id: idColumn(told, dice) },
  }),
  "with another file": ({ one, other }) => ({ files: [one, { ...other, name: "other.csv" }] }),
  "twice the same file": ({ one }) => ({ files: [one, { ...one, name: "again.csv" }] }),
  gzip: ({ one }) => ({ files: [{ ...one, bytes: gzipSync(one.bytes) }] }),
  "in crumbs": (_, dice) => ({ arrival: dice.pick([1, 7, 61, 997]) }),
  "from a pipe": () => ({ arrival: 65_536 }),
  "in one piece": () => ({ arrival: "whole" }),
};

/** The case of an export in one of these ways. */
export function caseOf(told: Told, name: string, dice: Dice): OracleCase {
  const way = WAYS[name]?.(told, dice) ?? {};
  const settings: ScoreSettings = {
    ...SETTINGS,
    framework: told.framework,
    audience: told.audience,
    only: "scores",
    draws: 20,
    rules: LENIENT,
    ...way.settings,
  };
  const { files = [told.one], ...rest } = way;
  return { ...rest, files: dice.chance(0.5) ? files.map(grown) : files, settings };
}
