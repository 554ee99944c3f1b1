import { questionCode } from "../response/columns/question-code.ts";
import type { ChoiceForm, Instrument } from "./instrument.ts";

/** What LimeSurvey takes as the code of an answer. */
const ANSWER_CODE = /^[A-Za-z0-9]{1,5}$/;

export interface CodedAnswer {
  readonly code: string;
  readonly text: string;
}

/**
 * The answers under the scale's own codes, so that codes and full answers both come back right. A negative code has no place
 * in LimeSurvey: such an answer gets a code of its own (P1, P2), and only its words come back right.
 */
export function answerCodes({ choices, aside }: ChoiceForm): readonly CodedAnswer[] {
  const points = choices.map(({ code, text }, at) => ({ code: fitting(String(code), `P${at + 1}`), text }));
  const words = [
    { code: "NA", text: aside.notApplicable },
    { code: "DK", text: aside.dontKnow },
  ];
  return [...points, ...words.flatMap(({ code, text }) => (text === null ? [] : [{ code, text }]))];
}

/** Where every option is short enough each is its own code, so that codes tell as much as words. */
export function optionCodes(options: readonly string[]): readonly CodedAnswer[] {
  const own = options.every((option) => ANSWER_CODE.test(option));
  return options.map((text, at) => ({ code: own ? text : `O${at + 1}`, text }));
}

function fitting(code: string, other: string): string {
  return ANSWER_CODE.test(code) ? code : other;
}

/** Codes for the arrays, Q1, Q2 …: none that an item or a segment has. */
export function arrayCodes({ parts, segments }: Instrument): readonly string[] {
  const taken = new Set(
    [...segments.map(({ name }) => name), ...parts.flatMap(({ items }) => items.map(({ id }) => id))].map((name) =>
      questionCode(name).toLowerCase(),
    ),
  );
  let prefix = "Q";
  while (parts.some((_, at) => taken.has(`${prefix}${at + 1}`.toLowerCase()))) prefix += "Q";
  return parts.map((_, at) => `${prefix}${at + 1}`);
}
