import type { Grouping } from "../audit/grouping.ts";
import { DEFAULT_MIN_GROUP, MINIMUM_MIN_GROUP } from "../disclosure/policy.ts";
import type { ScoreSettings } from "../pipeline.ts";
import { parseGrouping } from "../response/asked/grouping.ts";
import { parseWhere } from "../response/asked/where.ts";
import { type DialectName, MARKED_ROWS } from "../response/table-head.ts";
import { UsageError } from "./exit.ts";

/** Flags of `score` as commander gives them. */
export interface ScoreFlags {
  readonly framework: string;
  readonly by?: readonly string[];
  readonly where?: string;
  readonly wave?: string;
  readonly previous?: string;
  readonly weight?: string;
  readonly only?: "scores";
  readonly id?: string;
  readonly audience?: string;
  readonly form?: string;
  readonly headcount?: string;
  readonly minGroup?: string;
  readonly dialect?: DialectName;
  readonly sheet?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly onUnknown: "error" | "missing";
  readonly onRagged: "error" | "skip";
  readonly onDuplicate: "keep" | "first" | "error";
  readonly acceptGuesses?: boolean;
  readonly map?: string;
  readonly profile?: readonly string[];
  readonly context?: readonly string[];
  readonly figure?: readonly string[];
  readonly effort?: string;
  readonly seed?: string;
  readonly engine?: "auto" | "scan" | "stream";
  readonly threads?: string;
  readonly explain?: string;
  readonly respondents?: string;
  readonly key?: string;
  readonly output?: readonly string[];
}

/** Seed of everything drawn by chance, unless the user gives one. */
export const DEFAULT_SEED = 20_261_122;

/** Draws of the plan's order: enough for a look at the screen, and for everything that is kept. */
const DRAWS = { looked: 200, kept: 2000 } as const;

/** Loose at the door, strict inside: flags to settings, every number and name checked. Throws UsageError. */
export function settingsOf(flags: ScoreFlags): ScoreSettings {
  refuseHalfPairs(flags);
  return {
    framework: flags.framework,
    by: groupingsOf(flags.by ?? []),
    where: whereOf(flags.where),
    wave: columnName("--wave", flags.wave),
    previous: fileName("--previous", flags.previous),
    weight: columnName("--weight", flags.weight),
    only: flags.only ?? null,
    id: columnName("--id", flags.id),
    audience: flags.audience ?? null,
    form: flags.form ?? null,
    headcount: headcountOf(flags.headcount),
    minGroup: wholeNumber("--min-group", flags.minGroup, { least: MINIMUM_MIN_GROUP, otherwise: DEFAULT_MIN_GROUP }),
    dialect: flags.dialect ?? null,
    sheet: sheetOf(flags.sheet),
    rules: {
      onUnknown: flags.onUnknown,
      onRagged: flags.onRagged,
      onDuplicate: flags.onDuplicate,
      acceptGuesses: flags.acceptGuesses === true,
      include: chosen("--include", flags.include ?? [], MARKED_ROWS),
      exclude: chosen("--exclude", flags.exclude ?? [], ["careless"]),
    },
    profiles: flags.profile ?? [],
    context: pairsOf("--context", flags.context ?? []),
    figures: figuresOf(flags.figure ?? []),
    effort: effortOf(flags.effort),
    seed: wholeNumber("--seed", flags.seed, { least: 0, otherwise: DEFAULT_SEED }),
    draws: drawsOf(flags.output ?? []),
    engine: flags.engine ?? "auto",
    threads: flags.threads === undefined ? null : wholeNumber("--threads", flags.threads, { least: 1, otherwise: 1 }),
    explain: flags.explain === undefined ? null : wholeNumber("--explain", flags.explain, { least: 1, otherwise: 1 }),
  };
}

/** The words a repeatable flag was given, each once, in the order of `allowed`. */
function chosen<Word extends string>(
  flag: string,
  words: readonly string[],
  allowed: readonly Word[],
): readonly Word[] {
  const strange = words.find((word) => !allowed.some((one) => one === word));
  if (strange === undefined) return allowed.filter((one) => words.includes(one));
  throw new UsageError(`${flag} ${strange}: choose from ${allowed.join(", ")}.`);
}

function sheetOf(raw: string | undefined): string | null {
  if (raw === undefined) return null;
  if (raw.trim() === "")
    throw new UsageError("--sheet: the name is empty.", "Give a sheet's name, or its number from 1.");
  return raw;
}

