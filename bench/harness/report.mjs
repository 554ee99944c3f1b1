/** What a part of the benchmark found, and how it is printed and kept. */
import { beside, shown, verdict } from "./figures.mjs";

/**
 * @typedef {object} Section
 * @property {string} name of its place in docs/performance.md
 * @property {string} title
 * @property {readonly string[]} heading
 * @property {readonly (readonly string[])[]} rows
 * @property {readonly import("./figures.mjs").Bar[]} bars
 * @property {readonly string[]} notes sentences
 * @property {unknown} [times] every round, for `--json`
 */

/** @param {readonly (readonly string[])[]} table the first row is the heading @returns {string} columns under one another */
export function aligned(table) {
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => (row[column] ?? "").length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** @param {Section} section @returns {string} */
export function sectionText({ title, heading, rows, notes }) {
  return ["", title, "", aligned([heading, ...rows]), ...notes.flatMap((note) => ["", note])].join("\n");
}

/** @param {readonly import("./figures.mjs").Bar[]} bars @returns {readonly (readonly string[])[]} heading and rows */
export function barTable(bars) {
  const rows = bars
    .filter(({ bar }) => bar !== Number.POSITIVE_INFINITY)
    .map((one) => [one.what, `${beside(one)} ${one.unit}`, `≤ ${shown(one.bar, one.unit)}`, verdict(one), one.note]);
  return [["what", "measured", "bar", "", "medians"], ...rows];
}

/** @param {readonly (readonly string[])[]} table @returns {string} Markdown */
export function markdownTable([heading, ...rows]) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heading), `|${heading.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/**
 * Puts text between the markers `<!-- measured: NAME -->` and `<!-- end -->` of a page.
 * @param {string} page @param {string} name @param {string} text @returns {string}
 */
export function filled(page, name, text) {
  const start = `<!-- measured: ${name} -->`;
  const from = page.indexOf(start);
  const to = page.indexOf("<!-- end -->", from);
  if (from < 0 || to < 0) throw new Error(`docs/performance.md has no place for "${name}"`);
  return `${page.slice(0, from + start.length)}\n${text}\n${page.slice(to)}`;
}

/** @param {Section} section @returns {string} what stands between its markers */
export function sectionMarkdown({ heading, rows, notes }) {
  return [markdownTable([heading, ...rows]), ...notes].join("\n\n");
}
