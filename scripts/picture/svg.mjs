/** Draws what a terminal shows as an SVG. */
import { writeFileSync } from "node:fs";

export const COLUMNS = 80;
/** Escape sequences that set colour and weight. */
const LOOK = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`);
const CELL = { width: 8.4, height: 18, size: 14 };
const MARGIN = 20;
/** @typedef {{ colour: string, bold: boolean, dim: boolean }} Look */
const COLOURS = /** @type {Record<string, string>} */ ({
  30: "#5c6370",
  31: "#f07178",
  32: "#98c379",
  33: "#e5c07b",
  34: "#61afef",
  35: "#c678dd",
  36: "#56b6c2",
  37: "#dcdfe4",
  90: "#8b93a1",
  91: "#ff8b92",
  92: "#b5e08c",
  93: "#ffd98a",
  94: "#82c4ff",
  95: "#dd9bf0",
  96: "#7fd6e0",
  97: "#ffffff",
});

/** Runs of one look in a line, and the look it ends with: tmux begins the next line with that. @param {string} line @param {Look} look */
function runs(line, look) {
  const parts = line.split(LOOK);
  let column = 0;
  let now = look;
  const found = parts.flatMap((part, at) => {
    if (at % 2 === 1) {
      for (const code of part.split(";")) now = after(now, code);
      return [];
    }
    return part.split(/(\s{2,})/).flatMap((text) => {
      const run = { text, column, ...now };
      column += [...text].length;
      return text.trim() === "" ? [] : [run];
    });
  });
  return { found, look: now };
}

/** @param {Look} look @param {string} code */
function after(look, code) {
  if (code === "" || code === "0") return { colour: "", bold: false, dim: false };
  if (code === "1") return { ...look, bold: true };
  if (code === "2") return { ...look, dim: true };
  if (code === "22") return { ...look, bold: false, dim: false };
  if (code === "39") return { ...look, colour: "" };
  return { ...look, colour: COLOURS[code] ?? look.colour };
}

const escaped = (/** @type {string} */ text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Every run is set to the width its characters take in a terminal, whatever font the reader has. @param {{ text: string, column: number } & Look} run @param {number} y */
function drawRun({ text, column, colour, bold, dim }, y) {
  const lead = text.length - text.trimStart().length;
  const shown = text.trim();
  const x = (MARGIN + (column + lead) * CELL.width).toFixed(1);
  const length = ([...shown].length * CELL.width).toFixed(1);
  const look = `${colour === "" ? "" : ` fill="${colour}"`}${bold ? ' font-weight="bold"' : ""}${dim ? ' opacity="0.65"' : ""}`;
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look}>${escaped(shown)}</text>`;
}

/**
 * @param {string} file
 * @param {{ lines: readonly string[], label: string }} picture lines with their escape sequences; what it shows, for those who cannot see it
 */
export function writePicture(file, { lines, label }) {
  const width = Math.ceil(2 * MARGIN + COLUMNS * CELL.width);
  const height = 2 * MARGIN + lines.length * CELL.height;
  let look = { colour: "", bold: false, dim: false };
  const rows = lines.flatMap((line, at) => {
    const drawn = runs(line, look);
    look = drawn.look;
    return drawn.found.map((run) => drawRun(run, MARGIN + (at + 1) * CELL.height - 4));
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(label)}">
<rect width="${width}" height="${height}" rx="8" fill="#1e222a"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${CELL.size}" fill="#dcdfe4" xml:space="preserve">
${rows.join("\n")}
</g>
</svg>
`;
  writeFileSync(file, svg);
}
