/** Simulated people and what their exports are written with. Seeded: same seed, same bytes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Mulberry32: small, seeded, good enough to simulate answers. @param {number} seed */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {() => number} next */
export const normal = (next) => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
const clamp = (/** @type {number} */ x, /** @type {number} */ low, /** @type {number} */ high) =>
  Math.min(high, Math.max(low, Math.round(x)));

/** @param {string} id */
export const framework = (id) => parse(readFileSync(join(root, "frameworks", `${id}.yaml`), "utf8"));
/** @param {string} id */
export const profile = (id) => framework(join("profiles", id));
const LABELS = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"];

/**
 * One simulated person: item id → code, or "" where nothing was answered.
 * `level` of a dimension: the mean of its items before reversing, on 1–5.
 * @param {any} of @param {(dimension: string) => number} level @param {{ next: () => number, spread?: number }} drawn spread: between people
 */
export function person(of, level, { next, spread = 0.55 }) {
  const lift = normal(next) * spread;
  const lower = new Set(
    of.dimensions.filter((/** @type {any} */ d) => d.direction === "lower").map((/** @type {any} */ d) => d.id),
  );
  /** @type {Record<string, number | "">} */
  const answers = {};
  for (const item of of.items) {
    if (item.dimension === undefined) {
      answers[item.id] = next() < 0.04 ? "" : clamp(7 + lift * 3 + normal(next) * 1.5, 0, 10);
      continue;
    }
    const good = lower.has(item.dimension) ? -lift : lift;
    const x = clamp(level(item.dimension) + good + normal(next) * 0.75, 1, 5);
    answers[item.id] = next() < 0.03 ? "" : item.reverse ? 6 - x : x;
  }
  return answers;
}

export const label = (/** @type {number | ""} */ code) => (code === "" ? "" : (LABELS[code - 1] ?? ""));
export const quoted = (/** @type {unknown} */ cell) => `"${String(cell).replaceAll('"', '""')}"`;
export const plain = (/** @type {unknown} */ cell) => (/[",;\n]/.test(String(cell)) ? quoted(cell) : String(cell));
export const wording = (/** @type {any} */ item, /** @type {string} */ audience) =>
  typeof item.text === "string" ? item.text : item.text[audience];

/** @param {readonly (readonly unknown[])[]} rows @param {(cell: unknown) => string} [cell] @param {string} [delimiter] */
export function lines(rows, cell = plain, delimiter = ",") {
  return rows.map((row) => `${row.map(cell).join(delimiter)}\n`).join("");
}
