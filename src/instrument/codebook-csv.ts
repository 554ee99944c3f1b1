import { textCell } from "../framework/text-cell.ts";
import { csvText } from "../interview/csv.ts";
import type { AnswerForm, Instrument } from "./instrument.ts";

/** A row for each item: what it asks, where it belongs, and what its codes mean. */
export function codebookCsv({ parts }: Instrument): string {
  const rows = parts.flatMap(({ items, answers }) =>
    items.map(({ id, text, dimension, reverse, weight }) => [
      id,
      textCell(text),
      dimension?.id ?? "",
      answers.scale.id,
      reverse ? "yes" : "no",
      String(weight),
      textCell(codesOf(answers)),
    ]),
  );
  return csvText({ headers: ["id", "wording", "dimension", "scale", "reverse", "weight", "codes"], rows });
}

/** `1 = Strongly disagree; 2 = Disagree`; of a figure what is to be written, and the ends. */
function codesOf(answers: AnswerForm): string {
  if (answers.kind === "figure") return `${answers.hint}; worst ${answers.worst}, best ${answers.best}`;
  return answers.choices.map(({ code, label }) => (label === String(code) ? label : `${code} = ${label}`)).join("; ");
}