/** A change of the same people needs to know who they are, and one change is told at a time. */
function refuseHalfPairs({ previous, id, wave, where, weight }: ScoreFlags): void {
  if (previous === undefined) return;
  if (id === undefined)
    throw new UsageError(
      "--previous needs --id: people are paired with their own earlier answers by it.",
      "Name the column of respondent ids that both exports have; without ids keep an audit of each (-o json:FILE) and compare those: trust-audit compare.",
    );
  if (wave !== undefined)
    throw new UsageError(
      "--previous and --wave do not go together: each says what to compare with.",
      "--wave is for several waves in the files given, --previous for an earlier export of the same people.",
    );
  if (where !== undefined)
    throw new UsageError(
      "--previous and --where do not go together: who belongs to the part may have changed between the two exports.",
      "Pair everybody, or keep an audit of the part from each export (-o json:FILE) and compare those: trust-audit compare.",
    );
  if (weight !== undefined)
    throw new UsageError(
      "--previous and --weight do not go together: a change of the same people is worked out without weights.",
      "Leave --weight out, or keep an audit of each export and compare those: trust-audit compare.",
    );
}

function groupingsOf(by: readonly string[]): readonly Grouping[] {
  const groupings = by.map((text) => {
    const parsed = parseGrouping(text);
    if (parsed.problem === undefined) return parsed.grouping;
    throw new UsageError(`--by ${text}: ${parsed.problem.message}`, parsed.problem.help);
  });
  const twice = groupings.find((one, at) => groupings.findIndex((other) => isSame(one, other)) !== at);
  if (twice === undefined) return groupings;
  throw new UsageError(`--by ${twice.text} is given twice.`, "Name each grouping once.");
}

/** A crossing has the same groups in whatever order its columns stand. */
function isSame(one: Grouping, other: Grouping): boolean {
  const key = ({ kind, columns }: Grouping) =>
    JSON.stringify([kind, ...(kind === "crossing" ? [...columns].sort() : columns)]);
  return key(one) === key(other);
}

function whereOf(text: string | undefined): ScoreSettings["where"] {
  if (text === undefined) return null;
  const parsed = parseWhere(text);
  if (!("problem" in parsed)) return { text, ...parsed };
  const { message, column, help } = parsed.problem;
  const isOneLine = !/[\r\n\t]/.test(text);
  throw new UsageError(
    `--where: ${message}`,
    `${isOneLine ? `  ${text}\n  ${" ".repeat(Math.max(0, column - 1))}^\n` : ""}${help ?? ""}`,
  );
}

/** A header as it stands, or in quotes as in a grouping. Throws UsageError. */
function columnName(flag: string, raw: string | undefined): string | null {
  if (raw === undefined) return null;
  const quoted = raw.trim().startsWith('"') ? parseGrouping(raw) : null;
  if (quoted?.problem !== undefined) throw new UsageError(`${flag}: ${quoted.problem.message}`, quoted.problem.help);
  const [name = "", ...more] = quoted?.grouping.columns ?? [raw.trim()];
  if (more.length > 0) throw new UsageError(`${flag} ${raw}: give one column.`);
  if (name !== "") return name;
  throw new UsageError(`${flag}: the column name is empty.`);
}

function fileName(flag: string, raw: string | undefined): string | null {
  if (raw === "") throw new UsageError(`${flag}: the file name is empty.`);
  return raw ?? null;
}

function drawsOf(output: readonly string[]): number {
  return output.every((one) => /^(?:terminal|room)(?::|$)/.test(one)) ? DRAWS.looked : DRAWS.kept;
}

function headcountOf(raw: string | undefined): ScoreSettings["headcount"] {
  if (raw === undefined) return null;
  if (!/^\d+$/.test(raw)) return { file: raw };
  return wholeNumber("--headcount", raw, { least: 1, otherwise: 1 });
}

function effortOf(raw: string | undefined): number | null {
  if (raw === undefined) return null;
  const effort = Number(raw);
  if (raw.trim() !== "" && Number.isFinite(effort) && effort > 0) return effort;
  throw new UsageError(
    `--effort ${raw}: give a number above 0, in effort points (low 1, low-medium 1.5, medium 2, medium-high 3, high 4).`,
  );
}

/** "breach=integrity" → breach, integrity; each name once. Throws UsageError. */
export function pairsOf(flag: string, given: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const text of given) {
    const at = text.indexOf("=");
    const [name, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
    if (at < 0 || name === "" || value === "")
      throw new UsageError(`${flag} ${text}: give a name and a value, joined by "=".`);
    if (pairs.has(name)) throw new UsageError(`${flag} ${name} is given twice.`, "Give it once.");
    pairs.set(name, value);
  }
  return pairs;
}

function figuresOf(given: readonly string[]): ReadonlyMap<string, number> {
  const pairs = [...pairsOf("--figure", given)];
  return new Map(
    pairs.map(([name, text]) => {
      const value = /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
      if (Number.isFinite(value)) return [name, value];
      throw new UsageError(
        `--figure ${name}=${text}: give a number, with a point for decimals and nothing between the thousands.`,
      );
    }),
  );
}

/** Throws UsageError. */
export function wholeNumber(flag: string, raw: string | undefined, rule: { least: number; otherwise: number }): number {
  if (raw === undefined) return rule.otherwise;
  const value = /^\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN;
  if (value >= rule.least) return value;
  const why = flag === "--min-group" ? " Below that, answers could be traced to a person." : "";
  throw new UsageError(`${flag} ${raw}: give a whole number of at least ${rule.least}.${why}`);
}
