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
    more: { readonly veils: ReadonlyMap<string, Veil>; readonly hidden: Iterable<Subset>; readonly cell: Cell },
  ): Judged;
}

interface Material {
  readonly plan: AggregatePlan;
  readonly framework: Framework;
  /** Of a judge whose verdicts are held against this one's; left out: its own. */
  readonly subsets?: readonly Subset[];
}

interface JudgeOptions {
  readonly minGroup: number;
  readonly rules: Rules;
}

export function createJudge(material: Material, options: JudgeOptions): Judge {
  const { plan, framework, subsets = subsetsOf(plan) } = material;
  const subjects = subjectsOf(plan, framework);
  const closed = createClosing(framework, subjects);
  return {
    subjects,
    subsets,
    ofTotal: (total, rest) => {
      const left = options.rules.filter ? rest : null;
      const veils = new Map<string, Veil>();
      for (const subject of subjects) {
        const isHad = subject.people(total) > 0 || subject.asked(total) > 0;
        const told = left !== null && isHad && isToldByRest(subject, left, options);
        const veil = told ? "hidden" : veilOfTotal(subject, total, options);
        if (veil !== null) veils.set(subject.id, veil);
      }
      const isVeiled = (id: string) => veils.has(id);
      const hidden = subsets.filter(
        (subset) =>
          hidesInTotal(subset, { total, isVeiled }, options) || (left !== null && isFew(subset, left, options)),
      );
      return closed({ veils, hidden: new Set(hidden) }, total);
    },
    ofRows: (table, parent) => rowsOf({ table, parent, subjects, subsets, closed }, options),
    withMore: (judged, more) => {
      const veils = new Map([...judged.veils, ...more.veils]);
      const touched = subsets.filter((subset) => subset.of.some((id) => veils.has(id)));
      return closed({ veils, hidden: new Set([...judged.hidden, ...more.hidden, ...touched]) }, more.cell);
    },
  };
}

function isFew(subset: Subset, cell: Cell, { minGroup, rules }: JudgeOptions): boolean {
  const n = subset.size(cell);
  return rules.optional && n > 0 && n < leastOfSubset(subset, minGroup);
}

/** A statistic veiled in the parent is veiled in all its children; a subset likewise. */
function rowsOf(
  of: { table: Table; parent: Judged; subjects: readonly Subject[]; subsets: readonly Subset[]; closed: Closing },
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
  return new Map([...rows].map(([row, { veils, hidden }]) => [row, of.closed({ veils, hidden }, row.cell)]));
}

/** With the composites of a cell that are withheld because of what they are made of. */
type Closing = (judged: Judged, cell: Cell) => Judged;

function createClosing(framework: Framework, subjects: readonly Subject[]): Closing {
  const people = new Map(subjects.map((subject) => [subject.id, subject]));
  return ({ veils: known, hidden }, cell) => {
    const veils = new Map(known);
    const pairs = [...hidden].filter((subset) => !subset.detailed).map((subset) => subset.of);
    const isAnswered = (id: string) => veils.has(id) || (people.get(id)?.people(cell) ?? 0) > 0;
    for (const composite of framework.composites)
      if (isCompositeHidden(restsOn(framework, composite, isAnswered), veils, pairs)) veils.set(composite.id, "hidden");
    return { veils, hidden };
  };
}

/**
 * Dimensions whose means and covariances a composite of a cell tells of. Where audiences have formulas of their own, those of
 * all that somebody in the cell has answered a part of: a formula of dimensions that nobody here was asked has no value here.
 * Where the ladder holds it, every dimension of the ladder too: which level holds it says on which side of a limit their means
 * lie, and its interval rests on how firmly they do.
 */
function restsOn(
  { ladder }: Framework,
  composite: Composite,
  isAnswered: (id: string) => boolean,
): ReadonlySet<string> {
  const own = [...(composite.byAudience?.values() ?? [])].filter(({ inputs }) => inputs.some(isAnswered));
  const formulas = own.length > 0 ? own : [composite];
  const strands = composite.capped && ladder !== null ? ladder.strands : [];
  return new Set([...formulas.flatMap((formula) => formula.inputs), ...strands.flatMap(({ levels }) => levels.flat())]);
}

/** A composite is hidden if any dimension it rests on is, or the covariance of two of them, without which it has no interval. */
function isCompositeHidden(
  dimensions: ReadonlySet<string>,
  veils: ReadonlyMap<string, Veil>,
  pairs: readonly (readonly string[])[],
): boolean {
  return (
    [...dimensions].some((id) => veils.has(id)) || pairs.some((members) => members.every((id) => dimensions.has(id)))
  );
}
