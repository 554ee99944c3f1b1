/** What is worked out from measured times: medians, ratios, and whether a bar is met. */

/** @typedef {{ what: string, value: number, unit: string, bar: number, note: string }} Bar a value that must not be larger than `bar`; Infinity: only shown */

/** @param {readonly number[]} values at least one @returns {number} */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Half of the rounds lie between these. @param {readonly number[]} values @returns {readonly [number, number]} */
export function middleHalf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return [sorted[Math.floor((sorted.length - 1) / 4)], sorted[Math.ceil((3 * (sorted.length - 1)) / 4)]];
}

/**
 * How much costs differ: the largest over the smallest, 1 or more. Not a number where one is not above 0: the start-up that was
 * taken off was measured in a slower spell, and nothing can be said.
 * @param {readonly number[]} costs @returns {number}
 */
export function spread(costs) {
  const least = Math.min(...costs);
  return least > 0 ? Math.max(...costs) / least : Number.NaN;
}

/** @param {Bar} bar @returns {"met" | "MISSED" | ""} what was not measured is missed */
export function verdict({ value, bar }) {
  if (bar === Number.POSITIVE_INFINITY) return "";
  return value <= bar ? "met" : "MISSED";
}

/** @param {number} milliseconds @returns {string} */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 2 : 1)} s`;
}

/** @param {number} value @param {string} unit @returns {string} */
export function shown(value, unit) {
  return unit === "MB" ? value.toFixed(0) : value.toFixed(2);
}

/** The value of a bar: a digit more where the usual ones do not tell on which side of the bar it is. @param {Bar} bar @returns {string} */
export function beside({ value, bar, unit }) {
  const text = shown(value, unit);
  return text === shown(bar, unit) && value !== bar ? value.toFixed(unit === "MB" ? 1 : 3) : text;
}
