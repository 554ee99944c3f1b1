import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";

const DEPARTMENTS = ["Sales", "Operations", "Finance", "Service", "Logistics", "Engineering"];
const CHUNK_ROWS = 2000;

/** Seeded uniform numbers in [0, 1) (mulberry32). @param {number} seed */
function uniform(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Ids and largest codes of a framework's items. @param {string} file @returns {Promise<{ id: string, max: number }[]>} */
async function itemsOf(file) {
  const { items } = parse(await readFile(file, "utf8"));
  return items.map(({ id, scale }) => ({ id, max: scale === "recommend" ? 10 : 5 }));
}

/**
 * Writes a seeded export: a department and one answer an item, one in fifty left out.
 * @param {{ framework: string, file: string, rows: number, quoted?: boolean }} options
 */
export async function writeExport({ framework, file, rows, quoted = false }) {
  const items = await itemsOf(framework);
  const random = uniform(20261122);
  const out = createWriteStream(file);
  out.write(`department,${items.map(({ id }) => id).join(",")}\n`);
  for (let done = 0; done < rows; done += CHUNK_ROWS) {
    const lines = Array.from({ length: Math.min(CHUNK_ROWS, rows - done) }, () => exportRow(items, random, quoted));
    if (!out.write(`${lines.join("\n")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

/** @param {readonly { max: number }[]} items @param {() => number} random @param {boolean} quoted @returns {string} */
function exportRow(items, random, quoted) {
  const department = DEPARTMENTS[Math.floor(random() * DEPARTMENTS.length)];
  const answers = items.map(({ max }) => (random() < 0.02 ? "" : 1 + Math.floor(random() * max)));
  const cells = [department, ...answers];
  return (quoted ? cells.map((cell) => `"${cell}"`) : cells).join(",");
}
