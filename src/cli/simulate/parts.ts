import type { Framework } from "../../framework/types.ts";
import type { Part } from "../../simulation/mixture.ts";
import { USUAL } from "../../simulation/people.ts";
import { UsageError } from "../exit.ts";
import { pairsOf } from "../settings.ts";

/** The flags that say how many people there are, and of whom. */
export interface PartFlags {
  readonly n?: string;
  readonly audience?: readonly string[];
  readonly level?: readonly string[];
}

/** One audience, or several with a number each. */
export interface Crowd {
  readonly people: number;
  /** Id; null: the framework's first. */
  readonly audience: string | null;
  /** 0–100. */
  readonly level: number;
  /** The audiences with their numbers; null: one, which no column names. */
  readonly parts: readonly Part[] | null;
}

const MOST_PEOPLE = 1_000_000;

/**
 * `--n 60`, `--n 60 --audience customers`, or `--audience customers=40 --audience employees=25`; a level for all, or one
 * an audience: `--level customers=60`. Throws UsageError.
 */
export function crowdOf(flags: PartFlags): Crowd {
  const { audience: audiences = [] } = flags;
  const counted = audiences.filter((one) => one.includes("="));
  if (counted.length > 0 || audiences.length > 1) return countedCrowd(flags, audiences);
  const level = levelsOf(flags.level, audiences);
  const [audience = null] = audiences;
  return { people: peopleOf("--n", flags.n), audience, level: level(audience ?? ""), parts: null };
}

function countedCrowd(flags: PartFlags, audiences: readonly string[]): Crowd {
  const bare = audiences.find((one) => !one.includes("="));
  if (bare !== undefined)
    throw new UsageError(`--audience ${bare}: how many of them?`, `With several audiences: --audience ${bare}=40`);
  const counts = [...pairsOf("--audience", audiences)];
  const level = levelsOf(
    flags.level,
    counts.map(([id]) => id),
  );
  const parts = counts.map(
    ([audience, count]): Part => ({
      audience,
      people: peopleOf(`--audience ${audience}=${count}`, count, { isWhole: true }),
      level: level(audience),
    }),
  );
  const people = parts.reduce((sum, part) => sum + part.people, 0);
  if (people > MOST_PEOPLE)
    throw new UsageError(`--audience: ${people} people are more than the ${MOST_PEOPLE} that there can be.`);
  if (flags.n !== undefined && Number(flags.n) !== people)
    throw new UsageError(`--n ${flags.n}: the audiences make ${people} people.`, "Leave --n out.");
  return { people, audience: null, level: USUAL.level, parts };
}

/**
 * The audience of everybody stands in a column where it decides what was asked: nothing else in the file tells it.
 */
export function partsOf({ audiences, dimensions }: Framework, crowd: Crowd): readonly Part[] | null {
  const audience = crowd.audience ?? audiences[0]?.id;
  const isOne = dimensions.every((dimension) => dimension.audiences.length === audiences.length);
  if (crowd.parts !== null || isOne || audience === undefined) return crowd.parts;
  return [{ audience, people: crowd.people, level: crowd.level }];
}

function peopleOf(flag: string, raw: string | undefined, { isWhole = false } = {}): number {
  if (raw === undefined)
    throw new UsageError(
      "How many people? --n is missing.",
      "Like this: --n 60; or --audience customers=40, repeated.",
    );
  const people = /^\d{1,7}$/.test(raw) ? Number(raw) : 0;
  if (people >= 1 && people <= MOST_PEOPLE) return people;
  throw new UsageError(`${isWhole ? flag : `${flag} ${raw}`}: give a whole number of people from 1 to ${MOST_PEOPLE}.`);
}

/** The level of an audience: its own, or that of all. */
function levelsOf(given: readonly string[] = [], audiences: readonly string[]): (audience: string) => number {
  const own = pairsOf(
    "--level",
    given.filter((one) => one.includes("=")),
  );
  const strange = [...own.keys()].find((id) => !audiences.includes(id));
  if (strange !== undefined)
    throw new UsageError(`--level ${strange}: there are no such people here.`, `Add --audience ${strange}=40.`);
  const [all, ...others] = given.filter((one) => !one.includes("="));
  if (others.length > 0) throw new UsageError("--level is given twice.", "One of an audience: --level customers=60");
  return (audience) => levelIn(own.get(audience) ?? all);
}

function levelIn(raw: string | undefined): number {
  return numberWithin("--level", raw, { most: 100, otherwise: USUAL.level });
}

/** Throws UsageError. */
export function numberWithin(flag: string, raw: string | undefined, rule: { most: number; otherwise: number }): number {
  if (raw === undefined) return rule.otherwise;
  const value = /^\d+(?:\.\d+)?$/.test(raw) ? Number(raw) : Number.NaN;
  if (value <= rule.most) return value;
  throw new UsageError(`${flag} ${raw}: give a number from 0 to ${rule.most}.`);
}
