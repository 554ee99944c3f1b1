import type { Composite, Framework } from "../framework/types.ts";
import { isMissing, MISSING, MISSING_KINDS, type MissingKind, NOT_ASKED } from "../response/types.ts";
import type { ProgramDimension, ScoringProgram } from "../scoring/program.ts";
import { NO_SCORE } from "../scoring/scorer.ts";
import { ownValue } from "./own-composite.ts";
import type { RespondentSink, ScoredRespondent } from "./types.ts";

/** One respondent's arithmetic, step by step. Not anonymous. */
export interface Explanation {
  readonly row: number;
  readonly dimensions: readonly ExplainedDimension[];
  readonly composites: readonly ExplainedComposite[];
}

/**
 * A formula worked out on this respondent's own scores. What makes a group's composite differ from it (a level that holds it,
 * a formula for each audience) is said in `note`.
 */
export interface ExplainedComposite {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  readonly terms: readonly { readonly name: string; readonly value: number | null }[];
  /** Null when a score is missing or the arithmetic has no result, and where each of several audiences has its own formula. */
  readonly value: number | null;
  /** What is left out of it, or not in it; null: nothing. */
  readonly note: string | null;
}

export interface ExplainedDimension {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ExplainedItem[];
  readonly answeredWeight: number;
  readonly totalWeight: number;
  readonly minWeight: number;
  /** Σ weight × recoded answer, in the item metric. */
  readonly weightedSum: number;
  /** Null when too little was answered. */
  readonly score: number | null;
  /** Ends of the item metric along the dimension's direction. */
  readonly worst: number;
  readonly best: number;
  /** 0–100, 100 is best. */
  readonly index: number | null;
}

export interface ExplainedItem {
  readonly id: string;
  readonly raw: number | MissingKind | "notAsked";
  readonly recoded: number | null;
  readonly reversed: boolean;
  readonly weight: number;
}

export interface ExplainSink extends RespondentSink {
  /** Null when the row was not reached or was excluded. */
  explanation(): Explanation | null;
  respondent(one: Pick<ScoredRespondent, "row" | "answers" | "scored">): void;
}

/** @param row data row, from 1, counted over all files in the order given */
export function createExplainSink(framework: Framework, program: ScoringProgram, row: number): ExplainSink {
  const titles = new Map(framework.dimensions.map((dimension) => [dimension.id, dimension.title]));
  let found: Explanation | null = null;
  return {
    explanation: () => found,
    respondent(one) {
      if (one.row !== row) return;
      const dimensions = program.dimensions.map((dimension, d) => ({
        ...explainDimension(program, dimension, {
          answers: one.answers,
          recoded: one.scored.recoded,
          score: one.scored.scores[d] ?? NO_SCORE,
        }),
        title: titles.get(dimension.id) ?? dimension.id,
      }));
      found = { row, dimensions, composites: explainComposites(framework, dimensions) };
    },
  };
}

function explainComposites(
  framework: Framework,
  dimensions: readonly ExplainedDimension[],
): readonly ExplainedComposite[] {
  const scores = new Map(dimensions.map((dimension) => [dimension.id, dimension.score]));
  return framework.composites.map((composite) =>
    composite.byAudience !== null && framework.audiences.length > 1
      ? ofSeveral(framework, composite, composite.byAudience)
      : explainComposite(framework, composite, scores),
  );
}

/** Which audience this respondent belongs to is not known here: all formulas, and no value. */
function ofSeveral(
  { audiences }: Framework,
  { id, title }: Composite,
  formulas: NonNullable<Composite["byAudience"]>,
): ExplainedComposite {
  const own = audiences.flatMap((audience) => {
    const formula = formulas.get(audience.id)?.formula;
    return formula === undefined ? [] : [`${audience.title}: ${formula}`];
  });
  const note = "Each audience has a formula of its own: choose one with --audience to see it worked out.";
  return { id, title, formula: own.join("; "), terms: [], value: null, note };
}

function explainComposite(
  { ladder }: Framework,
  composite: Composite,
  scores: ReadonlyMap<string, number | null>,
): ExplainedComposite {
  const { id, title, formula, capped } = composite;
  const { terms, left, value } = ownValue(composite, (name) => scores.get(name) ?? null);
  const notes = [
    ...(left.length === 0 ? [] : [`What is missing is left out of the mean: ${left.join(", ")}.`]),
    ...(capped && ladder !== null
      ? [`The ${ladder.word} that everyone together has reached may hold it lower; that is not in this row.`]
      : []),
  ];
  return { id, title, formula, terms, value, note: notes.length === 0 ? null : notes.join(" ") };
}

function explainDimension(
  program: ScoringProgram,
  dimension: ProgramDimension,
  one: { answers: Float64Array; recoded: Float64Array; score: number },
): Omit<ExplainedDimension, "title"> {
  const items = dimension.items.map((at) => explainItem(program, at, one));
  const answered = items.filter((item) => item.recoded !== null);
  const score = one.score === NO_SCORE ? null : one.score / dimension.unitsPerPoint;
  const [worst, best] =
    dimension.direction === "higher" ? [dimension.min, dimension.max] : [dimension.max, dimension.min];
  return {
    id: dimension.id,
    items,
    answeredWeight: answered.reduce((sum, item) => sum + item.weight, 0),
    totalWeight: dimension.totalWeight,
    minWeight: dimension.minWeight,
    weightedSum: answered.reduce((sum, item) => sum + item.weight * (item.recoded ?? 0), 0),
    score,
    worst,
    best,
    index: score === null ? null : (100 * (score - worst)) / (best - worst),
  };
}

function explainItem(
  program: ScoringProgram,
  at: number,
  one: { answers: Float64Array; recoded: Float64Array },
): ExplainedItem {
  const item = program.items[at];
  const raw = one.answers[at] ?? MISSING.unanswered;
  const decimals = item?.figure?.decimals ?? 0;
  const missing = isMissing(raw);
  const unit = item?.kind === "figure" ? 100 : 1;
  return {
    id: item?.id ?? "",
    raw: missing ? missingKind(raw) : raw / 10 ** decimals,
    recoded: missing ? null : (one.recoded[at] ?? 0) / unit,
    reversed: item?.recodeFrom !== null,
    weight: item?.weight ?? 1,
  };
}

function missingKind(raw: number): MissingKind | "notAsked" {
  return raw === NOT_ASKED ? "notAsked" : (MISSING_KINDS[raw - MISSING.unanswered] ?? "unknown");
}
