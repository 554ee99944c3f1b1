/**
 * Makes docs/terminal.svg: what the program really prints, as a picture for the README.
 *
 *     node scripts/terminal-picture.mjs [file]
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const ARGUMENTS = "score examples/staff.csv -f trust-equation --audience employees --by department".split(" ");
/** The picture ends before this heading. */
const END = "Means and favourable shares";
const COLUMNS = 80;
/** Escape sequences that set colour and weight. */
const LOOK = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`);
const CELL = { width: 8.4, height: 18, size: 14 };
const MARGIN = 20;
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

/** Runs of one look in a line. @param {string} line */
function runs(line) {
  const parts = line.split(LOOK);
  let look = { colour: "", bold: false, dim: false };
  let column = 0;
  return parts.flatMap((part, at) => {
    if (at % 2 === 1) {
      for (const code of part.split(";")) look = after(look, code);
      return [];
    }
    return part.split(/(\s{2,})/).flatMap((text) => {
      const run = { text, column, ...look };
      column += [...text].length;
      return text.trim() === "" ? [] : [run];
    });
  });
}

/** @param {{ colour: string, bold: boolean, dim: boolean }} look @param {string} code */
function after(look, code) {
  if (code === "" || code === "0") return { colour: "", bold: false, dim: false };
  if (code === "1") return { ...look, bold: true };
  if (code === "2") return { ...look, dim: true };
  if (code === "22") return { ...look, bold: false, dim: false };
  if (code === "39") return { ...look, colour: "" };
  return { ...look, colour: COLOURS[code] ?? look.colour };
}

const escaped = (/** @type {string} */ text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Every run is set to the width its characters take in a terminal, whatever font the reader has. @param {ReturnType<typeof runs>[number]} run @param {number} y */
function drawRun({ text, column, colour, bold, dim }, y) {
  const lead = text.length - text.trimStart().length;
  const shown = text.trim();
  const x = (MARGIN + (column + lead) * CELL.width).toFixed(1);
  const length = ([...shown].length * CELL.width).toFixed(1);
  const look = `${colour === "" ? "" : ` fill="${colour}"`}${bold ? ' font-weight="bold"' : ""}${dim ? ' opacity="0.65"' : ""}`;
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"${look}>${escaped(shown)}</text>`;
}

const { stdout } = spawnSync(process.execPath, ["bin/trust-audit.js", ...ARGUMENTS], {
  cwd: root,
  encoding: "utf8",
  env: { PATH: process.env["PATH"], FORCE_COLOR: "1", COLUMNS: String(COLUMNS) },
});
const printed = stdout.split("\n");
const end = printed.findIndex((line) => line.includes(END));
const command = `$ trust-audit ${ARGUMENTS.slice(0, 4).join(" ")} \\`;
const lines = [command, `    ${ARGUMENTS.slice(4).join(" ")}`, "", ...printed.slice(0, end), "  …"];
const width = Math.ceil(2 * MARGIN + COLUMNS * CELL.width);
const height = 2 * MARGIN + lines.length * CELL.height;
const rows = lines.flatMap((line, at) => runs(line).map((run) => drawRun(run, MARGIN + (at + 1) * CELL.height - 4)));
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="A terminal: the beginning of a report by trust-audit">
<rect width="${width}" height="${height}" rx="8" fill="#1e222a"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${CELL.size}" fill="#dcdfe4" xml:space="preserve">
${rows.join("\n")}
</g>
</svg>
`;
writeFileSync(process.argv[2] ?? join(root, "docs", "terminal.svg"), svg);
