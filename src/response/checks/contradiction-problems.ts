import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { asWritten, itemsNamed } from "../answers/answer-names.ts";
import type { AnswerTable } from "../source-plan.ts";
import { isMissing } from "../types.ts";
import type { AnswerForm, Testimony } from "./contradictions.ts";
import type { Reversal } from "./reversals.ts";

export const CORRECT_OR_MAP =
  "Correct the export, or write a mapping (`trust-audit map`) that says what each text means";

/**
 * Columns coded in reverse: ANS010 where others of the file are not, ANS011 where all are. elsewhere: files of the run that
 * are coded as the framework says. Errors under any rule: counted as missing, the other answers alone would be scored.
 */
export function reversalProblem(
  { testimony, reversed, straight, example }: Reversal,
  known: { readonly answers: readonly AnswerTable[]; readonly elsewhere: readonly string[] },
): Problem {
  const { file, table } = testimony;
  const own = exampleOf({ testimony, reversed, straight, example });
  const named = (items: readonly number[]): string => itemsNamed(items, known.answers);
  const statement = ({ label, number, items }: Shown): string =>
    `${quote(asWritten(label, table))} is ${number} in ${named(items)}`;
  const opposite = ({ label, number, items }: Shown): string =>
    label === own.reversed.label ? `${number} in ${named(items)}` : statement({ label, number, items });
  const others =
    known.elsewhere.length === 0 ? "" : ` ${known.elsewhere.join(" and ")} is coded as the framework says.`;
  const base = { severity: "error", place: { file }, help: `${CORRECT_OR_MAP}.` } as const;
  return straight.length > 0
    ? {
        ...base,
        code: "ANS010",
        message: `${statement(own.reversed)}${own.straight === null ? "" : ` and ${opposite(own.straight)}`}: ${named(reversed)} ${reversed.length === 1 ? "is" : "are"} coded in reverse, ${named(straight)} ${straight.length === 1 ? "is" : "are"} not.`,
        kept: "A block of columns is coded in reverse.",
      }
    : {
        ...base,
        code: "ANS011",
        message: `The numbers run in reverse: ${statement(own.reversed)}, and ${table.codes.get(own.reversed.label)} on the scale ${table.scale}.${others}`,
        kept: "The numbers of a file run in reverse.",
      };
}

/** A label, a number beside it, and the items in which the two stand together. */
interface Shown {
  readonly label: string;
  readonly number: number;
  readonly items: readonly number[];
}

/** What to show of a reversal: one label that both kinds of columns hold where there is one; else a label of each. */
function exampleOf({ testimony, reversed, straight }: Reversal): { reversed: Shown; straight: Shown | null } {
  const turned = shownIn(testimony, reversed);
  const plain = shownIn(testimony, straight);
  const both = turned.find(({ label }) => plain.some((other) => other.label === label)) ?? turned[0];
  if (both === undefined) throw new Error("a reversal without a label");
  return { reversed: both, straight: plain.find(({ label }) => label === both.label) ?? plain[0] ?? null };
}

/** The labels and numbers in these items, those farthest from the middle of the scale first. */
function shownIn({ table, numbers }: Testimony, items: readonly number[]): readonly Shown[] {
  const codes = [...table.codes.values()].filter((code) => !isMissing(code));
  const middle = (Math.min(...codes) + Math.max(...codes)) / 2;
  const all = [...numbers].flatMap(([label, beside]) => {
    const code = table.codes.get(label);
    if (code === undefined || isMissing(code) || code === middle) return [];
    return [...beside].map(([number, own]) => ({ label, number, items: items.filter((item) => own.has(item)) }));
  });
  const distance = ({ number }: Shown): number => Math.abs(number - middle);
  return all.filter((one) => one.items.length > 0).sort((a, b) => distance(b) - distance(a));
}

/** ANS016: of one scale some columns hold bare numbers and others words, so that nothing shows which way the numbers run. */
export function numbersBesideWords(
  { file, table, numbers: beside, forms }: Testimony,
  answers: readonly AnswerTable[],
): Problem | null {
  // Labels with their numbers say it.
  if (beside.size > 0) return null;
  const only = (form: AnswerForm): readonly number[] =>
    [...forms].flatMap(([item, own]) => (own.size === 1 && own.has(form) ? [item] : [])).sort((a, b) => a - b);
  const mixed = [...forms].flatMap(([item, own]) => (own.size > 1 ? [item] : [])).sort((a, b) => a - b);
  const [numbers, words] = mixed.length > 0 ? [mixed, mixed] : [only("number"), only("words")];
  const first = table.shown[0];
  const code = first === undefined ? undefined : table.codes.get(normaliseAnswer(first));
  if (numbers.length === 0 || words.length === 0 || first === undefined || code === undefined) return null;
  return {
    code: "ANS016",
    severity: "warning",
    message:
      mixed.length > 0
        ? `On the scale ${table.scale}, ${itemsNamed(mixed, answers)} ${mixed.length === 1 ? "has" : "have"} words in some rows and numbers in others.`
        : `On the scale ${table.scale}, ${itemsNamed(numbers, answers)} ${numbers.length === 1 ? "has" : "have"} numbers for answers and ${itemsNamed(words, answers)} ${words.length === 1 ? "has" : "have"} words.`,
    help: `Check against the survey that ${code} is ${quote(first)} where numbers stand; if it is not, say so in a mapping (\`trust-audit map\`).`,
    place: { file },
    kept: `Columns of the scale ${table.scale} hold numbers, and others words.`,
  };
}
