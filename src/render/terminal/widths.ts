import { type Grid, isCells } from "./grid.ts";
import { INDENT, type Stylus } from "./stylus.ts";
import { unbroken } from "./wrap.ts";

/** Spaces between columns. */
export const GAP = 2;
/** Where even this is too wide for the page, columns are cut to it. */
export const LEAST = 3;

/** Words up to this are not cut while anything else can give way. */
export const WORD = 24;

/** Columns a grid takes when nothing but titles is wrapped, from the left edge of the page. */
export function naturalWidth(grid: Grid, stylus: Stylus): number {
  return total(natural(grid, stylus).map(({ cells }) => cells));
}

/** Columns a grid takes when everything is wrapped as far as its columns allow. */
export function narrowestWidth(grid: Grid, stylus: Stylus): number {
  return total(natural(grid, stylus).map(({ wrapped }) => wrapped));
}

/** From the left edge of the page to the right edge of the last column. */
export function total(widths: readonly number[]): number {
  return INDENT + widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
}

interface Natural {
  /** Nothing wrapped. */
  readonly full: number;
  /** Only the title wrapped. */
  readonly cells: number;
  /** Cells wrapped as far as the column allows without cutting a word. */
  readonly wrapped: number;
  /** Every word whole. */
  readonly words: number;
  /** Cells wrapped as far as the column allows, whatever becomes of words. */
  readonly cut: number;
}

function natural({ columns, rows }: Grid, { ruler }: Stylus): readonly Natural[] {
  return columns.map(({ title, wrapTo }, at) => {
    const lines = rows.flatMap((row) => (isCells(row) ? (row[at]?.text ?? "").split("\n") : []));
    const cells = Math.max(longest(title.split(" "), ruler), longest(lines, ruler));
    const words = Math.min(cells, WORD, longest([title, ...lines].flatMap(unbroken), ruler));
    const cut = Math.min(cells, wrapTo ?? cells);
    const wrapped = Math.max(cut, Math.min(cells, words));
    return { full: Math.max(cells, ruler.width(title)), cells, wrapped, words, cut };
  });
}

function longest(texts: readonly string[], ruler: Stylus["ruler"]): number {
  return texts.reduce((most, text) => Math.max(most, ruler.width(text)), 0);
}

/** Titles give way first, then the columns that may be wrapped, then all of them; words are cut last. Always the widest. */
export function columnWidths(grid: Grid, stylus: Stylus): readonly number[] {
  const available = stylus.width - INDENT - GAP * (grid.columns.length - 1);
  const sizes = natural(grid, stylus);
  const start = sizes.map(({ full }) => Math.min(full, available));
  const floors = [
    sizes.map(({ cells }) => cells),
    sizes.map(({ wrapped }) => wrapped),
    sizes.map(({ words, wrapped }) => Math.min(words, wrapped)),
    sizes.map(({ cut }) => cut),
    sizes.map(() => LEAST),
  ];
  return floors.reduce((widths, least) => shrink(widths, least, available), start);
}

function shrink(widths: readonly number[], least: readonly number[], available: number): number[] {
  const result = [...widths];
  let excess = result.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0) {
    const widest = widestAbove(result, least);
    if (widest < 0) return result;
    result[widest] = (result[widest] ?? 0) - 1;
    excess -= 1;
  }
  return result;
}

function widestAbove(widths: readonly number[], least: readonly number[]): number {
  return widths.reduce((best, width, at) => {
    const room = width > (least[at] ?? 0);
    return room && width > (widths[best] ?? 0) ? at : best;
  }, -1);
}
