import type { Aggregate } from "../aggregate/types.ts";
import { forAudience } from "../framework/audience.ts";
import { restrictFramework } from "../framework/restrict.ts";
import type { Framework } from "../framework/types.ts";
import { audienceNames, audienceOf } from "../response/asked/audience-names.ts";
import type { PlannedFile, SourcePlan } from "../response/source-plan.ts";
import { programOf } from "./program-of.ts";
import type { Reading } from "./reading.ts";

/** What was read, now that every row has said whose it is. */
export interface Settled extends Read {
  /** Several audiences answered, whomever the filter keeps: the segment that tells them apart, and what all were asked. */
  readonly everybody: { readonly column: string; readonly framework: Framework } | null;
}

interface Read {
  readonly reading: Reading;
  readonly aggregate: Aggregate;
}

/**
 * The audiences of a reading were those that might come; those that came, and that the filter keeps, are the audiences of
 * everything below. Where one alone answered, nothing is left of the others: it is read as if it had been named.
 * A dimension that only some of those who answered were asked stays optional where the filter keeps no more than these.
 */
export function settleAudiences(
  full: Framework,
  of: Read & {
    readonly where: { test(value: (column: string) => string): boolean } | null;
  },
): Settled {
  const { reading, aggregate, where } = of;
  const { audienceColumn } = reading;
  if (audienceColumn === null) return { reading, aggregate, everybody: besideNamed(full, { reading, aggregate }) };
  const place = aggregate.plan.segments.indexOf(audienceColumn);
  const atoms = [...aggregate.atoms.keys()].map((key) => JSON.parse(key) as readonly string[]);
  const isKept = (values: readonly string[]): boolean =>
    where === null || where.test((column) => values[aggregate.plan.segments.indexOf(column)] ?? "");
  const came = inOrder(full, atoms, place);
  const kept = inOrder(full, atoms.filter(isKept), place);
  const whole = came.length > 1 ? frameworkOf(full, reading, { came, kept: came }) : null;
  const everybody = whole === null ? null : { column: audienceColumn, framework: whole };
  if (kept.length === 0) return { reading, aggregate, everybody };
  const [only = "", ...others] = kept;
  const isAlone = others.length === 0;
  const framework = frameworkOf(full, reading, { came, kept });
  const program = framework === reading.framework ? reading.program : programOf(framework, reading.form);
  const settled = { ...reading, framework, program, audiences: kept, audience: isAlone ? only : "" };
  if (!isAlone) return { reading: settled, aggregate, everybody };
  const alone = { ...settled, audienceColumn: null };
  if (came.length > 1 || isNamed(reading.plan, audienceColumn)) return { reading: alone, aggregate, everybody };
  return {
    reading: { ...alone, plan: withoutSegment(reading.plan, place) },
    aggregate: withoutPlace(aggregate, place),
    everybody,
  };
}

/**
 * One audience was named, and the filter chooses its rows by a column that has others: a report of everybody would have told
 * them apart by it. Of what the others were asked nothing was read, so that all of them count.
 */
function besideNamed(full: Framework, { reading, aggregate }: Read): Settled["everybody"] {
  if (full.audiences.length < 2) return null;
  const names = audienceNames(full);
  const atoms = [...aggregate.atoms.keys()].map((key) => JSON.parse(key) as readonly string[]);
  const column = aggregate.plan.segments.find((_, place) => {
    const met = new Set(atoms.map((values) => audienceOf(names, values[place] ?? "")));
    met.delete(null);
    return met.size > 1;
  });
  if (column === undefined) return null;
  const dimensions = reading.framework.dimensions.map((one) => ({ ...one, optional: true }));
  return { column, framework: { ...reading.framework, dimensions } };
}

function inOrder({ audiences }: Framework, atoms: readonly (readonly string[])[], place: number): readonly string[] {
  const met = new Set(atoms.map((values) => values[place]));
  return audiences.map(({ id }) => id).filter((id) => met.has(id));
}

function frameworkOf(
  full: Framework,
  { framework, audiences }: Reading,
  { came, kept }: { readonly came: readonly string[]; readonly kept: readonly string[] },
): Framework {
  if (kept.length === audiences.length) return framework;
  const asked = new Set(framework.items.map(({ id }) => id));
  const of = (ids: readonly string[]) => restrictFramework(forAudience(full, ids), asked);
  const own = of(kept);
  if (kept.length === came.length) return own;
  const optional = new Set(of(came).dimensions.flatMap((one) => (one.optional ? [one.id] : [])));
  const dimensions = own.dimensions.map((one) => ({ ...one, optional: one.optional || optional.has(one.id) }));
  return Object.freeze({ ...own, dimensions });
}

/** By a flag of its own: it stays a segment. */
function isNamed({ segments }: SourcePlan, column: string): boolean {
  return segments.some((segment) => segment.column === column && segment.flag !== "--audience");
}

function withoutSegment(plan: SourcePlan, place: number): SourcePlan {
  return {
    ...plan,
    segments: plan.segments.filter((_, at) => at !== place),
    files: plan.files.map(({ audience: _, ...file }): PlannedFile => {
      return { ...file, segmentColumns: file.segmentColumns.filter((_, at) => at !== place) };
    }),
  };
}

/** Everybody has the same value there, so that no two atoms become one. */
function withoutPlace({ plan, atoms, ledger }: Aggregate, place: number): Aggregate {
  const others = <T>(values: readonly T[]): readonly T[] => values.filter((_, at) => at !== place);
  return {
    plan: { ...plan, segments: others(plan.segments) },
    atoms: new Map([...atoms].map(([key, cell]) => [JSON.stringify(others(JSON.parse(key) as string[])), cell])),
    ledger,
  };
}
