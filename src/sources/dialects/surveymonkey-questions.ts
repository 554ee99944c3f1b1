/** What the two header rows say of one column. */
export interface ColumnTitle {
  readonly header: string;
  readonly wordings: readonly string[];
  /** The choice it stands for, where the question may have one column per choice. */
  readonly choice: string | null;
  /** What people typed in beside the choices. */
  readonly isComment: boolean;
}

/** Puts the header rows together. labels: the second row; null without one. own: not null for SurveyMonkey's own columns. */
export function questionsOf(
  first: readonly string[],
  labels: readonly string[] | null,
  own: readonly (string | null)[],
): readonly ColumnTitle[] {
  const questions = filledRight(first, own);
  return first.map((name, at) => {
    if (own[at] !== null || labels === null) return title(plainText(name));
    return titleOf(plainText(questions[at] ?? ""), plainText(labels[at] ?? ""));
  });
}

function titleOf(question: string, label: string): ColumnTitle {
  if (label === "" || isWholeAnswer(label)) return title(question);
  if (question === "") return title(label);
  return {
    header: `${question} [${label}]`,
    wordings: [label, `${question} ${label}`],
    choice: label,
    isComment: /^other\b.*\(.*\)$|^other$/i.test(label),
  };
}

function title(header: string): ColumnTitle {
  return { header, wordings: [], choice: null, isComment: false };
}

/** "Response" and "Open-Ended Response", in the languages of the tool. */
const WHOLE =
  /^(?:(?:open-ended )?response|(?:offene )?antwort|réponse(?: ouverte)?|respuesta(?: abierta)?|risposta(?: aperta)?|resposta(?: aberta)?|(?:open )?antwoord|svar|回答)$/i;

/** The second row of a column that holds the answer to a question, and not to a part of it. */
export function isWholeAnswer(label: string): boolean {
  return WHOLE.test(label.trim());
}

/** A question stands above the first of its columns only. */
function filledRight(first: readonly string[], own: readonly (string | null)[]): readonly string[] {
  let question = "";
  return first.map((name, at) => {
    if (own[at] !== null) question = "";
    else if (name !== "") question = name;
    return question;
  });
}

/** Questions hold HTML as they were written. */
function plainText(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]*>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}
