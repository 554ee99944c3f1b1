import { cleanLines } from "../clean.ts";
import type { Ruler } from "./ruler.ts";
import type { ScreenOptions } from "./screen-layout.ts";
import type { Stylus } from "./stylus.ts";
import { wrap } from "./wrap.ts";

interface DrawnInput {
  readonly lines: readonly string[];
  /** Within these lines; both from 0. */
  readonly cursor: { readonly row: number; readonly column: number };
}

const PROMPT = "› ";

/**
 * The line one types on, with the cursor in it. A long text goes on over several lines; of these at most `most` are seen,
 * those around the cursor.
 */
export function drawInput(
  { label, text }: { readonly label: string; readonly text: string },
  { cursor = text.length, caret = null }: Pick<ScreenOptions, "cursor" | "caret">,
  { stylus, most }: { readonly stylus: Stylus; readonly most: number },
): DrawnInput {
  const { ruler, paint, width } = stylus;
  const rows = editRows(oneLine(text), width - PROMPT.length - 1, ruler);
  const at = rowOf(rows, cursor);
  const first = Math.max(0, Math.min(at - most + 1, rows.length - most));
  const lines = label === "" ? [] : [...wrap(label, width, ruler)];
  let place = { row: lines.length, column: PROMPT.length };
  for (const [index, row] of rows.slice(first, first + most).entries()) {
    if (first + index === at) place = { row: lines.length, column: columnOf(row, cursor, ruler) };
    lines.push((row.start === 0 ? paint.accent(PROMPT) : " ".repeat(PROMPT.length)) + row.text);
    const carets = caret === null ? "" : caretsUnder(row, caret, ruler);
    if (carets !== "") lines.push(" ".repeat(PROMPT.length) + paint.poor(carets));
  }
  return { lines, cursor: place };
}

function columnOf({ start, text }: EditRow, cursor: number, ruler: Ruler): number {
  return PROMPT.length + ruler.width(text.slice(0, Math.max(0, cursor - start)));
}

/** One for one, so that offsets hold: whatever could steer the terminal becomes a space. */
function oneLine(text: string): string {
  return Array.from(text, (sign) => (cleanLines(sign) === sign && sign !== "\n" ? sign : " ".repeat(sign.length))).join(
    "",
  );
}

interface EditRow {
  /** Offset of the row in the whole text. */
  readonly start: number;
  readonly text: string;
}

/** Breaks after spaces where it can, and keeps every character: what one sees is what one typed. */
function editRows(text: string, width: number, ruler: Ruler): readonly EditRow[] {
  const rows: EditRow[] = [];
  let start = 0;
  let row = "";
  for (const piece of ruler.pieces(text)) {
    if (row !== "" && ruler.width(row + piece) > width) {
      const kept = row.lastIndexOf(" ") + 1;
      const cut = kept > 0 && piece !== " " ? kept : row.length;
      rows.push({ start, text: row.slice(0, cut) });
      start += cut;
      row = row.slice(cut);
    }
    row += piece;
  }
  return [...rows, { start, text: row }];
}

function rowOf(rows: readonly EditRow[], cursor: number): number {
  return Math.max(
    0,
    rows.findLastIndex(({ start }) => start <= cursor),
  );
}

function caretsUnder({ start, text }: EditRow, caret: { offset: number; length: number }, ruler: Ruler): string {
  const from = Math.max(0, caret.offset - start);
  const to = Math.min(text.length, caret.offset + caret.length - start);
  const isAtEnd = caret.offset - start === text.length && to === from && caret.offset >= start;
  if (from >= to && !isAtEnd) return "";
  return " ".repeat(ruler.width(text.slice(0, from))) + "^".repeat(Math.max(1, ruler.width(text.slice(from, to))));
}
