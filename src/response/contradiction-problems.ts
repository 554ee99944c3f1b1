import { normaliseAnswer } from "../framework/answer-text.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { asWritten, itemsNamed } from "./answer-names.ts";
import type { AnswerForm, Testimony } from "./contradictions.ts";
import type { Reversal } from "./reversals.ts";
import type { AnswerTable } from "./source-plan.ts";
import { toldApart } from "./told-apart.ts";

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
  const label = quote(asWritten(example.label, table));
  const inReverse = itemsNamed(reversed, known.answers);
  const others =
    known.elsewhere.length === 0 ? "" : ` ${known.elsewhere.join(" and ")} is coded as the framework says.`;
  const base = { severity: "error", place: { file }, help: `${CORRECT_OR_MAP}.` } as const;
  return straight.length > 0
    ? {
        ...base,
        code: "ANS010",
        message: `${label} is ${example.number} in ${inReverse} and ${example.code} in ${itemsNamed(straight, known.answers)}: one block of columns is coded in reverse.`,
        kept: "A block of columns is coded in reverse.",
      }
    : {
        ...base,
        code: "ANS011",
        message: `The numbers run in reverse: ${label} is ${example.number} in ${inReverse}, and ${example.code} on the scale ${table.scale}.${others}`,
        kept: "The numbers of a file run in reverse.",
      };
}

/** ANS014: texts that a file tells apart and the scale does not. Null where there are none. */
export function mergedTexts({ file, table, texts }: Testimony): Problem | null {
  const merged = [...texts].flatMap(([code, seen]) => {
    const own = toldApart(table.languages, [...seen.keys()]);
    const apart = [...seen].flatMap(([label, text]) => (own.has(label) ? [text] : []));
    return apart.length === 0 ? [] : [{ code, apart }];
  });
  const last = merged[0]?.apart.at(-1);
  if (last === undefined) return null;
  const each = merged
    .sort((a, b) => a.code - b.code)
    .map(({ code, apart }) => `${apart.map(({ cell }) => quote(cell)).join(" and ")} as ${code}`);
  return {
    code: "ANS014",
    severity: "error",
    message: `Different answers would be read as one on the scale ${table.scale}: ${each.join("; ")}.`,
    help: "If the question was asked with more answers than this scale has, give the framework a scale with all of them. If two texts are one answer, write them alike, or say so in a mapping (`trust-audit map`).",
    place: { ...last.spot, file },
    kept: "Different answers would be read as one.",
  };
}

/** ANS016: of one scale some columns hold bare numbers and others words, so that nothing shows which way the numbers run. */
export function numbersBesideWords({ file, table, forms }: Testimony, answers: readonly AnswerTable[]): Problem | null {
  const only = (form: AnswerForm): readonly number[] =>
    [...forms].flatMap(([item, own]) => (own.size === 1 && own.has(form) ? [item] : [])).sort((a, b) => a - b);
  const [numbers, words] = [only("number"), only("words")];
  const first = table.shown[0];
  const code = first === undefined ? undefined : table.codes.get(normaliseAnswer(first));
  if (numbers.length === 0 || words.length === 0 || first === undefined || code === undefined) return null;
  return {
    code: "ANS016",
    severity: "warning",
    message: `On the scale ${table.scale}, ${itemsNamed(numbers, answers)} ${numbers.length === 1 ? "has" : "have"} numbers for answers and ${itemsNamed(words, answers)} ${words.length === 1 ? "has" : "have"} words.`,
    help: `Check against the survey that ${code} is ${quote(first)} in the columns of numbers; if it is not, say so in a mapping (\`trust-audit map\`).`,
    place: { file },
    kept: `Columns of the scale ${table.scale} hold numbers, and others words.`,
  };
}
