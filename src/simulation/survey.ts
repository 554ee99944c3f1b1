import { chooseNamed } from "../framework/choose.ts";
import { type MissingWords, missingWordsOf } from "../framework/missing-words.ts";
import type { Framework, Item, Scale } from "../framework/types.ts";
import { ProblemsError } from "../problems/problem.ts";

/** What made-up respondents are asked: the questions in order, and about themselves. */
export interface Survey {
  readonly title: string;
  readonly questions: readonly Question[];
  readonly segments: readonly Segment[];
  /** Dimensions with at least one question, in the framework's order. */
  readonly dimensions: number;
}

export interface Question {
  /** The item's id. */
  readonly id: string;
  readonly text: string;
  readonly scale: Scale;
  /** Words an answer of no code is given in. */
  readonly words: MissingWords;
  /** Every point has a word of its own: such a question is asked by words, another by numbers. */
  readonly worded: boolean;
  /** 0 to 10, reported as promoters and detractors. */
  readonly nps: boolean;
  /** Position among the survey's dimensions; null: an outcome outside of them. */
  readonly dimension: number | null;
  /** Questions of its dimension. */
  readonly siblings: number;
  /** A good state of things is answered at the low end of the scale. */
  readonly mirrored: boolean;
}

export interface Segment {
  readonly name: string;
  /** From the largest to the smallest group. At least one. */
  readonly options: readonly string[];
}

export interface Asked {
  /** Null: the first. */
  readonly audience: string | null;
  /** Null: every item. */
  readonly form: string | null;
  readonly segments: readonly Segment[];
}

/** Throws ProblemsError (SC001) where the framework has no such audience or form, SM001 where nothing would be asked. */
export function surveyOf(framework: Framework, { audience, form, segments }: Asked): Survey {
  const whose = chooseNamed("audience", audience ?? framework.audiences[0]?.id ?? "", framework.audiences).id;
  const short = form === null ? null : new Set(chooseNamed("form", form, framework.forms).items);
  const items = framework.items.filter((item) => item.text.has(whose) && short?.has(item.id) !== false);
  if (items.length === 0) throw nothingAsked(framework.id, whose, form);
  const dimensions = framework.dimensions.filter(({ id }) => items.some(({ dimension }) => dimension === id));
  const places = new Map(dimensions.map(({ id, direction }, at) => [id, { at, lower: direction === "lower" }]));
  const questions = items.flatMap((item) => {
    const scale = framework.scales.get(item.scale);
    if (scale === undefined) return [];
    const place = item.dimension === undefined ? undefined : places.get(item.dimension);
    return [questionOf(item, scale, { framework, items, place, text: item.text.get(whose) ?? "" })];
  });
  return { title: framework.title, questions, segments, dimensions: dimensions.length };
}

interface Around {
  readonly framework: Framework;
  readonly items: readonly Item[];
  readonly place: { readonly at: number; readonly lower: boolean } | undefined;
  readonly text: string;
}

function questionOf(item: Item, scale: Scale, { framework, items, place, text }: Around): Question {
  const lower = place?.lower ?? false;
  const worst = scale.kind === "figure" && scale.worst > scale.best;
  return {
    id: item.id,
    text,
    scale,
    words: missingWordsOf(scale),
    worded: scale.kind === "coded" && scale.points.every(({ label }) => label !== undefined),
    nps: framework.outcomes.some((outcome) => outcome.item === item.id && outcome.statistic === "nps"),
    dimension: place?.at ?? null,
    siblings: items.filter(({ dimension }) => dimension === item.dimension).length,
    // A figure has its worst and best end named: neither direction nor reversing turns them round.
    mirrored: scale.kind === "figure" ? worst : lower !== item.reverse,
  };
}

function nothingAsked(framework: string, audience: string, form: string | null): ProblemsError {
  return new ProblemsError([
    {
      code: "SM001",
      severity: "error",
      message: `${framework} asks the audience "${audience}" nothing${form === null ? "" : ` in the form "${form}"`}.`,
      help: "Choose another audience or form, or give its items a wording for this audience.",
    },
  ]);
}
