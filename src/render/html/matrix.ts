import { escapeHtml as text } from "../paper/escape.ts";
import type { Matrix, MatrixCell } from "../sheet.ts";
import { columnHead, endless, inRegion, isHidden, type Region, roomFor, sum, toneOf, wordsOf } from "./table.ts";
import { toneClass } from "./tone-class.ts";

/** So many columns fit the width of a page; more go into a further table. */
const MOST_COLUMNS = 9;
/** From so far off the middle of the scale on a shade is deep. Index points. */
const DEEP = 20;
const MIDDLE = 50;

/** A heat map that is a table: every shade has its number and its word in it. */
export function matrixTables(matrix: Matrix, { id, name }: Region): string {
  const upright = standing(matrix);
  const parts = Array.from({ length: Math.max(1, Math.ceil(upright.columns.length / MOST_COLUMNS)) }, (_, at) =>
    matrixTable(upright, {
      region: { id: at === 0 ? id : `${id}-${at + 1}`, name: at === 0 ? name : `${name}, continued ${at}` },
      from: at * MOST_COLUMNS,
    }),
  );
  return [...parts, ...(isShaded(upright.cells) ? [legend(upright)] : [])].join("\n");
}

/** Cells of a heat map stand apart; those of other tables have lines between their rows. */
function isShaded(cells: Matrix["cells"]): boolean {
  return cells.some((row) => row.some(({ shade }) => shade !== undefined));
}

/** A page has more height than width: the longer side goes down. */
function standing({ corner, rows, columns, cells, ...rest }: Matrix): Matrix {
  if (columns.length <= MOST_COLUMNS || columns.length <= rows.length) return { ...rest, corner, rows, columns, cells };
  const turned = columns.map((_, column) => rows.map((_row, row) => cells[row]?.[column] ?? NOTHING));
  return { ...rest, corner: { row: corner.column, column: corner.row }, rows: columns, columns: rows, cells: turned };
}

const NOTHING: MatrixCell = { text: "", interval: null };

function matrixTable(
  { corner, rows, columns, cells }: Matrix,
  { region, from }: { readonly region: Region; readonly from: number },
): string {
  const shown = columns.slice(from, from + MOST_COLUMNS);
  const head = [{ title: corner.row }, ...shown.map((title) => ({ title }))].map(columnHead).join("");
  const lines = rows.map((label, at) => {
    const row = cells[at]?.slice(from, from + MOST_COLUMNS) ?? [];
    return `<tr><th scope="row"${toneClass("plain", ...endless(label))}>${text(label)}</th>${row.map(matrixCell).join("")}</tr>`;
  });
  const line =
    roomFor(rows) + sum(shown.map((title, at) => roomFor([...title.split(" "), ...textsOf(cells, from + at)])));
  return inRegion({ ...region, line, height: rows.length }, [
    `<thead><tr>${head}</tr></thead>`,
    `<tbody${isShaded(cells) ? ' class="heat"' : ""}>\n${lines.join("\n")}\n</tbody>`,
  ]);
}

function textsOf(cells: Matrix["cells"], column: number): readonly string[] {
  return cells.flatMap((row) => {
    const cell = row[column];
    return cell === undefined ? [] : [wordsOf(cell.text), cell.interval ?? "", cell.mark ?? ""];
  });
}

function matrixCell({ text: cell, interval, mark = null, shade }: MatrixCell): string {
  const said = wordsOf(cell);
  const after = [
    ...(interval === null ? [] : [`<span class="interval">${text(interval)}</span>`]),
    ...(mark === null ? [] : [`<span class="cell-mark">${text(mark)}</span>`]),
  ];
  const tone = shade == null ? toneOf(cell) : "plain";
  return `<td${toneClass(tone, ...shadeClass(shade ?? null, said))}><span class="value">${text(said)}</span>${after.map((part) => ` ${part}`).join("")}</td>`;
}

/** The tone gives the colour, since on a load the high end is the bad one; the distance from the middle gives its depth. */
function shadeClass(shade: { readonly value: number; readonly tone: string } | null, said: string): readonly string[] {
  if (shade === null) return isHidden(said) ? ["hidden"] : [];
  if (shade.tone !== "good" && shade.tone !== "poor") return ["heat-fair"];
  return [`heat-${shade.tone}${Math.abs(shade.value - MIDDLE) >= DEEP ? "-deep" : ""}`];
}

/** What the shades stand for; only those that there are. */
function legend({ cells }: Matrix): string {
  const all = cells.flat();
  const tones = new Set(all.map(({ shade }) => shade?.tone));
  const keys = [
    ...(tones.has("poor") ? [key("heat-poor", "on the poor side")] : []),
    ...(tones.has("fair") || tones.has("plain") ? [key("heat-fair", "in between, or not sure")] : []),
    ...(tones.has("good") ? [key("heat-good", "on the good side")] : []),
    ...(all.some(({ text: cell }) => isHidden(wordsOf(cell))) ? [key("hidden", "hidden")] : []),
  ];
  return keys.length === 0 ? "" : `<ul class="legend">${keys.join("")}</ul>`;
}

function key(shade: string, words: string): string {
  return `<li><span class="swatch ${shade}" aria-hidden="true"></span> ${words}</li>`;
}
