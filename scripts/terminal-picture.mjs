/**
 * Makes docs/terminal.svg: what the program really prints, as a picture for the README.
 *
 *     node scripts/terminal-picture.mjs [file]
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { COLUMNS, writePicture } from "./picture/svg.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const ARGUMENTS = "score examples/staff.csv -f trust-equation --audience employees --by department".split(" ");
/** The picture ends before this heading. */
const END = "Means and favourable shares";

const { stdout } = spawnSync(process.execPath, ["bin/trust-audit.js", ...ARGUMENTS], {
  cwd: root,
  encoding: "utf8",
  env: { PATH: process.env["PATH"], FORCE_COLOR: "1", COLUMNS: String(COLUMNS) },
});
const printed = stdout.split("\n");
const end = printed.findIndex((line) => line.includes(END));
const command = `$ trust-audit ${ARGUMENTS.slice(0, 4).join(" ")} \\`;
writePicture(process.argv[2] ?? join(root, "docs", "terminal.svg"), {
  lines: [command, `    ${ARGUMENTS.slice(4).join(" ")}`, "", ...printed.slice(0, end), "  …"],
  label: "A terminal: the beginning of a report by trust-audit",
});
