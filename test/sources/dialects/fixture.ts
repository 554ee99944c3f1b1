import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import type { DialectName, TableHead, TableLayout } from "../../../src/response/table-head.ts";
import { googleForms } from "../../../src/sources/dialects/google-forms.ts";
import { limesurvey } from "../../../src/sources/dialects/limesurvey.ts";
import { microsoftForms } from "../../../src/sources/dialects/microsoft-forms.ts";
import { qualtrics } from "../../../src/sources/dialects/qualtrics.ts";
import { recogniseDialect } from "../../../src/sources/dialects/recognise.ts";
import { surveymonkey } from "../../../src/sources/dialects/surveymonkey.ts";
import { typeform } from "../../../src/sources/dialects/typeform.ts";
import { openTable } from "../../../src/sources/table/open.ts";

/** What the first rows are taken for. rows: cells of each row, the header first. */
export function recognised(rows: readonly (readonly string[])[], asked?: DialectName) {
  const lines = rows.map((cells, at) => ({ cells, line: at + 1 }));
  return recogniseDialect({ rows: lines, quoted: false, delimiter: "," }, asked);
}

/** The layout of rows that are this tool's. */
export function layoutOf(name: DialectName, rows: readonly (readonly string[])[]): TableLayout {
  const found = recognised(rows);
  if (found?.dialect !== name) throw new Error(`taken for ${found?.dialect ?? "nothing"}`);
  return found.layout;
}

/** The head of a file of the checkout, as it is read; asked: as `--dialect` says. */
export async function headOf(path: string, asked?: DialectName) {
  const source = await openTable({ name: path, open: () => Readable.from([readFileSync(path)]) }, { dialect: asked });
  source.close();
  return source.head;
}

/** Every tool that would take a file for its own, whichever is asked first. head: of the file read as a plain table. */
export function takers(head: TableHead): readonly DialectName[] {
  const rows = [{ cells: head.headers, line: head.headerLine }, ...head.sample];
  return [qualtrics, surveymonkey, typeform, microsoftForms, limesurvey, googleForms]
    .filter((tool) => tool.layout({ rows, quoted: false, delimiter: head.delimiter }, false) !== null)
    .map(({ name }) => name);
}
