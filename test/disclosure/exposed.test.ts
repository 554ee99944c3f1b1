import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nullSpaceOf } from "../../src/disclosure/elimination.ts";
import { isAnySetExposed } from "../../src/disclosure/exposed.ts";

type Matters = (set: readonly number[]) => boolean;

/** Whether some set of 1 to `most` people is exposed. */
function isExposed(
  rows: readonly (readonly number[])[],
  people: readonly number[],
  most: number,
  { work = 1e9, matters = () => true }: { work?: number; matters?: Matters } = {},
): boolean {
  const blocks = [...people.keys()];
  const order = [...blocks].sort((a, b) => (people[b] ?? 0) - (people[a] ?? 0));
  const budget = { left: work };
  const space = nullSpaceOf(rows, order, budget);
  if (space === null) return true;
  return isAnySetExposed(space, { people, most, matters }, budget);
}

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const minus = (a: Fraction, b: Fraction, times: Fraction): Fraction => ({
  over: a.over * b.under * times.under - b.over * times.over * a.under,
  under: a.under * b.under * times.under,
});

/** The rank of a matrix of whole numbers, in fractions of any size. */
function rank(matrix: readonly (readonly number[])[]): number {
  let rows = matrix.map((row) => row.map((value): Fraction => ({ over: BigInt(value), under: 1n })));
  let found = 0;
  for (let at = 0; at < (matrix[0]?.length ?? 0); at++) {
    const pivot = rows.find((row) => row[at]?.over !== 0n);
    const [lead] = pivot === undefined ? [] : [pivot[at]];
    if (pivot === undefined || lead === undefined) continue;
    found++;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const mine = row[at] ?? { over: 0n, under: 1n };
        const times = { over: mine.over * lead.under, under: mine.under * lead.over };
        return row.map((value, place) => minus(value, pivot[place] ?? { over: 0n, under: 1n }, times));
      });
  }
  return found;
}

/** Every subset, one after the other: it is exposed if it adds nothing to the rank of the rows. */
function isExposedByBruteForce(
  rows: readonly (readonly number[])[],
  people: readonly number[],
  most: number,
  matters: Matters = () => true,
): boolean {
  const matrix = rows.map((row) => people.map((_, block) => Number(row.includes(block))));
  const full = rank(matrix);
  for (let mask = 1; mask < 1 << people.length; mask++) {
    const set = people.map((_, block) => (mask >> block) & 1);
    const size = people.reduce((sum, count, block) => sum + count * (set[block] ?? 0), 0);
    if (size > most || !matters([...set.keys()].filter((block) => set[block] === 1))) continue;
    if (rank([...matrix, set]) === full) return true;
  }
  return false;
}

