import { closeSync, openSync, writeSync } from "node:fs";
import { peopleOf } from "./answers.mjs";
import { LABELS } from "./framework.mjs";

const CHUNK = 4 * 1_048_576;
const DEPARTMENTS = ["Sales", "Operations", "Finance", "Service", "Logistics", "Engineering"];
const TENURES = ["under 2 years", "2 to 5 years", "over 5 years"];
const REGIONS = ["North", "South", "East", "West"];

/** Columns before the answers: what a row has there is told by 32 random bits. Bits used twice would tie columns together. */
const PEOPLE_COLUMNS = {
  department: (bits) => DEPARTMENTS[(bits & 255) % DEPARTMENTS.length],
  tenure: (bits) => TENURES[((bits >>> 8) & 255) % TENURES.length],
  region: (bits) => REGIONS[(bits >>> 16) & 3],
};
const GROUP_COLUMNS = {
  ten: (bits) => `Unit ${bits % 10}`,
  hundred: (bits) => `Site ${(bits >>> 4) % 100}`,
  thousand: (bits) => `Team ${(bits >>> 12) % 1000}`,
};

/** @typedef {{ rows: number, rules: import("./framework.mjs").Rules, labels?: boolean, quoted?: boolean, newline?: string, groups?: boolean }} Recipe */

/** Writes an export: an id, three columns about the person, one cell an item. @param {string} file @param {Recipe} recipe */
export function writeExport(file, recipe) {
  const { rows, rules, quoted = false, newline = "\n", groups = false } = recipe;
  const people = groups ? GROUP_COLUMNS : PEOPLE_COLUMNS;
  const out = openSync(file, "w");
  const buffer = Buffer.alloc(CHUNK);
  const cells = cellsOf(recipe);
  const longest = 200 + rules.items.length * Math.max(...cells.map((cell) => cell.length));
  const draw = peopleOf(rules.items);
  const codes = new Uint8Array(rules.items.length);
  const heading = ["respondent", ...Object.keys(people), ...rules.items.map(({ id }) => id)];
  let at = buffer.write((quoted ? heading.map((name) => `"${name}"`) : heading).join(",") + newline);
  const start = startOf(Object.values(people), quoted);
  const end = Buffer.from(newline);
  for (let row = 1; row <= rows; row += 1) {
    if (at + longest > CHUNK) at = flush(out, buffer, at);
    at += buffer.latin1Write(start(row, draw(codes)), at);
    for (let item = 0; item < codes.length; item += 1) at = put(buffer, at, cells[codes[item]]);
    at = put(buffer, at, end);
  }
  flush(out, buffer, at);
  closeSync(out);
}

/** By code, 0 for an answer left out: the comma before a cell, and the cell. @param {Recipe} recipe @returns {readonly Buffer[]} */
function cellsOf({ labels = false, quoted = false }) {
  const texts = ["", ...LABELS.map((label, at) => (labels ? label : String(at + 1)))];
  return texts.map((text) => Buffer.from(quoted ? `,"${text}"` : `,${text}`));
}

/** @param {readonly ((bits: number) => string)[]} columns @param {boolean} quoted @returns {(row: number, bits: number) => string} */
function startOf(columns, quoted) {
  const quote = quoted ? '"' : "";
  const between = `${quote},${quote}`;
  return (row, bits) => {
    let text = `${quote}R${String(row).padStart(7, "0")}`;
    for (const column of columns) text += between + column(bits);
    return text + quote;
  };
}

/** A loop: a call of `copy` costs more than these few bytes. @param {Buffer} buffer @param {number} at @param {Buffer} bytes */
function put(buffer, at, bytes) {
  for (let byte = 0; byte < bytes.length; byte += 1) buffer[at + byte] = bytes[byte];
  return at + bytes.length;
}

/** @param {number} out @param {Buffer} buffer @param {number} length @returns {number} where the next bytes go */
function flush(out, buffer, length) {
  for (let from = 0; from < length; ) from += writeSync(out, buffer, from, length - from);
  return 0;
}
