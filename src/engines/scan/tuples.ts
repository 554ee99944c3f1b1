/** Numbers the combinations of small numbers as they are met, from 0. */
export interface Tuples {
  /** Of the row: the number of its combination; met for the first time it is the next one. */
  numberOf(keys: Uint16Array, row: number): number;
  /** Combinations met. */
  readonly size: number;
}

const SMALLEST = 1024;

/** width: numbers in a combination. stride: from a number of a row to its next one. */
export function createTuples(width: number, stride: number): Tuples {
  // One number after another leads to a node; the last one is the combination.
  const steps = Array.from({ length: Math.max(0, width - 1) }, () => createStep());
  const firsts = new Int32Array(65_536).fill(-1);
  let size = 0;
  const tuples = {
    size: 0,
    numberOf: (keys: Uint16Array, row: number): number => {
      if (width === 0) {
        tuples.size = 1;
        return 0;
      }
      const first = keys[row] as number;
      let node = firsts[first] as number;
      if (node < 0) {
        node = size;
        firsts[first] = size;
        size += 1;
      }
      for (let at = 1; at < width; at += 1)
        node = (steps[at - 1] as Step).next(node, keys[at * stride + row] as number);
      if (node >= tuples.size) tuples.size = node + 1;
      return node;
    },
  };
  return tuples;
}

interface Step {
  /** From a node, by a number, to another: the same each time, and the next one that is free the first time. */
  next(node: number, key: number): number;
}

/** An open table of pairs, half full at most. */
function createStep(): Step {
  let slots = 2 * SMALLEST;
  let pairs = new Float64Array(slots).fill(-1);
  let nodes = new Int32Array(slots);
  let size = 0;
  const slotOf = (pair: number): number => {
    let slot = Math.imul(pair | 0, 0x9e3779b1) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (slots - 1);
    while (pairs[slot] !== -1 && pairs[slot] !== pair) slot = (slot + 1) & (slots - 1);
    return slot;
  };
  const grow = (): void => {
    const [oldPairs, oldNodes] = [pairs, nodes];
    slots *= 2;
    pairs = new Float64Array(slots).fill(-1);
    nodes = new Int32Array(slots);
    for (let at = 0; at < oldPairs.length; at += 1) {
      const pair = oldPairs[at] as number;
      if (pair === -1) continue;
      const slot = slotOf(pair);
      pairs[slot] = pair;
      nodes[slot] = oldNodes[at] as number;
    }
  };
  return {
    next: (node, key) => {
      const pair = node * 65_536 + key;
      const slot = slotOf(pair);
      if (pairs[slot] === pair) return nodes[slot] as number;
      pairs[slot] = pair;
      nodes[slot] = size;
      size += 1;
      if (2 * size > slots) grow();
      return size - 1;
    },
  };
}
