import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDuplicateFilter } from "../../../src/response/rows/duplicates.ts";
import { combine, createFingerprints, fingerprint } from "../../../src/response/rows/fingerprints.ts";
import { createAnswerProblems } from "../../../src/response/rows/problems.ts";
import { WHOLE } from "../../part.ts";
import { RULES } from "../fixture.ts";

const IDS = WHOLE ? 1_000_000 : 250_000;

/** How many different values there are. Sorts them. */
function different(values: Uint32Array | BigUint64Array): number {
  values.sort();
  let count = Math.min(1, values.length);
  for (let at = 1; at < values.length; at += 1) if (values[at] !== values[at - 1]) count += 1;
  return count;
}

describe("fingerprints", () => {
  it("are remembered as a map would, whatever their bits", () => {
    const half = fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 4_294_967_295 }),
      fc.constant(4_294_967_295),
    );
    const step = fc.record({ high: half, low: half, value: fc.nat() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), fc.boolean(), (steps, lines) => {
        const table = createFingerprints({ lines });
        const model = new Map<string, { place: number; value: number; line: number }>();
        steps.forEach(({ high, low, value }, at) => {
          const name = `${high} ${low}`;
          expect(table.meet({ high, low }, { value, line: at + 2 })).toBe(model.get(name)?.place ?? -1);
          if (!model.has(name)) model.set(name, { place: model.size, value, line: lines ? at + 2 : 0 });
        });
        for (const { place, value, line } of model.values())
          expect([table.valueAt(place), table.lineAt(place)]).toEqual([value, line]);
        expect(table.size).toBe(model.size);
      }),
      { seed: 20261122 },
    );
  });

  it("are all found again, each with its own, among more than fit into a chunk", () => {
    const table = createFingerprints({ lines: true });
    const key = { high: 0, low: 0 };
    const meet = (at: number) => {
      fingerprint(`id ${at}`, key);
      return table.meet(key, { value: at / 3, line: at });
    };
    const COUNT = 100_000;
    for (let at = 0; at < COUNT; at += 1) if (meet(at) !== -1) throw new Error(`${at} is not new`);
    const wrong = Array.from({ length: COUNT }, (_, at) => at).filter(
      (at) => meet(at) !== at || table.valueAt(at) !== at / 3 || table.lineAt(at) !== at,
    );
    expect(wrong).toEqual([]);
  });

  it.each<[string, (at: number) => string]>([
    ["numbers", (at) => String(at)],
    ["numbers with zeros", (at) => String(at).padStart(12, "0")],
    ["addresses", (at) => `person.${at}@example.org`],
    ["Qualtrics' own", (at) => `R_${(at * 2_654_435_761).toString(36)}${at}`],
    [
      "pairs of letters",
      (at) => `${String.fromCharCode(97 + (at % 26), 97 + (Math.floor(at / 26) % 26))}${Math.floor(at / 676)}`,
    ],
  ])("of 300,000 ids that are %s all differ, in each half as often as chance has it", (_, idOf) => {
    const key = { high: 0, low: 0 };
    const count = 300_000;
    const halves = { high: new Uint32Array(count), low: new Uint32Array(count) };
    const all = new BigUint64Array(count);
    for (let at = 0; at < count; at += 1) {
      fingerprint(idOf(at), key);
      halves.high[at] = key.high;
      halves.low[at] = key.low;
    }
    const both = new Uint32Array(all.buffer);
    for (let at = 0; at < count; at += 1) {
      both[2 * at] = halves.low[at] ?? 0;
      both[2 * at + 1] = halves.high[at] ?? 0;
    }
    expect(different(all)).toBe(count);
    // By chance some 10 of them agree in 32 bits.
    for (const half of Object.values(halves)) expect(count - different(half)).toBeLessThan(40);
  });

  it("of one id with different rows differ, and so do those of different ids with one row", () => {
    const seen = new Set<string>();
    const into = { high: 0, low: 0 };
    for (let at = 0; at < 100_000; at += 1) {
      combine({ high: 5, low: 9 }, at * 2_097_152 + (at % 7), into);
      seen.add(`${into.high} ${into.low}`);
      combine({ high: at, low: 9 }, 77, into);
      seen.add(`${into.high} ${into.low}`);
    }
    expect(seen.size).toBe(200_000);
  });
});

describe("the filter of repeated ids", () => {
  type Row = readonly [id: string, answer: number, group: string];
  const row = fc.tuple(
    fc.constantFrom("a", "b", "A", " a", "long id with words", "ä", "1", "01"),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom("", "x"),
  );
  /** As a map from ids to the rows they had. */
  function model(rule: "keep" | "first" | "error", rows: readonly Row[]): readonly string[] {
    const seen = new Map<string, Set<string>>();
    return rows.map(([id, answer, group]) => {
      const name = JSON.stringify([answer, group]);
      const before = seen.get(id);
      if (before === undefined) seen.set(id, new Set([name]));
      else if (rule === "first" || before.has(name)) return "drop";
      else before.add(name);
      return before === undefined ? "new" : "repeated";
    });
  }

  it.each(["keep", "first", "error"] as const)("decides as a map would under %s", (rule) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const filter = createDuplicateFilter(rule);
        const fates = rows.map(([id, answer, group]) =>
          filter.see({ id, answers: Float64Array.of(answer), groups: [group] }),
        );
        expect(fates).toEqual(model(rule, rows));
      }),
      { seed: 20261122 },
    );
  });

  it("names the file and the line of the first, over several files", () => {
    const problems = createAnswerProblems({ answers: [], rules: { ...RULES, onDuplicate: "error" } });
    const filter = createDuplicateFilter("error", problems);
    const see = (id: string, { file, line, answer }: { file: string; line: number; answer: number }) =>
      filter.see({ id, answers: Float64Array.of(answer), groups: [] }, { file, line: () => line });
    see("p0", { file: "a.csv", line: 2, answer: 1 });
    see("p1", { file: "a.csv", line: 900_000, answer: 1 });
    see("p2", { file: "b.csv", line: 2, answer: 1 });
    see("p1", { file: "b.csv", line: 3, answer: 2 });
    see("p2", { file: "c.csv", line: 4, answer: 2 });
    expect(problems.problems()).toMatchObject([
      { message: expect.stringContaining("a.csv:900000 and b.csv:3; b.csv:2 and c.csv:4") },
    ]);
  });

  it.each(["keep", "error"] as const)(`takes at most 40 bytes for each of ${IDS} ids under %s`, (rule) => {
    const filter = createDuplicateFilter(rule);
    const see = (at: number) =>
      filter.see({ id: `R_${at * 7919}`, answers: ANSWERS, groups: [] }, { file: "a.csv", line: () => at });
    const before = memory();
    for (let at = 0; at < IDS; at += 1) see(at);
    expect(memory() - before).toBeLessThan(40 * IDS);
    expect(see(0)).toBe("drop");
  });
});

const ANSWERS = Float64Array.of(4, 5);

/** Bytes in use, with everything collected that can be. */
function memory(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  // The memory of lists is given back by the second pass only.
  for (let pass = 0; pass < 3; pass += 1) if (typeof collect === "function") collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
