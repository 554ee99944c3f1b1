import type { FormulaNode } from "../numeric/formula.ts";
import type { Composite, CompositeFormula, Dimension, Framework, Item, Scale } from "./types.ts";

/** What a score is made of, as plain data: equal data are equal scores. */
export interface ScoreBasis {
  readonly of: "dimension" | "composite";
  readonly id: string;
  readonly title: string;
  /** All that makes the number. */
  readonly scoring: DimensionScoring | CompositeScoring;
  /** What people read in answering: questions and the words of the answers, of the framework's audiences only. */
  readonly wording: readonly ItemWording[];
}

export interface DimensionScoring {
  readonly direction: string;
  /** Ends of the item metric. */
  readonly min: number;
  readonly max: number;
  /** Share of the item weight that must be answered. */
  readonly minAnswered: number;
  /** By id, so that their order, which moves no number, does not count. */
  readonly items: readonly ItemScoring[];
}

export interface ItemScoring {
  readonly id: string;
  readonly reverse: boolean;
  readonly weight: number;
  /** Audiences that are asked it. */
  readonly asked: readonly string[];
  /** Codes of the answers, or worst and best of a figure. */
  readonly scale: readonly number[];
}

export interface CompositeScoring {
  readonly direction: string;
  readonly transform: string;
  readonly skipMissing: boolean;
  readonly worst: number;
  readonly best: number;
  /** By audience where they differ, else under "". */
  readonly formulas: readonly { readonly audience: string; readonly tree: FormulaNode }[];
  /** Of a capped composite: everything that sets the cap. */
  readonly ladder: unknown;
  readonly inputs: readonly { readonly id: string; readonly scoring: DimensionScoring }[];
}

export interface ItemWording {
  readonly id: string;
  readonly text: readonly (readonly [audience: string, text: string])[];
  readonly answers: readonly string[];
}

/** The bases of all dimensions, then of all composites, in the order of the framework. */
export function scoreBases(framework: Framework): readonly ScoreBasis[] {
  return [
    ...framework.dimensions.map((one) => dimensionBasis(framework, one)),
    ...framework.composites.map((one) => compositeBasis(framework, one)),
  ];
}

function dimensionBasis(framework: Framework, dimension: Dimension): ScoreBasis {
  const { id, title } = dimension;
  const items = itemsOf(framework, dimension);
  return {
    of: "dimension",
    id,
    title,
    scoring: dimensionScoring(framework, dimension),
    wording: items.map((item) => itemWording(framework, item)),
  };
}

function dimensionScoring(framework: Framework, dimension: Dimension): DimensionScoring {
  const { direction, min, max, minAnswered } = dimension;
  const items = itemsOf(framework, dimension).map((item): ItemScoring => {
    const { id, reverse, weight, scale } = item;
    const asked = askedOf(framework, item).map(([audience]) => audience);
    // Where everyone is asked, who everyone is does not count: the same item for one audience and for another scores alike.
    const some = asked.length === framework.audiences.length ? [] : asked;
    return { id, reverse, weight, asked: some, scale: scaleCodes(framework.scales.get(scale)) };
  });
  return { direction, min, max, minAnswered, items };
}

function compositeBasis(framework: Framework, composite: Composite): ScoreBasis {
  const { id, title, direction, transform, skipMissing, capped, worst, best } = composite;
  const formulas = formulasOf(framework, composite);
  const named = new Set(formulas.flatMap(({ inputs }) => inputs));
  const inputs = framework.dimensions.filter((one) => named.has(one.id)).sort(byId);
  const items = inputs.flatMap((one) => itemsOf(framework, one));
  return {
    of: "composite",
    id,
    title,
    scoring: {
      ...{ direction, transform, skipMissing, worst, best },
      formulas: formulas.map(({ audience, tree }) => ({ audience, tree })),
      ladder: capped ? ladderBasis(framework) : null,
      inputs: inputs.map((one) => ({ id: one.id, scoring: dimensionScoring(framework, one) })),
    },
    wording: items.map((item) => itemWording(framework, item)),
  };
}

function formulasOf(
  { audiences }: Framework,
  composite: Composite,
): readonly (CompositeFormula & { readonly audience: string })[] {
  const { byAudience } = composite;
  if (byAudience === null) return [{ ...composite, audience: "" }];
  const own = audiences.flatMap(({ id }) => {
    const formula = byAudience.get(id);
    return formula === undefined ? [] : [{ ...formula, audience: id }];
  });
  const [only] = own;
  return audiences.length === 1 && only !== undefined ? [{ ...only, audience: "" }] : own;
}

/** Caps, and what a level takes: words are no part of it. */
function ladderBasis({ ladder }: Framework): unknown {
  if (ladder === null) return null;
  const { reached, overall, levels, strands } = ladder;
  return {
    reached,
    overall,
    caps: levels.map(({ cap }) => cap),
    strands: strands.map((strand) => strand.levels.map((ids) => [...ids].sort())),
  };
}

function itemsOf(framework: Framework, { items }: Dimension): readonly Item[] {
  const named = new Set(items);
  return framework.items.filter(({ id }) => named.has(id)).sort(byId);
}

/** The wordings of the audiences that the framework has, in their order; of one restricted to one audience its own. */
function askedOf({ audiences }: Framework, { text }: Item): readonly (readonly [string, string])[] {
  return audiences.flatMap(({ id }) => {
    const words = text.get(id);
    return words === undefined ? [] : [[id, words] as const];
  });
}

function scaleCodes(scale: Scale | undefined): readonly number[] {
  if (scale === undefined) return [];
  return scale.kind === "figure" ? [scale.worst, scale.best] : scale.points.map(({ code }) => code);
}

function itemWording(framework: Framework, item: Item): ItemWording {
  const scale = framework.scales.get(item.scale);
  const answers =
    scale?.kind === "coded"
      ? scale.points.map(({ code, label }) => `${code} ${label ?? ""}`.trim())
      : scale === undefined
        ? []
        : [scale.unit];
  return { id: item.id, text: askedOf(framework, item), answers };
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1;
}
