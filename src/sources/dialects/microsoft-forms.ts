import { isPersonal } from "../../response/columns/column-kinds.ts";
import type { KnownColumn } from "../../response/table-head.ts";
import { plainLayout } from "../../response/table-head.ts";
import type { Dialect, FirstRows } from "./dialect.ts";
import { firstOfEach, headersIn, knownBy } from "./headers.ts";

const FIELDS = {
  id: { takenFor: "ignored", how: "a number within this form, not the id of a person" },
  start: { takenFor: "time", how: "Microsoft Forms' own column" },
  end: { takenFor: "time", how: "Microsoft Forms' own column" },
  email: { takenFor: "personal", how: "Microsoft Forms' own column" },
  name: { takenFor: "personal", how: "Microsoft Forms' own column" },
  language: { takenFor: "ignored", how: "Microsoft Forms' own column" },
  changed: { takenFor: "time", how: "Microsoft Forms' own column" },
  points: { takenFor: "ignored", how: "Microsoft Forms' points of a quiz" },
  feedback: { takenFor: "ignored", how: "Microsoft Forms' feedback of a quiz" },
} as const satisfies Record<string, KnownColumn>;
type Field = keyof typeof FIELDS;

/** Beginning, end, e-mail, name and last change in the languages Forms writes them in, lower case. */
const LOCALES: readonly (readonly string[])[] = [
  ["start time", "completion time", "email", "name", "last modified time"],
  ["startzeit", "fertigstellungszeit", "e-mail", "name", "zeitpunkt der letzten änderung"],
  ["heure de début", "heure de fin", "adresse de messagerie", "nom", "heure de la dernière modification"],
  ["hora de inicio", "hora de finalización", "correo electrónico", "nombre", "hora de la última modificación"],
  ["hora de início", "hora de conclusão", "email", "nome", "hora da última modificação"],
  ["ora di inizio", "ora di completamento", "posta elettronica", "nome", "ora dell'ultima modifica"],
  ["begintijd", "tijd van voltooien", "e-mail", "naam", "tijd van laatste wijziging"],
  ["godzina rozpoczęcia", "godzina ukończenia", "adres e-mail", "nazwa", "czas ostatniej modyfikacji"],
  ["starttid", "slutförandetid", "e-post", "namn", "tid för senaste ändring"],
  ["starttidspunkt", "fuldførelsestidspunkt", "mail", "navn", "tidspunkt for seneste ændring"],
  ["开始时间", "完成时间", "电子邮件", "名称", "上次修改时间"],
  ["開始時刻", "完了時刻", "メール", "名前", "最終変更時刻"],
];
const PARTS: readonly Field[] = ["start", "end", "email", "name", "changed"];
const TITLES: ReadonlyMap<string, Field> = new Map([
  ...LOCALES.flatMap((titles) => titles.map((title, at): [string, Field] => [title, PARTS[at] ?? "changed"])),
  ["language", "language"],
  ["total points", "points"],
  ["quiz feedback", "feedback"],
]);

/** Columns that can stand before the first question. */
const OWN = 10;

/** One header row: number, beginning and end, perhaps who it was, then the questions. Native workbooks, or re-saved as CSV. */
export const microsoftForms: Dialect = {
  name: "microsoft-forms",
  looks: 'the first columns are "ID", "Start time" and "Completion time", in any language',
  layout: ({ rows }, asked) => {
    const headers = headersIn(rows[0]);
    const fields = ownFields(headers, asked ? timesByPlace(rows) : []);
    const [start, end] = [fields.indexOf("start"), fields.indexOf("end")];
    const sure = fields[0] === "id" && start === 1 && end === 2;
    if (!(sure || (asked && (start >= 0 || end >= 0)))) return null;
    return {
      ...plainLayout(headers, `first columns "${headers.slice(0, 3).join('", "')}"`),
      wordings: headers.map((_, at) => repeatedQuestion(headers, at)),
      known: knownBy(fields, FIELDS).map((known, at) => known ?? besideQuestion(headers, at)),
      duration: start < 0 || end < 0 ? null : { kind: "between", start, end },
    };
  },
};

/** Its own columns stand before the questions: a question may be called "Name", too. */
function ownFields(headers: readonly string[], byPlace: readonly (Field | null)[]): readonly (Field | null)[] {
  const found = headers.map((header, at): Field | null => {
    const title = header.toLowerCase();
    if (at === 0 && title === "id") return "id";
    return at < OWN ? (TITLES.get(title) ?? byPlace[at] ?? null) : null;
  });
  const question = found.findIndex((field, at) => field === null && at > 0);
  return firstOfEach(found.map((field, at) => (question < 0 || at < question ? field : null)));
}

/** In a language not known here: the second and third column hold moments in every row. */
function timesByPlace(rows: FirstRows["rows"]): readonly (Field | null)[] {
  const moments = (at: number): boolean =>
    rows.length > 1 && rows.slice(1).every(({ cells }) => /\d.*\d{1,2}[:.]\d{2}/.test(cells[at] ?? ""));
  return moments(1) && moments(2) ? [null, "start", "end"] : [];
}

/**
 * The text of a question asked before, to which Forms adds 2, 3 and so on when it is asked again: both columns claim
 * the item then, and somebody decides. A question that ends in a number itself is found by its own text first.
 */
function repeatedQuestion(headers: readonly string[], at: number): readonly string[] {
  const base = /^(.*\D) ?([2-9]|[1-9]\d)$/.exec(headers[at] ?? "")?.[1];
  return base !== undefined && headers.indexOf(base) >= 0 && headers.indexOf(base) < at ? [base] : [];
}

/** `Points - X` and `Feedback - X` stand right behind X; a repeated question about a person is personal, too. */
function besideQuestion(headers: readonly string[], at: number): KnownColumn | null {
  const asked = /^(?:Points|Feedback) - (.*)$/.exec(headers[at] ?? "")?.[1];
  if (asked !== undefined && headers.slice(Math.max(0, at - 2), at).includes(asked)) return FIELDS.points;
  const [base] = repeatedQuestion(headers, at);
  return base !== undefined && isPersonal(base) ? { takenFor: "personal", how: "header of personal data" } : null;
}
