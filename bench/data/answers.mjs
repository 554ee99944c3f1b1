import { randomWords } from "./random.mjs";

const LEVELS = 16;
const SEED = 20261122;
/** Of 256: one answer in fifty is left out. */
const LEFT_OUT = 5;
const CODES = 5;

/**
 * Seeded answers of people who differ: each has a level, and answers around it; reversed items the other way round.
 * @param {readonly { reverse: boolean }[]} items
 * @returns {(row: Uint8Array) => number} fills one person's codes (0: left out), and gives 32 random bits more for their groups
 */
export function peopleOf(items) {
  const next = randomWords(SEED);
  const table = answerTable();
  const reversed = Uint8Array.from(items, ({ reverse }) => (reverse ? 1 : 0));
  return (row) => {
    const level = next() % LEVELS;
    for (let at = 0; at < row.length; at += 4) {
      const word = next();
      for (let cell = at; cell < Math.min(at + 4, row.length); cell += 1) {
        const turned = reversed[cell] === 1 ? LEVELS - 1 - level : level;
        row[cell] = table[turned * 256 + ((word >>> (8 * (cell - at))) & 255)];
      }
    }
    return next();
  };
}

/** Per level the code of each of 256 equally likely draws: a hump around the level. */
function answerTable() {
  const table = new Uint8Array(LEVELS * 256);
  for (let level = 0; level < LEVELS; level += 1) {
    const centre = 1.2 + (3.6 * level) / (LEVELS - 1);
    const weights = Array.from({ length: CODES }, (_, at) => Math.exp(-((at + 1 - centre) ** 2) / 2.2));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let passed = 0;
    let from = LEFT_OUT;
    weights.forEach((weight, at) => {
      passed += weight;
      const to = at === CODES - 1 ? 256 : LEFT_OUT + Math.round(((256 - LEFT_OUT) * passed) / total);
      table.fill(at + 1, level * 256 + from, level * 256 + to);
      from = to;
    });
  }
  return table;
}