describe("sets exposed by published rows", () => {
  it.each([
    { when: "a row itself", rows: [[0], [0, 1, 2]], people: [3, 9, 9], exposed: true },
    {
      when: "everyone less a row",
      rows: [
        [0, 1, 2],
        [1, 2],
      ],
      people: [3, 9, 9],
      exposed: true,
    },
    {
      when: "the pool of two",
      rows: [
        [0, 1, 2],
        [0, 1],
      ],
      people: [2, 2, 9],
      exposed: true,
    },
    {
      when: "no part of a large pool",
      rows: [
        [0, 1, 2],
        [0, 1],
      ],
      people: [2, 4, 9],
      exposed: false,
    },
    {
      when: "the one cell of a two-way table beside an empty one",
      rows: [[0, 1], [2], [0, 2], [1]],
      people: [1, 9, 9],
      exposed: true,
    },
    {
      when: "no cell of a full two-way table",
      rows: [
        [0, 1],
        [2, 3],
        [0, 2],
        [1, 3],
      ],
      people: [1, 9, 9, 9],
      exposed: false,
    },
    {
      when: "half a sum of three overlapping rows",
      rows: [
        [0, 1],
        [1, 2],
        [0, 2],
      ],
      people: [1, 9, 9],
      exposed: true,
    },
  ])("are found: $when", ({ rows, people, exposed }) => {
    expect(isExposed(rows, people, 4)).toBe(exposed);
    expect(isExposedByBruteForce(rows, people, 4)).toBe(exposed);
  });

  it("are those that trying out every set finds, of any rows and any minimum", () => {
    let exposed = 0;
    let apart = 0;
    const family = fc.integer({ min: 2, max: 8 }).chain((blocks) =>
      fc.record({
        people: fc.array(fc.constantFrom(1, 1, 2, 3, 5, 9), { minLength: blocks, maxLength: blocks }),
        rows: fc.array(fc.uniqueArray(fc.integer({ min: 0, max: blocks - 1 }), { minLength: 1 }), {
          minLength: 1,
          maxLength: 6,
        }),
        most: fc.integer({ min: 2, max: 9 }),
      }),
    );
    fc.assert(
      fc.property(family, ({ people, rows, most }) => {
        const all = [...rows, [...people.keys()]];
        const expected = isExposedByBruteForce(all, people, most);
        expect(isExposed(all, people, most)).toBe(expected);
        if (expected) exposed++;
        else apart++;
      }),
      { seed: 20261122, numRuns: 400 },
    );
    expect(Math.min(exposed, apart)).toBeGreaterThan(50);
  });

  it("are found in partitions that cross, too", () => {
    let exposed = 0;
    const tables = fc.record({
      keys: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(2), fc.nat(1)), { minLength: 3, maxLength: 9, selector: String }),
      people: fc.array(fc.constantFrom(1, 2, 3, 7), { minLength: 9, maxLength: 9 }),
      most: fc.integer({ min: 2, max: 7 }),
    });
    fc.assert(
      fc.property(tables, ({ keys, people: sizes, most }) => {
        const people = keys.map((_, at) => sizes[at] ?? 1);
        const blocks = [...keys.keys()];
        const rows = [0, 1, 2].flatMap((place) =>
          [0, 1, 2, 3]
            .map((value) => blocks.filter((block) => keys[block]?.[place] === value))
            // Some rows are not shown.
            .filter((row, at) => row.length > 0 && (at + place) % 4 !== 0),
        );
        const all = [...rows, blocks];
        const expected = isExposedByBruteForce(all, people, most);
        expect(isExposed(all, people, most)).toBe(expected);
        if (expected) exposed++;
      }),
      { seed: 20261122, numRuns: 150 },
    );
    expect(exposed).toBeGreaterThan(20);
  });

  it("are found among those that matter alone, too", () => {
    let exposed = 0;
    let apart = 0;
    const tables = fc.record({
      keys: fc.uniqueArray(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 6, maxLength: 9, selector: String }),
      people: fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 9, maxLength: 9 }),
      // A set matters where all of its blocks are of one mind; one of none goes with any.
      minds: fc.array(fc.constantFrom("good", "good", "bad", "fair", "none"), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(tables, ({ keys, people: sizes, minds }) => {
        const people = keys.map((_, at) => sizes[at] ?? 1);
        const blocks = [...keys.keys()];
        const rows = [0, 1].flatMap((place) =>
          [0, 1, 2].map((value) => blocks.filter((block) => keys[block]?.[place] === value)),
        );
        const matters = (set: readonly number[]) =>
          new Set(set.flatMap((block) => (minds[block] === "none" ? [] : [minds[block]]))).size <= 1;
        const expected = isExposedByBruteForce(rows, people, 9, matters);
        expect(isExposed(rows, people, 9, { matters })).toBe(expected);
        if (expected) exposed++;
        else apart++;
      }),
      { seed: 20261122, numRuns: 800 },
    );
    expect(Math.min(exposed, apart)).toBeGreaterThan(20);
  });

  it("are taken for found when the work runs out", () => {
    const rows = [
      [0, 1],
      [2, 3],
      [0, 2],
      [1, 3],
    ];
    expect(isExposed(rows, [1, 9, 9, 9], 4, { work: 3 })).toBe(true);
  });

  it("of 30 departments in 12 sites are decided within the budget", () => {
    const people: number[] = [];
    const rows = Array.from({ length: 42 }, (): number[] => []);
    for (let a = 0; a < 30; a++)
      for (let b = 0; b < 12; b++) {
        if ((a * 7 + b * 5) % 3 === 0) continue;
        rows[a]?.push(people.length);
        rows[30 + b]?.push(people.length);
        people.push(1 + ((a + b) % 6));
      }
    expect(isExposed(rows, people, 9, { work: 20_000_000 })).toBe(false);
  });
});
