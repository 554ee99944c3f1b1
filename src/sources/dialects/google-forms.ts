import { plainLayout } from "../../response/table-head.ts";
import type { Dialect } from "./dialect.ts";

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
    const headers = (rows[0]?.cells ?? []).map((cell) => cell.trim());
    const first = headers[0] ?? "";
    if (!asked && (delimiter === "|" || !TIMESTAMPS.has(first.toLowerCase()))) return null;
    const way = quoted ? "own download: every cell quoted" : "by way of a sheet: few quotes";
    return plainLayout(headers, `first column "${first}", ${way}`);
  },
};
