import type { CodedScale, FigureScale, ScalePoint } from "../framework/types.ts";
import type { Draws } from "../numeric/draws.ts";
import type { Question } from "./survey.ts";

export type Reply =
  | { readonly kind: "point"; readonly point: ScalePoint }
  /** Digits with a decimal point, without the unit. */
  | { readonly kind: "figure"; readonly text: string }
  | { readonly kind: "notApplicable" | "dontKnow" | "unanswered" };

export const UNANSWERED: Reply = { kind: "unanswered" };
const NOT_APPLICABLE: Reply = { kind: "notApplicable" };
const DONT_KNOW: Reply = { kind: "dontKnow" };

/** Cronbach's alpha the noise of a dimension's items is made for, before answers are cut to points and ends. */
const ALPHA = 0.82;
/** Standard deviation of an answer that no others stand beside, on the scale 0–1. */
const ALONE = 0.12;
/** An outcome moves further than the dimensions behind it: people recommend or they do not. */
const LEVERAGE = 1.3;

export interface Drawing {
  /** How good things are for this person, by dimension: about 0 (worst) to 1 (best). */
  readonly levels: readonly number[];
  /** Of a level between people, on the scale 0–1. */
  readonly variance: number;
  readonly missing: number;
  readonly reasons: boolean;
  readonly draws: Draws;
}

/** One person's answer to one question. */
export function drawReply(question: Question, { levels, variance, missing, reasons, draws }: Drawing): Reply {
  const gap = draws.uniform() / missing;
  const noise = draws.normal();
  if (gap < 1) return UNANSWERED;
  if (gap < 1.5) return reasons ? saidWhy(question, gap < 1.25) : UNANSWERED;
  const good = levelOf(question, levels) + noise * noiseOf(question, variance);
  return replyAt(question, question.mirrored ? 1 - good : good);
}

/** The same place on every scale, whatever the question says. at: 0–1. */
export function straightReply(at: number): (question: Question) => Reply {
  return (question) => replyAt(question, at);
}

/** Where the scale leaves no word free for it, the question is left open. */
function saidWhy({ words }: Question, notApplicable: boolean): Reply {
  if (notApplicable) return words.notApplicable === "" ? UNANSWERED : NOT_APPLICABLE;
  return words.dontKnow === "" ? UNANSWERED : DONT_KNOW;
}

function levelOf({ dimension }: Question, levels: readonly number[]): number {
  if (dimension !== null) return levels[dimension] ?? 0.5;
  if (levels.length === 0) return 0.5;
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  return 0.62 + LEVERAGE * (mean - 0.5);
}

/**
 * Formula: k items whose answers correlate by r have alpha = kr ÷ (1 + (k − 1)r); the variance of the noise is v(1 − r) ÷ r,
 * less 1/12 of a squared step, which rounding to points adds.
 * Source: Spearman-Brown, Lord & Novick 1968; Sheppard 1898. Oracle: alpha of simulated people (test/simulation/people.test.ts).
 */
function noiseOf({ dimension, siblings, scale }: Question, variance: number): number {
  if (dimension === null) return ALONE;
  const k = Math.max(2, siblings);
  const r = ALPHA / (k - ALPHA * (k - 1));
  const step = scale.kind === "coded" ? 1 / Math.max(1, scale.points.length - 1) : 0;
  return Math.sqrt(Math.max(0, (variance * (1 - r)) / r - (step * step) / 12));
}

/** at: from the low end of the scale (0) to the high end (1); beyond them it is the end. */
function replyAt({ scale }: Question, at: number): Reply {
  const within = Math.min(1, Math.max(0, at));
  return scale.kind === "figure" ? figureAt(scale, within) : pointAt(scale, within);
}

function pointAt({ points }: CodedScale, at: number): Reply {
  const point = points[Math.round(at * (points.length - 1))];
  return point === undefined ? UNANSWERED : { kind: "point", point };
}

function figureAt({ worst, best, decimals }: FigureScale, at: number): Reply {
  const [low, high] = [Math.min(worst, best), Math.max(worst, best)];
  const text = (low + at * (high - low)).toFixed(decimals);
  return { kind: "figure", text: Number(text) === 0 ? (0).toFixed(decimals) : text };
}
