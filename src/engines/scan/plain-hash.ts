import { BLOCK_MISSING, BLOCK_ROWS, BLOCK_STRIDE } from "./core.ts";
import { LAST_MISSING_CODE } from "./plain-part.ts";

/** Where the kinds of missing are hashed apart from codes: see hashRow. */
const MISSING_HASHED = 0x40000000;
/** A row of fewer answers may well be like another one by chance: see isTelling. */
const FEWEST_ANSWERS = 10;

/** Per code + 128, what is hashed for it. */
const HASHED = Int32Array.from({ length: 256 }, (_, at) => {
  const code = at - 128;
  return code <= LAST_MISSING_CODE ? MISSING_HASHED + code - BLOCK_MISSING.unanswered : code;
});

/** What hashRow and isTelling say of the rows of a block, one item after the other. */
export function createHash(codes: Int8Array) {
  const items = codes.length / BLOCK_STRIDE;
  const halves = new Int32Array(2 * BLOCK_ROWS);
  const telling = new Uint8Array(BLOCK_ROWS);
  return (rows: number): { readonly halves: Int32Array; readonly telling: Uint8Array } => {
    for (let row = 0; row < rows; row++) {
      halves[2 * row] = 0x9e3779b9;
      halves[2 * row + 1] = 0x85ebca6b;
    }
    for (let item = 0; item < items; item++) hashItem(halves, codes.subarray(item * BLOCK_STRIDE), rows);
    for (let row = 0; row < rows; row++) telling[row] = isTelling(codes, items, row) ? 1 : 0;
    return { halves, telling };
  };
}

function hashItem(halves: Int32Array, column: Int8Array, rows: number): void {
  for (let row = 0; row < rows; row++) {
    const value = HASHED[(column[row] as number) + 128] as number;
    const high = halves[2 * row] as number;
    const low = halves[2 * row + 1] as number;
    halves[2 * row] = Math.imul(high ^ value, 0x01000193) ^ (high >>> 15);
    halves[2 * row + 1] = Math.imul(low ^ value, 0x5bd1e995) ^ (low >>> 13);
  }
}

/** Ten answers or more, not all alike. */
function isTelling(codes: Int8Array, items: number, row: number): boolean {
  let answers = 0;
  let first = 0;
  let differs = false;
  for (let item = 0; item < items; item++) {
    const code = codes[item * BLOCK_STRIDE + row] as number;
    if (code <= LAST_MISSING_CODE) continue;
    if (answers === 0) first = code;
    answers++;
    differs ||= code !== first;
    if (differs && answers >= FEWEST_ANSWERS) return true;
  }
  return false;
}
