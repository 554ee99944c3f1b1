/**
 * Surveys thousands of made-up organisations month after month and writes into docs/gates.md how often each kind of gate cries
 * wolf and how soon it notices a real drop. Takes some minutes: a process for each design.
 *
 *     node scripts/statistics/gate-alarms.mjs [organisations]
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { inRoot } from "../build/paths.mjs";
import { loadTypeScript } from "./page.mjs";

const PAGE = inRoot("docs", "gates.md");
const { DESIGNS, studyOf } = await loadTypeScript("test/diagnosis/gate/organisations.ts");
const { alarmTable, ORGANISATIONS } = await loadTypeScript("test/diagnosis/gate/alarm-table.ts");
const [asked = String(ORGANISATIONS), only] = process.argv.slice(2);
const organisations = Number(asked);

if (only === undefined) {
  const { withPart } = await loadTypeScript("test/docs/statistics-page.ts");
  /** @type {unknown[]} */
  const studies = [];
  // Two at a time: what a small machine has room for.
  for (let at = 0; at < DESIGNS.length; at += 2)
    studies.push(...(await Promise.all([at, at + 1].filter((one) => one < DESIGNS.length).map(inItsProcess))));
  writeFileSync(PAGE, withPart(readFileSync(PAGE, "utf8"), "false alarms", alarmTable(studies, organisations)));
} else process.stdout.write(JSON.stringify(await studyOf(DESIGNS[Number(only)], organisations)));

/** @param {number} design */
async function inItsProcess(design) {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), asked, String(design)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(await text(child.stdout));
}
