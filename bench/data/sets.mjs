import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { frameworkText, rulesOf } from "./framework.mjs";
import { writeExport } from "./write.mjs";

/** Changed whenever the same recipe gives other bytes. */
const EDITION = 1;

/** Every data set: rows, items, and how it is written. */
export const SETS = {
  "numbers-200": { rows: 200, items: 40 },
  "numbers-1000": { rows: 1_000, items: 40 },
  "labels-1000": { rows: 1_000, items: 40, labels: true },
  "numbers-20k": { rows: 20_000, items: 40 },
  "numbers-100k": { rows: 100_000, items: 40 },
  "labels-100k": { rows: 100_000, items: 40, labels: true },
  "numbers-1M": { rows: 1_000_000, items: 40 },
  "labels-1M": { rows: 1_000_000, items: 40, labels: true },
  "quoted-1M": { rows: 1_000_000, items: 40, quoted: true },
  "crlf-1M": { rows: 1_000_000, items: 40, newline: "\r\n" },
  "numbers-5M": { rows: 5_000_000, items: 40 },
  "items-10": { rows: 200_000, items: 10 },
  "items-20": { rows: 200_000, items: 20 },
  "items-40": { rows: 200_000, items: 40 },
  "items-80": { rows: 200_000, items: 80 },
  "groups-400k": { rows: 400_000, items: 40, groups: true },
};

/** @typedef {{ name: string, file: string, framework: string, rules: string, rows: number, items: number, labels: boolean, bytes: number }} DataSet */

/**
 * A data set on the disk: written once, used again while its recipe stays the same.
 * @param {keyof typeof SETS} name @param {string} folder @returns {DataSet}
 */
export function dataSet(name, folder) {
  const { items, rows, ...how } = SETS[name];
  mkdirSync(folder, { recursive: true });
  const rules = rulesOf(items);
  const file = path.join(folder, `${name}.csv`);
  const mark = createHash("sha256")
    .update(JSON.stringify([EDITION, SETS[name], rules]))
    .digest("hex");
  const marked = `${file}.recipe`;
  if (!existsSync(file) || !existsSync(marked) || readFileSync(marked, "utf8") !== mark) {
    // Under its own name only when whole: an interrupted run leaves no half file to be measured.
    writeExport(`${file}.part`, { ...how, rows, rules });
    renameSync(`${file}.part`, file);
    writeFileSync(marked, mark);
  }
  const framework = path.join(folder, `of-${items}.yaml`);
  writeFileSync(framework, frameworkText(items));
  const rulesFile = path.join(folder, `of-${items}${how.labels ? "-labels" : ""}.json`);
  writeFileSync(rulesFile, JSON.stringify({ ...rules, asLabels: how.labels ?? false }));
  return {
    name,
    file,
    framework,
    rules: rulesFile,
    rows,
    items,
    labels: how.labels ?? false,
    bytes: statSync(file).size,
  };
}
