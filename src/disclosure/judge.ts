import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import type { Composite, Framework } from "../framework/types.ts";
import type { Rules } from "./policy.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import { hidesInTotal, leastOfSubset, rowsThatHide, type Subset, subsetsOf } from "./subset.ts";
import type { Row, Table } from "./table.ts";
import type { Veil } from "./types.ts";
import { isToldByRest, veilOfTotal, veilsOfRows } from "./veil.ts";

/** What may be known of one cell. */
export interface Judged {
  /** Id of a dimension, outcome or composite → why it is withheld. */
  readonly veils: ReadonlyMap<string, Veil>;
  /** Sums over respondents with several answers that are withheld. */
  readonly hidden: ReadonlySet<Subset>;
}

/** Judges every statistic of a cell: scores and outcomes, sums over several of them, then composites. */
export interface Judge {
  readonly subjects: readonly Subject[];
  readonly subsets: readonly Subset[];
  /** Everyone; `rest` are those a filter leaves out, who come back by subtraction (null: nobody). */
  ofTotal(total: Cell, rest: Cell | null): Judged;
  /** The rows of a table, which add up to the cell `parent` was judged of. */
  ofRows(table: Table, parent: Judged): ReadonlyMap<Row, Judged>;
  /** The same cell with more withheld, and what is made of that. */
  withMore(
    judged: Judged,
    more: { readonly veils: ReadonlyMap<string, Veil>; readonly hidden: Iterable<Subset> },
  ): Judged;
}

interface Material {
  readonly plan: AggregatePlan;
  readonly framework: Framework;
}

interface JudgeOptions {
  readonly minGroup: number;
  readonly rules: Rules;
}

export function createJudge({ plan, framework }: Material, options: JudgeOptions): Judge {
  const subjects = subjectsOf(plan, framework);
  const subsets = subsetsOf(plan);
  return {
    subjects,
    subsets,
    ofTotal: (total, rest) => {
      const left = options.rules.filter ? rest : null;
      const veils = new Map<string, Veil>();
      for (const subject of subjects) {
        const told = left !== null && subject.people(total) > 0 && isToldByRest(subject, left, options);
        const veil = told ? "hidden" : veilOfTotal(subject, total, options);
        if (veil !== null) veils.set(subject.id, veil);
      }
      const isVeiled = (id: string) => veils.has(id);
      const hidden = subsets.filter(
        (subset) =>
          hidesInTotal(subset, { total, isVeiled }, options) || (left !== null && isFew(subset, left, options)),
      );
      return closed(framework, veils, new Set(hidden));
    },
    ofRows: (table, parent) => rowsOf({ table, parent, subjects, subsets, framework }, options),
    withMore: (judged, more) => {
      const veils = new Map([...judged.veils, ...more.veils]);
      const touched = subsets.filter((subset) => subset.of.some((id) => veils.has(id)));
      return closed(framework, veils, new Set([...judged.hidden, ...more.hidden, ...touched]));
    },
  };
}

function isFew(subset: Subset, cell: Cell, { minGroup, rules }: JudgeOptions): boolean {
  const n = subset.size(cell);
  return rules.optional && n > 0 && n < leastOfSubset(subset, minGroup);
}

/** A statistic veiled in the parent is veiled in all its children; a subset likewise. */
function rowsOf(
  of: { table: Table; parent: Judged; subjects: readonly Subject[]; subsets: readonly Subset[]; framework: Framework },
  options: JudgeOptions,
): ReadonlyMap<Row, Judged> {
  const { table, parent } = of;
  const rows = new Map(table.rows.map((row) => [row, { veils: new Map<string, Veil>(), hidden: new Set<Subset>() }]));
  for (const subject of of.subjects)
    for (const [row, words] of veilsOfRows(subject, { table, total: parent.veils.get(subject.id) ?? null }, options))
      rows.get(row)?.veils.set(subject.id, words);
  const isVeiled = (id: string, row: Row) => rows.get(row)?.veils.has(id) === true;
  for (const subset of of.subsets) {
    const hiding = parent.hidden.has(subset) ? table.rows : rowsThatHide(subset, { table, isVeiled }, options);
    for (const row of hiding) rows.get(row)?.hidden.add(subset);
  }
  return new Map([...rows].map(([row, { veils, hidden }]) => [row, closed(of.framework, veils, hidden)]));
}

/** With the composites that are withheld because of what they are made of. */
function closed(framework: Framework, veils: Map<string, Veil>, hidden: ReadonlySet<Subset>): Judged {
  const pairs = [...hidden].filter((subset) => !subset.detailed).map((subset) => subset.of);
  for (const composite of framework.composites)
    if (isCompositeHidden(composite, veils, pairs)) veils.set(composite.id, "hidden");
  return { veils, hidden };
}

/** A composite is hidden if any of its inputs is, or the covariance of two of them, without which it has no interval. */
function isCompositeHidden(
  composite: Composite,
  veils: ReadonlyMap<string, Veil>,
  pairs: readonly (readonly string[])[],
): boolean {
  const inputs = new Set(composite.inputs);
  return composite.inputs.some((id) => veils.has(id)) || pairs.some((members) => members.every((id) => inputs.has(id)));
}
