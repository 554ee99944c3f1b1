import type { AuditFile } from "../../audit/types.ts";
import { plural } from "../words.ts";

const DIALECTS: Readonly<Record<string, string>> = {
  plain: "a plain table",
  qualtrics: "Qualtrics",
  surveymonkey: "SurveyMonkey",
  "google-forms": "Google Forms",
  limesurvey: "LimeSurvey",
  typeform: "Typeform",
  "microsoft-forms": "Microsoft Forms",
};
const ENCODINGS: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  "windows-1252": "Windows-1252",
};
const DELIMITERS: Readonly<Record<string, string>> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };

/** What a file was taken for: `Qualtrics (row 3 holds import ids), 3 header rows, UTF-8 with BOM, comma`. */
export function readAs(file: Omit<AuditFile, "name" | "rows" | "columns">): string {
  const told = file.dialect !== "plain" || file.reason.startsWith("rows are left out by ");
  const why = told ? ` (${file.reason})` : "";
  return [
    `${DIALECTS[file.dialect] ?? file.dialect}${why}`,
    plural(file.headerRows, "header row", "header rows"),
    ...container(file),
    ...(file.compressed ? ["gzip"] : []),
  ].join(", ");
}

function container({ encoding, bom, delimiter, sheet }: Parameters<typeof readAs>[0]): readonly string[] {
  if (sheet !== null) return [`workbook, sheet "${sheet}"`];
  return [
    ...(encoding === null ? [] : [`${ENCODINGS[encoding] ?? encoding}${bom ? " with BOM" : ""}`]),
    ...(delimiter === null ? [] : [delimiterWords(delimiter)]),
  ];
}

/** A tab comes back from an audit as a space. */
function delimiterWords(delimiter: string): string {
  return DELIMITERS[delimiter] ?? (delimiter.trim() === "" ? "tab" : delimiter);
}
