import { expect, it } from "vitest";
import { BLOCK_ROWS, BLOCK_STRIDE, type BlockKernel, type ScanCore } from "../../../src/engines/scan/core.ts";
import { createRowGroups } from "../../../src/engines/scan/row-groups.ts";

/** A block whose rows hold two keys and nothing else; a cell holds the sum of its rows' numbers. */
function block() {
  const core = { rows: 0, keys: new Uint16Array(2 * BLOCK_STRIDE) };
  const cells = new Map<string, Float64Array>();
  const order = new Uint16Array(BLOCK_ROWS);
  const numbers = new Float64Array(BLOCK_ROWS);
  const foldRow = (row: number, cell: Float64Array): void => {
    cell[0] = (cell[0] ?? 0) + (numbers[row] ?? 0);
  };
  const kernel: Pick<BlockKernel, "order" | "add"> = {
    order,
    add: (cell, from, to) => {
      for (const row of order.subarray(from, to)) foldRow(row, cell);
    },
  };
  const symbol = { valueOf: (one: number) => `${one}` };
  const groups = createRowGroups({
    core: core as unknown as ScanCore,
    kernel: kernel as BlockKernel,
    symbols: [symbol, symbol],
    cellOf: (values) => {
      const cell = new Float64Array(1);
      cells.set(values.join(), cell);
      return cell;
    },
    foldRow,
  });
  const row = (first: number, second: number, number: number): void => {
    core.keys[core.rows] = first;
    core.keys[BLOCK_STRIDE + core.rows] = second;
    numbers[core.rows] = number;
    core.rows += 1;
  };
  const add = (left: Uint8Array | null = null): void => {
    groups.number();
    for (let at = 0; at < core.rows; at += 1) if (left?.[at] !== 1) groups.meet(at);
    groups.add(left);
    core.rows = 0;
  };
  return { row, add, cells };
}

it("adds each row to its group, but for those that are left out", () => {
  const { row, add, cells } = block();
  const expected = new Map<string, number>();
  for (let round = 0; round < 40; round += 1) {
    const left = new Uint8Array(BLOCK_ROWS);
    const rows = [1, 7, 300, BLOCK_ROWS][round % 4] ?? 1;
    for (let at = 0; at < rows; at += 1) {
      const [first, second] = [(at * 7 + round) % (1 + 2 * round), (at * at) % 5];
      row(first, second, at + 1);
      left[at] = round % 3 === 0 && at % 4 === 1 ? 1 : 0;
      if (left[at] === 0) expected.set(`${first},${second}`, (expected.get(`${first},${second}`) ?? 0) + at + 1);
    }
    add(round % 3 === 0 ? left : null);
  }
  expect(Object.fromEntries([...cells].map(([key, [sum]]) => [key, sum]))).toEqual(Object.fromEntries(expected));
});

it("tells groups apart beyond 65,536, most of which are left out with their rows", () => {
  const { row, add, cells } = block();
  const left = new Uint8Array(BLOCK_ROWS).fill(1);
  for (let at = 0; at < 70_000; at += 1) {
    row(at % 300, Math.floor(at / 300), 1);
    if (at % 4000 === 3999) add(left);
  }
  add(left);
  for (const [first, second] of [
    [0, 0],
    [299, 233],
    [1, 0],
    [299, 233],
  ] as const)
    row(first, second, 1);
  add();
  expect([...cells].map(([key, [sum]]) => [key, sum])).toEqual([
    ["0,0", 1],
    ["299,233", 2],
    ["1,0", 1],
  ]);
});

it("takes no longer for a row where there are many groups", () => {
  const timeOf = (groups: number): number => {
    const { row, add } = block();
    for (let at = 0; at < groups; at += 1) {
      row(at % 140, Math.floor(at / 140), 1);
      if (at % 4000 === 0) add();
    }
    add();
    const rounds = [1, 2, 3].map(() => {
      const begin = performance.now();
      for (let at = 0; at < 3000; at += 1) {
        row(at % 2, 0, 1);
        add();
      }
      return performance.now() - begin;
    });
    return Math.min(...rounds);
  };
  // What walks over all groups takes a thousand times as long.
  expect(timeOf(19_600)).toBeLessThan(30 * timeOf(2));
});
