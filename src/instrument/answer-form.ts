import type { CodedScale, FigureScale, Scale } from "../framework/types.ts";
import { answerTable, codeAnswer } from "../response/answers/answers.ts";
import { MISSING } from "../response/types.ts";
import type { AnswerForm, Choice, ChoiceForm, FigureForm } from "./instrument.ts";
import { oneLine } from "./plain-text.ts";

/** How items of a scale are answered. */
export function answerForm(scale: Scale): AnswerForm {
  return scale.kind === "figure" ? figureForm(scale) : choiceForm(scale);
}

function choiceForm(scale: CodedScale): ChoiceForm {
  const table = answerTable("", scale);
  const word = (words: readonly string[], meaning: number): string | null =>
    words.map(oneLine).find((text) => /\p{L}/u.test(text) && codeAnswer(table, text) === meaning) ?? null;
  return {
    kind: "choices",
    scale: { id: scale.id, title: oneLine(scale.title) },
    choices: choicesOf(scale),
    aside: {
      notApplicable: word([...scale.notApplicable, "Not applicable", "N/A"], MISSING.notApplicable),
      dontKnow: word([...scale.dontKnow, "Don't know", "Cannot say"], MISSING.dontKnow),
    },
    ruler: rulerOf(scale),
  };
}

function choicesOf({ points }: CodedScale): readonly Choice[] {
  const allLabelled = points.every(({ label }) => label !== undefined);
  return points.map(({ code, label }) => {
    const own = label === undefined ? String(code) : oneLine(label);
    return { code, label: own, text: allLabelled || label === undefined ? own : `${code} - ${own}` };
  });
}

/** Only the ends have words, and every whole number between them is a point. */
function rulerOf({ points, min, max }: CodedScale): ChoiceForm["ruler"] {
  const low = points[0]?.label;
  const high = points.at(-1)?.label;
  const wordless = points.slice(1, -1).every(({ label }) => label === undefined);
  if (low === undefined || high === undefined || !wordless) return null;
  return points.length > 2 && points.length === max - min + 1 ? { low: oneLine(low), high: oneLine(high) } : null;
}

function figureForm({ id, title, unit, decimals, worst, best }: FigureScale): FigureForm {
  const kind =
    decimals === 0 ? "a whole number" : `a number with up to ${decimals} decimal${decimals === 1 ? "" : "s"}`;
  const hint = unit.trim() === "" ? kind : `${kind}, in ${oneLine(unit)}`;
  return { kind: "figure", scale: { id, title: oneLine(title) }, hint, unit: oneLine(unit), worst, best };
}

/** What a tool shows to choose from: the points, then the words aside. */
export function offeredTexts({ choices, aside }: ChoiceForm): readonly string[] {
  const words = [aside.notApplicable, aside.dontKnow].flatMap((word) => word ?? []);
  return [...choices.map(({ text }) => text), ...words];
}

export interface AsideCodes {
  readonly notApplicable: number;
  readonly dontKnow: number;
}

/**
 * Numbers for the words aside that are no answer of any of the scales: for tools that know numbers only. Above zero 98 and
 * 99, below it -8 and -9, or further out.
 */
export function asideCodes(forms: readonly AnswerForm[], side: "above" | "below"): AsideCodes {
  const taken = (code: number): boolean =>
    forms.some((form) =>
      form.kind === "figure"
        ? code >= Math.min(form.worst, form.best) && code <= Math.max(form.worst, form.best)
        : form.choices.some((choice) => choice.code === code),
    );
  const sign = side === "above" ? 1 : -1;
  let nines = side === "above" ? 99 : 9;
  while (taken(sign * nines) || taken(sign * (nines - 1))) nines = nines * 10 + 9;
  return { notApplicable: sign * (nines - 1), dontKnow: sign * nines };
}
