/** What every peer of this folder is told on its command line, and how it answers. */
import { readFileSync } from "node:fs";

/** @typedef {import("../data/framework.mjs").Rules & { asLabels: boolean }} Rules */

const [, , task = "scores", file = "", rulesFile = ""] = process.argv;

/** `scores`, `full` or `parse`; the export; the rules of scoring stand in a file of their own. */
export const asked = { task, file };

/** @returns {Rules} */
export function readRules() {
  return JSON.parse(readFileSync(rulesFile, "utf8"));
}

/** A symmetric matrix of k variables from its upper triangle by rows. @param {readonly number[]} upper @param {number} k @returns {number[][]} */
export function symmetric(upper, k) {
  const matrix = Array.from({ length: k }, () => new Array(k).fill(0));
  let next = 0;
  for (let a = 0; a < k; a += 1) {
    for (let b = a; b < k; b += 1) {
      matrix[a][b] = upper[next];
      matrix[b][a] = upper[next];
      next += 1;
    }
  }
  return matrix;
}

/** All pairs of 0 … k − 1, a ≤ b, by rows. @param {number} k @returns {readonly (readonly [number, number])[]} */
export function pairsOf(k) {
  return Array.from({ length: k }, (_, a) => Array.from({ length: k - a }, (_, step) => [a, a + step])).flat();
}

/**
 * Covariances (n − 1) from sums and sums of products. @param {number} n @param {readonly number[]} sums
 * @param {readonly number[]} products upper triangle by rows @returns {number[][]}
 */
export function covariances(n, sums, products) {
  const upper = pairsOf(sums.length).map(([a, b], at) => (products[at] - (sums[a] * sums[b]) / n) / (n - 1));
  return symmetric(upper, sums.length);
}

/**
 * The columns that a SQL engine's one row of results had, put into the shape that is compared.
 * @param {Rules} rules @param {Record<string, unknown>} row
 */
export function resultOf(rules, row) {
  const number = (name) => Number(row[name]);
  const items = Object.fromEntries(
    rules.items.map(({ id }) => [id, rules.labels.map((_, at) => number(`count_${id}_${at + 1}`))]),
  );
  const dimensions = Object.fromEntries(
    rules.dimensions.map(({ id }) => [
      id,
      { n: number(`n_${id}`), mean: number(`mean_${id}`), variance: number(`var_${id}`) },
    ]),
  );
  const scores = { rows: number("total"), items, dimensions };
  if (asked.task === "scores") return scores;
  const sets = rules.dimensions.map(({ id, items: own }) => [id, setOf(id, own, number)]);
  const members = [...rules.dimensions.map(({ id }) => id), rules.outcome];
  return { ...scores, sets: Object.fromEntries(sets), drivers: setOf("drivers", members, number) };
}

/** @param {string} name @param {readonly string[]} members @param {(column: string) => number} number */
function setOf(name, members, number) {
  const n = number(`n_set_${name}`);
  const sums = members.map((_, at) => number(`sum_${name}_${at}`));
  const products = pairsOf(members.length).map(([a, b]) => number(`product_${name}_${a}_${b}`));
  return { n, covariances: covariances(n, sums, products) };
}
