import { numberText } from "./cell-text.ts";
import { attribute, closingTag, decodeXml, eachTag, type Tag } from "./xml.ts";

/** What the parser would pass over: errors and dates by type, formulas (their result may be missing). */
const NOTEWORTHY = /\st\s*=\s*["'][ed]["']|<(?:[\w.-]+:)?f[\s/>]/;
const VALUE = /<(?:[\w.-]+:)?v(?:\s[^<>]*)?>([^<]*)</;
const EMPTY_VALUE = /<(?:[\w.-]+:)?v(?:\s[^<>]*)?\/>/;
const FORMULA = /<(?:[\w.-]+:)?f[\s/>]/;
/** A formula that a program wrote and no spreadsheet has worked out yet. */
const NOT_CALCULATED = "#NOT CALCULATED";

/**
 * Writes as text the cells of a sheet whose value would else be lost or mistaken: 45 % stands there as 0.45, an error such
 * as #N/A would read as an empty cell, and so would a formula without a result. xml: the sheet; percent: styles that
 * show per cent. The result is the same sheet with these cells as text.
 */
export function withTellingCells(xml: string, percent: ReadonlySet<string>): string {
  if (percent.size === 0 && !NOTEWORTHY.test(xml)) return xml;
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to, prefix, attributes, content } of cellsWithContent(xml)) {
    const text = tellingText(attributes, content, percent);
    if (text === null) continue;
    const value = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    const cell = `<${prefix}c r="${attribute(attributes, "r") ?? ""}" t="str"><${prefix}v>${value}</${prefix}v></${prefix}c>`;
    pieces.push(xml.slice(done, from), cell);
    done = to;
  }
  return pieces.join("") + xml.slice(done);
}

interface Cell extends Tag {
  readonly content: string;
}

/** As far as the first cell that is never closed: the parser refuses such a sheet. */
function* cellsWithContent(xml: string): Generator<Cell, void, void> {
  let done = 0;
  for (const tag of eachTag(xml, "c")) {
    if (tag.from < done || tag.attributes.endsWith("/")) continue;
    const closing = closingTag(xml, "c", tag);
    if (closing === null) return;
    done = closing.to;
    yield { ...tag, content: xml.slice(tag.to, closing.from), to: done };
  }
}

/** What to write in the cell's place, or null where it says itself what it is. */
function tellingText(attributes: string, content: string, percent: ReadonlySet<string>): string | null {
  const type = attribute(attributes, "t") ?? "n";
  const value = VALUE.exec(content)?.[1] ?? (EMPTY_VALUE.test(content) ? "" : undefined);
  // A formula whose result is an empty text says so by its type.
  const empty = type === "str" && value === "";
  if (value === undefined || value === "") return FORMULA.test(content) && !empty ? NOT_CALCULATED : null;
  if (type === "e") return decodeXml(value);
  if (type === "d") return value.replace("T", " ").replace(/(?:\.\d+)?Z?$/, "");
  return type === "n" && percent.has(attribute(attributes, "s") ?? "0") ? percentText(value) : null;
}

function percentText(value: string): string | null {
  const share = Number(value);
  return value.trim() === "" || Number.isNaN(share) ? null : `${numberText(share * 100)}%`;
}
