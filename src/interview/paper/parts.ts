import type { CodedScale, FigureScale, Scale } from "../../framework/types.ts";
import { blocksOf } from "../blocks.ts";
import type { ItemQuestion } from "../types.ts";
import type { PaperGrid, PaperLines, PaperPart, PaperRow, PaperRuler } from "./sheet.ts";

/** More points than this cannot each have a column with words at its head. */
const MOST_COLUMNS = 7;
/** More than this do not fit side by side on a page: 0 to 10 does. */
const MOST_SIGNS = 11;

/**
 * The items in their order; neighbours with the same scale stand together, evenly cut where they are many. Figures are
 * written in the same way whatever they count: they stand together, each with its unit.
 */
export function paperParts(items: readonly ItemQuestion[]): readonly PaperPart[] {
  return blocksOf(items, writtenAs).map(partOf);
}

function writtenAs({ scale }: ItemQuestion): string {
  return scale.kind === "figure" ? `figure ${scale.decimals}` : scale.id;
}

function partOf(items: readonly ItemQuestion[]): PaperPart {
  const rows = items.map(({ number, text }): PaperRow => ({ number, text }));
  const scale = items[0]?.scale;
  if (scale === undefined) throw new RangeError("a part of the sheet without an item");
  if (scale.kind === "figure") return figures(scale, items);
  if (isWritten(scale)) return written(scale, rows);
  return scale.points.length <= MOST_COLUMNS ? grid(scale, rows) : ruler(scale, rows);
}

/** There is no room to print its points: the answer is written on a line, as a figure is. */
export function isWritten(scale: Scale): boolean {
  if (scale.kind === "figure") return true;
  const count = scale.points.length;
  return count > MOST_SIGNS || (count > MOST_COLUMNS && !wordless(scale));
}

/** Only the ends have words. */
function wordless(scale: CodedScale): boolean {
  return scale.points.slice(1, -1).every((point) => point.label === undefined);
}

function grid(scale: CodedScale, rows: readonly PaperRow[]): PaperGrid {
  const points = scale.points.map(({ code, label }) => ({ sign: signOf(code), says: label ?? null }));
  return { kind: "grid", points, ...shared(rows) };
}

function ruler(scale: CodedScale, rows: readonly PaperRow[]): PaperRuler {
  const signs = scale.points.map((point) => signOf(point.code));
  const low = scale.points[0]?.label ?? "";
  const high = scale.points.at(-1)?.label ?? "";
  return { kind: "ruler", signs, low, high, ...shared(rows) };
}

function written(scale: CodedScale, rows: readonly PaperRow[]): PaperLines {
  const words = scale.points.flatMap(({ code, label }) => (label === undefined ? [] : `${signOf(code)} = ${label}`));
  const range = `a whole number from ${signOf(scale.min)} to ${signOf(scale.max)}`;
  return { kind: "lines", hint: [range, ...words].join("; "), unit: "", ...shared(rows) };
}

function figures(scale: FigureScale, items: readonly ItemQuestion[]): PaperLines {
  const units = items.map((item) => (item.scale.kind === "figure" ? item.scale.unit : ""));
  const isOne = units.every((unit) => unit === scale.unit);
  const rows = items.map(({ number, text }, at): PaperRow => {
    const unit = units[at] ?? "";
    return { number, text: isOne || unit === "" ? text : `${text} (${unit})` };
  });
  const places = scale.decimals === 1 ? "1 decimal" : `${scale.decimals} decimals`;
  const hint = scale.decimals === 0 ? "a whole number" : `a number with up to ${places}`;
  return { kind: "lines", hint, unit: isOne ? scale.unit : "", ...shared(rows) };
}

function shared(rows: readonly PaperRow[]): Pick<PaperPart, "caption" | "head" | "rows"> {
  const [first, last] = [rows[0]?.number ?? 0, rows.at(-1)?.number ?? 0];
  return {
    caption: first === last ? `Question ${first}` : `Questions ${first} to ${last}`,
    head: rows.some((row) => row.text.trimEnd().endsWith("?")) ? "Question" : "Statement",
    rows,
  };
}

/** Print takes a true minus sign. */
function signOf(code: number): string {
  return String(code).replace("-", "−");
}
