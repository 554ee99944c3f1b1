import { DEFAULT_MIN_GROUP, MINIMUM_MIN_GROUP } from "../disclosure/policy.ts";
import type { ScoreSettings } from "../pipeline.ts";
import { type DialectName, MARKED_ROWS } from "../response/table-head.ts";
import { UsageError } from "./exit.ts";

/** Flags of `score` as commander gives them. */
export interface ScoreFlags {
  readonly framework: string;
  readonly by?: readonly string[];
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
  readonly effort?: string;
  readonly seed?: string;
  readonly explain?: string;
  readonly output?: readonly string[];
}

/** Seed of everything drawn by chance, unless the user gives one. */
export const DEFAULT_SEED = 20_261_122;

/** Loose at the door, strict inside: flags to settings, every number and name checked. Throws UsageError. */
export function settingsOf(flags: ScoreFlags): ScoreSettings {
  return {
    framework: flags.framework,
    by: groupingOf(flags.by ?? []),
    id: flags.id === undefined ? null : columnName("--id", flags.id),
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
    effort: effortOf(flags.effort),
    seed: wholeNumber("--seed", flags.seed, { least: 0, otherwise: DEFAULT_SEED }),
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

function groupingOf(by: readonly string[]): string | null {
  const [first, ...more] = by;
  if (first === undefined) return null;
  if (more.length > 0)
    throw new UsageError(
      "Only one --by can be shown in one run.",
      "Several groupings of the same people can single someone out between them; run one grouping and keep to it.",
    );
  return columnName("--by", first);
}

/** `name`, or a quoted `"R&D / Lab"`; a slash or a comma outside quotes would mean a hierarchy or a crossing. */
function columnName(flag: string, raw: string): string {
  const quoted = /^"(.+)"$/s.exec(raw.trim());
  if (quoted?.[1] !== undefined) return quoted[1];
  if (raw.trim() === "") throw new UsageError(`${flag}: the column name is empty.`);
  if (/[/,]/.test(raw))
    throw new UsageError(
      `${flag} ${raw}: a slash or comma would mean a hierarchy or a crossing, which this version does not offer.`,
      `If it is part of the column's name, quote it: ${flag} '"${raw}"'`,
    );
  return raw;
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

/** Throws UsageError. */
export function wholeNumber(flag: string, raw: string | undefined, rule: { least: number; otherwise: number }): number {
  if (raw === undefined) return rule.otherwise;
  const value = /^\d{1,15}$/.test(raw) ? Number(raw) : Number.NaN;
  if (value >= rule.least) return value;
  const why = flag === "--min-group" ? " Below that, answers could be traced to a person." : "";
  throw new UsageError(`${flag} ${raw}: give a whole number of at least ${rule.least}.${why}`);
}
