import { forAudience } from "../framework/audience.ts";
import type { Composite, Framework } from "../framework/types.ts";
import { indexOn } from "../numeric/rescale.ts";
import type { SourcePlan } from "../response/source-plan.ts";
import type { ProgramDimension, ScoringProgram } from "../scoring/program.ts";
import { NO_SCORE } from "../scoring/scorer.ts";
import { ownValue } from "./own-composite.ts";
import type { ScoredRespondent } from "./types.ts";

/** A column of the table of respondents; cell: ready to be written, "" where there is nothing. */
export interface Column {
  readonly header: string;
  readonly cell: (one: ScoredRespondent) => string;
}

interface Scoring {
  readonly framework: Framework;
  readonly program: ScoringProgram;
  readonly plan: SourcePlan;
  readonly audience: string;
  readonly audienceColumn: string | null;
}

/** Score and index of each dimension, then value and index of each composite: the formula on the respondent's own scores. */
export function scoreColumns(scoring: Scoring): readonly Column[] {
  const { framework, program } = scoring;
  return [
    ...program.dimensions.flatMap(dimensionColumns),
    ...framework.composites.flatMap(({ id }) => compositeColumns(scoring, id)),
  ];
}

function dimensionColumns(dimension: ProgramDimension, at: number): readonly Column[] {
  const { id, direction, min, max } = dimension;
  const scale = direction === "higher" ? { worst: min, best: max } : { worst: max, best: min };
  const cellOf = (shown: (score: number) => number) =>
    remembered(
      ({ scored }) => scored.scores[at] ?? NO_SCORE,
      (one) => {
        const score = scoreAt(dimension, at, one);
        return written(score === null ? null : shown(score));
      },
    );
  return [
    { header: `${id}.score`, cell: cellOf((score) => score) },
    { header: `${id}.index`, cell: cellOf((score) => indexOn(scale, score)) },
  ];
}

/** Texts of one column; more are worked out each time. */
const MOST_REMEMBERED = 4096;

/** Few different scores come again and again, and a number takes long to be written in full. of: what a cell depends on. */
function remembered(of: (one: ScoredRespondent) => number, cell: Column["cell"]): Column["cell"] {
  const texts = new Map<number, string>();
  return (one) => {
    const key = of(one);
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = cell(one);
    if (texts.size < MOST_REMEMBERED) texts.set(key, text);
    return text;
  };
}

function scoreAt({ unitsPerPoint }: ProgramDimension, at: number, { scored }: ScoredRespondent): number | null {
  const score = scored.scores[at] ?? NO_SCORE;
  return score === NO_SCORE ? null : score / unitsPerPoint;
}

interface CompositeTexts {
  readonly value: string;
  readonly index: string;
}

/** One that a level of all people together may hold down is no respondent's: its cells are empty. */
function compositeColumns(scoring: Scoring, id: string): readonly Column[] {
  const { framework, program } = scoring;
  const formulaOf = formulasOf(scoring, id);
  const places = new Map(program.dimensions.map((dimension, at) => [dimension.id, { dimension, at }]));
  const textsOf = (one: ScoredRespondent): CompositeTexts => {
    const composite = formulaOf(one);
    if (composite === undefined || (composite.capped && framework.ladder !== null)) return { value: "", index: "" };
    const { value } = ownValue(composite, (name) => {
      const place = places.get(name);
      return place === undefined ? null : scoreAt(place.dimension, place.at, one);
    });
    return { value: written(value), index: written(value === null ? null : indexOn(composite, value)) };
  };
  let last = { file: -1, row: -1, texts: { value: "", index: "" } };
  /** Worked out once a respondent. */
  const once = (one: ScoredRespondent): CompositeTexts => {
    const { file, row } = one;
    if (last.row !== row || last.file !== file) last = { file, row, texts: textsOf(one) };
    return last.texts;
  };
  return [
    { header: `${id}.value`, cell: (one) => once(one).value },
    { header: `${id}.index`, cell: (one) => once(one).index },
  ];
}

/** The composite as the respondent's audience has it; undefined: it has none. */
function formulasOf(scoring: Scoring, id: string): (one: ScoredRespondent) => Composite | undefined {
  const { framework, plan, audience, audienceColumn } = scoring;
  const among = ({ composites }: Framework) => composites.find((composite) => composite.id === id);
  if (audienceColumn === null) {
    const own = among(audience === "" ? framework : forAudience(framework, [audience]));
    return () => own;
  }
  const place = plan.segments.findIndex(({ column }) => column === audienceColumn);
  const formulas = new Map(framework.audiences.map((one) => [one.id, among(forAudience(framework, [one.id]))]));
  return ({ groups }) => formulas.get(groups[place] ?? "");
}

/** In full: the shortest text that is read back as the same number. What has no value is an empty cell. */
function written(value: number | null): string {
  return value === null || !Number.isFinite(value) ? "" : String(value);
}
