/** Whether a peer found what the program's own audit says. */

/** Relative to the larger of the two, or to 1. Both add exact integers up, or doubles in another order. */
const CLOSE = 1e-9;

/**
 * @typedef {object} PeerResult
 * @property {number} rows
 * @property {Record<string, readonly number[]>} [items] counts of codes 1 … 5
 * @property {Record<string, { n: number, mean: number, variance: number }>} [dimensions]
 * @property {Record<string, { n: number, covariances: number[][] }>} [sets] of the recoded items of a dimension
 * @property {{ n: number, covariances: number[][] }} [drivers] of dimension scores, the outcome last
 * @property {Record<string, { n: number, alpha: number, omega: number, rest: readonly number[] }>} [reliability] where a peer works it out itself
 */

/**
 * @param {any} audit the program's own, of the same data @param {PeerResult} result @param {{ omega?: number }} [tolerances] absolute
 * @returns {readonly string[]} what differs, in words; empty: nothing
 */
export function differences(audit, result, { omega = 1e-4 } = {}) {
  const found = [...countDifferences(audit, result), ...scoreDifferences(audit, result)];
  for (const [id, { n, covariances }] of Object.entries(result.sets ?? {})) {
    found.push(...reliabilityDifferences(audit, id, { n, alpha: alphaOf(covariances), rest: restOf(covariances) }));
  }
  for (const [id, told] of Object.entries(result.reliability ?? {})) {
    found.push(...reliabilityDifferences(audit, id, told));
    const own = audit.reliability.find(({ dimension }) => dimension === id);
    if (!(Math.abs(own.omega.value - told.omega) <= omega))
      found.push(`omega of ${id}: ${told.omega}, ours ${own.omega.value}`);
  }
  if (result.drivers !== undefined) {
    const { n, r2 } = audit.drivers[0];
    found.push(...differ("people of drivers", result.drivers.n, n));
    found.push(...differ("R² of drivers", explainedBy(result.drivers.covariances), r2.value));
  }
  return found;
}

/** @param {any} audit @param {PeerResult} result @returns {readonly string[]} */
function countDifferences(audit, { rows, items }) {
  const found = differ("rows", rows, audit.asked.people);
  if (items === undefined) return found;
  const counts = audit.items.flatMap(({ id, histogram }) =>
    histogram.flatMap(({ count }, at) => differ(`answers ${at + 1} to ${id}`, items[id]?.[at], count)),
  );
  return [...found, ...counts];
}

/** @param {any} audit @param {PeerResult} result @returns {readonly string[]} */
function scoreDifferences(audit, { dimensions }) {
  if (dimensions === undefined) return [];
  return audit.overall.dimensions.flatMap(({ id, mean, sd }) => [
    ...differ(`people of ${id}`, dimensions[id]?.n, mean.n),
    ...differ(`mean of ${id}`, dimensions[id]?.mean, mean.value),
    ...differ(`variance of ${id}`, dimensions[id]?.variance, sd.value ** 2),
  ]);
}

/** @param {any} audit @param {string} id @param {{ n: number, alpha: number, rest: readonly number[] }} told @returns {readonly string[]} */
function reliabilityDifferences(audit, id, { n, alpha, rest }) {
  const own = audit.reliability.find(({ dimension }) => dimension === id);
  return [
    ...differ(`people of the items of ${id}`, n, own.n),
    ...differ(`alpha of ${id}`, alpha, own.alpha.value),
    ...own.items.flatMap(({ item, rest: ours }, at) =>
      differ(`item-rest correlation of ${item}`, rest[at], ours.value),
    ),
  ];
}

/** @param {string} what @param {number | undefined} theirs @param {number} ours @returns {readonly string[]} */
function differ(what, theirs, ours) {
  const isClose =
    theirs !== undefined && Math.abs(theirs - ours) <= CLOSE * Math.max(1, Math.abs(theirs), Math.abs(ours));
  return isClose ? [] : [`${what}: ${theirs}, ours ${ours}`];
}

/** Cronbach's alpha of k items. @param {number[][]} covariances @returns {number} */
export function alphaOf(covariances) {
  const k = covariances.length;
  const trace = covariances.reduce((sum, row, at) => sum + row[at], 0);
  return (k / (k - 1)) * (1 - trace / sumOf(covariances.flat()));
}

/** Correlation of each item with the sum of the others. @param {number[][]} covariances @returns {readonly number[]} */
export function restOf(covariances) {
  const total = sumOf(covariances.flat());
  return covariances.map((row, at) => {
    const withTotal = sumOf(row);
    const own = row[at];
    return (withTotal - own) / Math.sqrt(own * (total - 2 * withTotal + own));
  });
}

/** R² of the last variable on all others, by elimination. @param {number[][]} covariances @returns {number} */
export function explainedBy(covariances) {
  const matrix = covariances.map((row) => [...row]);
  const last = matrix.length - 1;
  const total = matrix[last][last];
  for (let pivot = 0; pivot < last; pivot += 1) {
    for (let row = pivot + 1; row <= last; row += 1) {
      const factor = matrix[row][pivot] / matrix[pivot][pivot];
      for (let column = pivot; column <= last; column += 1) matrix[row][column] -= factor * matrix[pivot][column];
    }
  }
  return 1 - matrix[last][last] / total;
}

/** @param {readonly number[]} values */
function sumOf(values) {
  return values.reduce((sum, value) => sum + value, 0);
}
