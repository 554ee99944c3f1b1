/**
 * Measures the built program beside what one could pick instead, and writes the tables of docs/performance.md.
 *
 *     node bench/run.mjs [--quick | --full] [--only PART,PART] [--rounds N] [--strict] [--json FILE] [--no-page]
 *
 * `--quick`: start-up and 100,000 rows, and no page. `--full`: 5,000,000 rows as well; needs 3 GB of disk for its data in .bench/, which it
 * keeps. `--strict`: a missed bar is exit code 1.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { verdict } from "./harness/figures.mjs";
import { machineOf } from "./harness/machine.mjs";
import { findPeers } from "./harness/peers.mjs";
import { optionsOf, ROOT, SCRATCH } from "./harness/program.mjs";
import { aligned, barTable, filled, markdownTable, sectionMarkdown, sectionText } from "./harness/report.mjs";
import { partsOf } from "./parts.mjs";

const PAGE = path.join(ROOT, "docs", "performance.md");
const { values: flags } = parseArgs({
  options: {
    ...Object.fromEntries(
      ["quick", "full", "strict", "no-page"].map((name) => [name, { type: "boolean", default: false }]),
    ),
    only: { type: "string" },
    rounds: { type: "string", default: "5" },
    json: { type: "string" },
  },
});

mkdirSync(SCRATCH, { recursive: true });
const { peers, absent } = findPeers();
const machine = machineOf(peers);
console.log(machine.join("\n"));
for (const { name, install } of absent) console.log(`Without ${name}: ${install}`);
const sections = measured();
const bars = sections.flatMap((section) => section.bars);
console.log(`\nBars\n\n${aligned(barTable(bars))}`);
for (const { bar, note } of bars)
  if (bar === Number.POSITIVE_INFINITY && note.endsWith("not measured")) console.log(`Not judged: ${note}.`);
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ machine, absent, sections }, null, 2)}\n`);
if (!flags.quick && !flags["no-page"]) writePage();
if (flags.strict && bars.some((bar) => verdict(bar) === "MISSED")) process.exitCode = 1;

/** @returns {readonly import("./harness/report.mjs").Section[]} */
function measured() {
  const tell = (text) => console.error(`  ${text}`);
  const size = flags.quick ? "quick" : flags.full ? "full" : "usual";
  const parts = partsOf(size, { peers, tell, folder: SCRATCH, options: optionsOf(), rounds: Number(flags.rounds) });
  const wanted = flags.only?.split(",") ?? Object.keys(parts);
  return wanted.map((name) => {
    if (parts[name] === undefined) throw new Error(`No part "${name}": there are ${Object.keys(parts).join(", ")}`);
    const section = parts[name]();
    console.log(sectionText(section));
    return section;
  });
}

/** Only what was measured now is written anew. */
function writePage() {
  const tables = sections.map((section) => [section.name, sectionMarkdown(section)]);
  const whole =
    flags.only === undefined
      ? [
          ["machine", machine.map((line) => `- ${line}`).join("\n")],
          ["bars", markdownTable(barTable(bars))],
        ]
      : [];
  const page = [...whole, ...tables].reduce(
    (text, [name, table]) => filled(text, name, table),
    readFileSync(PAGE, "utf8"),
  );
  writeFileSync(PAGE, page);
}
