import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { similarity } from "../columns/likeness.ts";
import { shownHeader } from "../columns/shown-header.ts";
import { normaliseWording } from "../columns/wording.ts";
import type { TableHead } from "../table-head.ts";
import { headerKey } from "./header-key.ts";
import { isPersonalColumn } from "./personal.ts";
import type { MappedColumn, Mapping } from "./types.ts";

/** What has changed in an export since its mapping was made. entries: what the mapping says of each column, or null. */
export function changesOf(
  head: TableHead,
  mapping: Mapping,
  entries: readonly (MappedColumn | null)[],
): readonly Problem[] {
  const fresh = [...entries.keys()].filter(
    (at) => entries[at] === null && head.headers[at] !== "" && !isPersonalColumn(head, at),
  );
  const held = new Set(entries);
  const gone = mapping.columns.filter((column) => !held.has(column));
  return [
    ...otherTool(head, mapping),
    ...gone.map((column) => missing(head, mapping, { column, fresh })),
    ...fresh.map((at) => unheardOf(head, mapping, at)),
    ...entries.flatMap((entry, at) => (entry === null ? [] : otherQuestion(head, mapping, { entry, at }))),
  ];
}

/** Under the same header something else may be asked by now. Case, punctuation and numbering make no other question. */
function otherQuestion(
  head: TableHead,
  mapping: Mapping,
  { entry, at }: { readonly entry: MappedColumn; readonly at: number },
): readonly Problem[] {
  const { question } = entry;
  const wordings = head.wordings[at] ?? [];
  if (question === null || wordings.some((text) => normaliseWording(text) === normaliseWording(question))) return [];
  const [now] = wordings;
  const asks = now === undefined ? "does not say what was asked" : `asks ${quote(now)}`;
  return [
    {
      code: "MP020",
      severity: "error",
      message: `Column ${at + 1} (${shownHeader(entry.header)}, item ${entry.item}) of ${head.file} ${asks}; the mapping was made when it asked ${quote(question)}.`,
      help:
        now === undefined
          ? "Export it as before, with its question texts; or take `question:` out of the mapping, and the header alone decides."
          : "If it is the same question in other words, write them under `question:`; if not, correct `item:`.",
      place: mapping.placeOf(["columns", mapping.columns.indexOf(entry), "question"]),
    },
  ];
}

function otherTool(head: TableHead, mapping: Mapping): readonly Problem[] {
  const found: Problem[] = [];
  if (head.dialect !== mapping.dialect)
    found.push({
      code: "MP011",
      severity: "error",
      message: `The mapping is for exports of ${mapping.dialect}, and ${head.file} was read as ${head.dialect} (${head.reason}).`,
      help: `Export it as before, have a new mapping written, or say what it is with --dialect ${mapping.dialect}.`,
      place: mapping.placeOf(["dialect"]),
    });
  if (mapping.sheet !== null && head.sheet !== mapping.sheet)
    found.push({
      code: "MP012",
      severity: "error",
      message: `The mapping is for the sheet ${quote(mapping.sheet)}, and ${head.file} was read ${head.sheet === null ? "as no workbook" : `from the sheet ${quote(head.sheet)}`}.`,
      help: "Name the sheet with --sheet, or correct `sheet:` in the mapping.",
      place: mapping.placeOf(["sheet"]),
    });
  return found;
}

/** With what it may have been renamed to. */
function missing(
  head: TableHead,
  mapping: Mapping,
  { column, fresh }: { readonly column: MappedColumn; readonly fresh: readonly number[] },
): Problem {
  const names = fresh.map((at) => head.headers[at] ?? "");
  const near = nearestHeader(column.header, names);
  const which = column.occurrence === 1 ? "" : `, number ${column.occurrence} with this header,`;
  return {
    code: "MP014",
    severity: "error",
    message: `The column ${quote(column.header)}${which} (${useOf(column)}) is not in ${head.file} any more.`,
    help:
      near === undefined
        ? "Export it again, or take the column out of the mapping if it is gone for good."
        : "If it was renamed, write the new header in the mapping.",
    ...(near === undefined ? {} : { suggestion: near }),
    place: mapping.placeOf(["columns", mapping.columns.indexOf(column), "header"]),
  };
}

function useOf({ use, item }: MappedColumn): string {
  return use === "item" ? `item ${item}` : use;
}

/** A header that is close: by its letters, or by its words; undefined: none. */
function nearestHeader(header: string, names: readonly string[]): string | undefined {
  const wanted = normaliseWording(header);
  const ranked = names
    .map((name) => ({ name, alike: similarity(wanted, normaliseWording(name)) }))
    .sort((a, b) => b.alike - a.alike);
  const best = ranked[0];
  return best !== undefined && best.alike >= 0.6 ? best.name : suggest(header, names);
}

function unheardOf(head: TableHead, mapping: Mapping, at: number): Problem {
  const header = head.headers[at] ?? "";
  const shown = shownHeader(header);
  const place = { file: head.file, line: head.headerLine };
  const again = mapping.columns.some((column) => headerKey(column.header, 1) === headerKey(header, 1));
  if (again)
    return {
      code: "MP015",
      severity: "error",
      message: `Column ${at + 1} (${shown}) has a header that stands in the file more often than in the mapping.`,
      help: "Rename it, or say in the mapping what it is, with `occurrence:`.",
      place,
    };
  return {
    code: "MP013",
    severity: "error",
    message: `Column ${at + 1} (${shown}) is not in the mapping ${mapping.file}.`,
    help: "Add it under `columns:`; with `use: ignore` it is passed over.",
    place,
  };
}
