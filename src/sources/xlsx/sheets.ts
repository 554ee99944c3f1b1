import { WorkbookFault } from "./fault.ts";
import { attribute, tags } from "./xml.ts";
import { type Archive, openArchive } from "./zip.ts";

/** A sheet that holds cells (a chart is none). */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Where it stands in the archive. */
  readonly part: string;
}

/** What a workbook consists of, before any of its cells is read. */
export interface Workbook {
  readonly archive: Archive;
  readonly sheets: readonly Sheet[];
  /** Days count from 1904. */
  readonly from1904: boolean;
  /** Where they stand in the archive; null: the workbook has none. */
  readonly styles: string | null;
  readonly sharedStrings: string | null;
}

/** Some programs number the main part. */
const MAIN = /^xl[\\/]workbook\d*\.xml$/i;
/** The lists of parts are short; more is an attack. Bytes. */
const LONGEST_LIST = 4_194_304;

/** Reads the lists of a workbook's parts; null where the archive is no workbook. Throws WorkbookFault. */
export function openWorkbookParts(file: Buffer): Workbook | { readonly archive: Archive; readonly sheets: null } {
  const archive = openArchive(file);
  const main = archive.names.find((name) => MAIN.test(name));
  if (main === undefined) return { archive, sheets: null };
  const xml = textOf(archive, main);
  const lists = textOf(archive, main.replace(/^xl[\\/](.*)$/i, "xl/_rels/$1.rels"));
  const parts = tags(lists, "Relationship").map((tag) => ({
    id: attribute(tag, "Id"),
    kind: (attribute(tag, "Type") ?? "").split("/").at(-1) ?? "",
    part: partName(attribute(tag, "Target") ?? ""),
  }));
  const only = (kind: string): string | null => parts.find((one) => one.kind === kind)?.part ?? null;
  return {
    archive,
    sheets: tags(xml, "sheet").flatMap((tag) => {
      const found = parts.find(({ id, kind }) => kind === "worksheet" && id === attribute(tag, "id"));
      const hidden = (attribute(tag, "state") ?? "visible") !== "visible";
      return found === undefined ? [] : [{ name: attribute(tag, "name") ?? "", hidden, part: found.part }];
    }),
    from1904: ["1", "true"].includes(attribute(tags(xml, "workbookPr")[0] ?? "", "date1904") ?? ""),
    styles: only("styles"),
    sharedStrings: only("sharedStrings"),
  };
}

/** Targets are relative to `xl/`, or begin at the root. */
function partName(target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  return target.startsWith("../") ? target.slice(3) : `xl/${target.replace(/^\.\//, "")}`;
}

function textOf(archive: Archive, name: string): string {
  const bytes = archive.unpack(name, LONGEST_LIST);
  if (bytes === null) throw new WorkbookFault("damaged", `${name} is missing`);
  return bytes.toString("utf8");
}

/** Says whether a sheet has any cell, without reading a large one. */
export function holdsCells({ archive }: Pick<Workbook, "archive">, { part }: Sheet): boolean {
  if (archive.sizeOf(part) > LONGEST_LIST) return true;
  return /<(?:[\w.-]+:)?v[\s>]|<(?:[\w.-]+:)?is[\s>]/.test(
    archive.unpack(part, LONGEST_LIST)?.toString("latin1") ?? "",
  );
}
