import type { TableHead } from "../../response/source-plan.ts";
import type { Delimiter } from "./delimiter.ts";

export type Dialect = TableHead["dialect"];

interface Reading {
  readonly dialect: Dialect;
  readonly reason: string;
}

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

/**
 * Which survey tool wrote the file, by its header.
 * quoted: the file begins with a quotation mark; asked: what the user says it is.
 */
export function recogniseDialect(file: {
  readonly quoted: boolean;
  readonly headers: readonly string[];
  readonly delimiter: Delimiter;
  readonly asked: Dialect | undefined;
}): Reading {
  if (file.asked !== undefined) return { dialect: file.asked, reason: "as asked" };
  const first = (file.headers[0] ?? "").trim();
  if (file.delimiter === "|" || !TIMESTAMPS.has(first.toLowerCase())) {
    return { dialect: "plain", reason: "one header row, no mark of a survey tool" };
  }
  const way = file.quoted ? "own download: every cell quoted" : "by way of a sheet: few quotes";
  return { dialect: "google-forms", reason: `first column "${first}", ${way}` };
}
