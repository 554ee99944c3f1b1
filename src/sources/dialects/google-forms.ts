import type { KnownColumn } from "../../response/table-head.ts";
import { plainLayout } from "../../response/table-head.ts";
import type { Dialect, FirstRows } from "./dialect.ts";
import { headersIn } from "./headers.ts";

/** The first column of a Google Forms sheet in the languages Google writes it in, lower case. */
const TIMESTAMPS: ReadonlySet<string> = new Set([
  "timestamp",
  "zeitstempel",
  "horodateur",
  "horodatage",
  "marca temporal",
  "marca de tiempo",
  "carimbo de data/hora",
  "informazioni cronologiche",
  "tijdstempel",
  "tidsstämpel",
  "tidsstempel",
  "tidsmerke",
  "aikaleima",
  "sygnatura czasowa",
  "časové razítko",
  "časová pečiatka",
  "időbélyeg",
  "marcaj temporal",
  "zaman damgası",
  "χρονική σήμανση",
  "отметка времени",
  "позначка часу",
  "タイムスタンプ",
  "타임스탬프",
  "时间戳记",
  "時間戳記",
]);

/** The form's own download quotes every cell; the sheet the form writes to, few. One header row; every row was submitted. */
export const googleForms: Dialect = {
  name: "google-forms",
  looks: 'the first column is "Timestamp", in any language',
  layout: ({ rows, quoted, delimiter }, asked) => {
    const headers = headersIn(rows[0]);
    const first = headers[0] ?? "";
    const stamped = TIMESTAMPS.has(first.toLowerCase());
    if (!asked && (delimiter === "|" || !stamped)) return null;
    const sheet = delimiter === null ? "a workbook" : "by way of a sheet: few quotes";
    const way = quoted ? "own download: every cell quoted" : sheet;
    return { ...plainLayout(headers, `first column "${first}", ${way}`), known: marksOfQuiz(headers, rows) };
  },
};

const QUIZ: KnownColumn = { takenFor: "ignored", how: "Google Forms' marks of a quiz" };

/** `8.00 / 10`, and `-- / 0` of a question that gives no points. */
const POINTS = /^(?:--|\d+(?:[.,]\d+)?) \/ \d+(?:[.,]\d+)?$/;

/** Points, of all or behind one question, and the feedback behind those: `X`, `X [Score]`, `X [Feedback]`. */
function marksOfQuiz(headers: readonly string[], rows: FirstRows["rows"]): readonly (KnownColumn | null)[] {
  const behind = (at: number, by: number): boolean => {
    const question = headers[at - by] ?? "";
    return question !== "" && (headers[at] ?? "").startsWith(`${question} [`);
  };
  const points = headers.map((header, at) => {
    const cells = rows.slice(1).flatMap(({ cells: row }) => (row[at]?.trim() ? [row[at].trim()] : []));
    const total = at > 0 && at < 4 && !header.includes("[");
    return (total || behind(at, 1)) && cells.length > 0 && cells.every((cell) => POINTS.test(cell));
  });
  return points.map((point, at) => (point || (points[at - 1] && behind(at, 2)) ? QUIZ : null));
}
