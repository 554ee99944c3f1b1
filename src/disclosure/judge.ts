import type { AggregatePlan, Cell } from "../aggregate/types.ts";
import type { Composite, Framework } from "../framework/types.ts";
import type { Rules } from "./policy.ts";
import { type Subject, subjectsOf } from "./subject.ts";
import { type Subset, type SubsetVeil, subsetsOf, veilOfSubset } from "./subset.ts";
import type { Row, Table } from "./table.ts";
import type { Veil } from "./types.ts";
import { veilOfTotal, veilsOfRows } from "./veil.ts";

/** What may be known of each cell: of the total (row null), or of one row of the grouping. */
export interface Judgement {
  readonly subjects: readonly Subject[];
  readonly subsets: readonly Subset[];
  /** Id of a dimension, outcome or composite → why it is withheld there. */
  veils(row: Row | null): ReadonlyMap<string, Veil>;
  /** Whether the sums over respondents with several answers are withheld there. */
  hides(subset: Subset, row: Row | null): boolean;
}

interface Material {
  readonly plan: AggregatePlan;
  readonly framework: Framework;
  readonly total: Cell;
  /** Null without a grouping, and when the grouping is withheld. */
  readonly table: Table | null;
}

/** Judges every statistic once: scores and outcomes, then what is made of several of them. */
export function judge(material: Material, options: { readonly minGroup: number; readonly rules: Rules }): Judgement {
  const { plan, framework, total, table } = material;
  const subjects = subjectsOf(plan, framework);
  const inTotal = new Map<string, Veil>();
  const inRows = new Map<Row, Map<string, Veil>>(table?.rows.map((row) => [row, new Map()]));
  for (const subject of subjects) {
    const veil = veilOfTotal(subject, total, options);
    if (veil !== null) inTotal.set(subject.id, veil);
    if (table === null) continue;
    for (const [row, words] of veilsOfRows(subject, { table, total: veil }, options))
      inRows.get(row)?.set(subject.id, words);
  }
  const at = (row: Row | null) => (row === null ? inTotal : (inRows.get(row) ?? inTotal));
  const isVeiled = (id: string, row: Row | null) => at(row).has(id);
  const subsets = subsetsOf(plan).map((subset) => veilOfSubset(subset, { total, table, isVeiled }, options));
  const bySubset = new Map(subsets.map((veil) => [veil.subset, veil]));
  const hides = (subset: Subset, row: Row | null) => isHidden(bySubset.get(subset), row);
  for (const row of [null, ...(table?.rows ?? [])]) {
    const veils = at(row);
    const pairs = subsets.filter((veil) => !veil.subset.detailed && isHidden(veil, row)).map((veil) => veil.subset.of);
    for (const composite of framework.composites)
      if (isCompositeHidden(composite, veils, pairs)) veils.set(composite.id, "hidden");
  }
  return { subjects, subsets: subsets.map((veil) => veil.subset), veils: at, hides };
}

function isHidden(veil: SubsetVeil | undefined, row: Row | null): boolean {
  return veil === undefined || (row === null ? veil.inTotal : veil.rows.has(row));
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
