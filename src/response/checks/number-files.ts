import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import type { AnswerForm, Testimony } from "./contradictions.ts";

/**
 * ANS016 over several files: one holds bare numbers where another holds words, so that nothing shows which way the numbers run.
 * One problem a scale.
 */
export function numberFiles(testimonies: readonly Testimony[]): readonly Problem[] {
  const scales = new Set(testimonies.map(({ table }) => table.codes));
  return [...scales].flatMap((codes) => {
    const files = testimonies.filter(({ table }) => table.codes === codes);
    const only = (form: AnswerForm): readonly string[] =>
      files.flatMap(({ file, forms, numbers }) =>
        forms.size > 0 && numbers.size === 0 && [...forms.values()].every((own) => own.size === 1 && own.has(form))
          ? [file]
          : [],
      );
    const [numbers, words, table] = [only("number"), only("words"), files[0]?.table];
    const first = table?.shown[0];
    const code = first === undefined ? undefined : table?.codes.get(normaliseAnswer(first));
    const [file] = numbers;
    if (file === undefined || words.length === 0 || first === undefined || code === undefined) return [];
    return [
      {
        code: "ANS016",
        severity: "warning" as const,
        message: `Numbers in ${numbers.join(" and ")}, words in ${words.join(" and ")}, on the scale ${table?.scale ?? ""}.`,
        help: `Check against the survey that ${code} is ${quote(first)} in the file with numbers; if it is not, say so in a mapping (\`trust-audit map\`).`,
        place: { file },
        kept: `Files hold numbers, and others words, on the scale ${table?.scale ?? ""}.`,
      },
    ];
  });
}
