import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openInputs } from "../../src/engines/inputs.ts";
import { readPrevious } from "../../src/engines/pairs.ts";
import { streamEngine } from "../../src/engines/stream.ts";
import { ProblemsError } from "../../src/problems/problem.ts";
import { createAnswerProblems } from "../../src/response/rows/problems.ts";
import { dimension, framework, item } from "../fixture.ts";
import { NOTHING_NAMED } from "../response/fixture.ts";
import { RULES } from "../settings.ts";

const PEOPLE = framework({
  items: [item("A1", "a"), item("A2", "a"), item("B1", "b"), item("B2", "b", { optional: true })],
  dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
});

const REQUEST = { ...NOTHING_NAMED, id: "code", dialect: null, sheet: null, audience: null, form: null, rules: RULES };
type Row = readonly [id: string, a: number | "", b: number | ""];

async function open(name: string, text: string) {
  return openInputs(PEOPLE, { ...REQUEST, inputs: [{ name, open: () => Readable.from([Buffer.from(text)]) }] });
}

function csv(rows: readonly Row[], headers = "code,A1,A2,B1,B2"): string {
  return `${headers}\n${rows.map(([id, a, b]) => `${id},${a},${a},${b},${b}\n`).join("")}`;
}

async function pairs(before: string, after: string) {
  const asked = await open("after.csv", after);
  const { reading, sources } = await open("before.csv", before);
  const problems = createAnswerProblems(reading.plan);
  const previous = await readPrevious({ reading, asked: asked.reading, sources, problems });
  const { plan, program } = asked.reading;
  const { paired } = await streamEngine({
    ...{ plan, program, sources: asked.sources, problems: createAnswerProblems(plan) },
    ...{ sink: null, only: null, previous },
  });
  if (paired === null) throw new Error("nothing paired");
  const dimensions = paired.plan.dimensions.map((slots) => ({
    n: paired.cell[slots.n],
    d: paired.cell[slots.sum],
    before: paired.cell[slots.beforeOnly],
    after: paired.cell[slots.afterOnly],
  }));
  const { both, joiners, leavers } = paired;
  const unpairable = previous.unpairable()?.message ?? null;
  return { people: [both, joiners, leavers], dimensions, problems: problems.problems(), paired, unpairable };
}

const codes = (error: unknown) => (error instanceof ProblemsError ? error.problems.map(({ code }) => code) : error);

describe("two waves of the same people", () => {
  it("are paired by ids whose accents one tool composes and the other does not", async () => {
    const wave = (form: string, by: number) =>
      csv(["Zo\u00eb", "Bj\u00f6rn", "\u00c5sa"].map((id, at): Row => [id.normalize(form), 1 + ((at + by) % 5), 2]));
    expect((await pairs(wave("NFC", 0), wave("NFD", 1))).people).toEqual([3, 0, 0]);
  });

  it("are paired by ids from 0 as by others", async () => {
    const numbered = (by: number) => Array.from({ length: 8 }, (_, id): Row => [String(id), 1 + ((id + by) % 5), 2]);
    const { people, unpairable } = await pairs(csv(numbered(0)), csv(numbered(1)));
    expect(people).toEqual([8, 0, 0]);
    expect(unpairable).toBeNull();
  });

  it("are not paired by a 0 that stands on several rows, nor are these taken for copies", async () => {
    const rows = (a: number): readonly Row[] => [
      ["p1", a, 2],
      ["p2", a, 3],
    ];
    const nobody: readonly Row[] = [
      ["0", 4, 4],
      ["0", 4, 4],
      ["0", 4, 4],
    ];
    const { people, unpairable } = await pairs(csv([...rows(1), ["0", 4, 4]]), csv([...rows(2), ...nobody]));
    expect(people).toEqual([2, 3, 1]);
    expect(unpairable).toContain("3 of this export");
  });

  it("are paired by id, whatever the order; who is in one wave only has left or joined", async () => {
    const before = csv([
      ["p1", 1, 2],
      ["p2", 2, 2],
      ["p3", 3, 3],
      ["p4", 4, ""],
    ]);
    const after = csv([
      ["p4", 5, 5],
      ["p2", 3, 1],
      ["p5", 1, 1],
      ["p1", 3, 3],
    ]);
    const { people, dimensions } = await pairs(before, after);
    expect(people).toEqual([3, 1, 1]);
    // a: +2, +1, +1 in units of 1/2; b: +1, −1, and p4 after only.
    expect(dimensions).toEqual([
      { n: 3, d: 8, before: 1, after: 1 },
      { n: 2, d: 0, before: 1, after: 2 },
    ]);
  });

  it("leave out ids that stand on several rows of either wave, and rows without an id", async () => {
    const before = csv([
      ["p1", 1, 1],
      ["p2", 2, 2],
      ["p2", 3, 3],
      ["p3", 4, 4],
      ["", 1, 1],
      ["n/a", 2, 2],
      ["n/a", 3, 3],
    ]);
    const after = csv([
      ["p3", 1, 1],
      ["p1", 2, 2],
      ["p3", 2, 2],
      ["p2", 5, 5],
      ["", 2, 2],
      ["p3", 3, 3],
    ]);
    const { people, dimensions, unpairable } = await pairs(before, after);
    expect(people).toEqual([1, 5, 6]);
    expect(unpairable).toContain("4 of this export and 5 of the earlier one");
    expect(
      (
        await pairs(
          csv([["p1", 1, 1]]),
          csv([
            ["p1", 2, 2],
            ["p9", 2, 2],
          ]),
        )
      ).unpairable,
    ).toBeNull();
    expect(dimensions[0]).toEqual({ n: 1, d: 2, before: 6, after: 5 });
  });

  it("pair a row of which a copy was left out", async () => {
    const { people } = await pairs(
      csv([
        ["p1", 1, 1],
        ["p1", 1, 1],
      ]),
      csv([
        ["p1", 2, 2],
        ["p1", 2, 2],
      ]),
    );
    expect(people).toEqual([1, 0, 0]);
  });

  it.each([
    ["no id in common", [["x", 1, 1]], [["y", 1, 1]], /No id of the earlier export/],
    ["no ids before", [["", 1, 1]], [["y", 1, 1]], /No row of the earlier export has an id/],
    ["no ids after", [["x", 1, 1]], [["", 1, 1]], /No row of this export has an id/],
    [
      "one id for all",
      [
        ["x", 1, 1],
        ["x", 2, 2],
      ],
      [["x", 1, 1]],
      /stands on several rows/,
    ],
  ] satisfies [string, Row[], Row[], RegExp][])("are refused with %s", async (_, before, after, message) => {
    const failed = await pairs(csv(before), csv(after)).catch((error: unknown) => error);
    expect(codes(failed)).toEqual(["SC015"]);
    expect(String((failed as ProblemsError).problems[0]?.message)).toMatch(message);
  });

  it("are refused where they are one; nobody's id is told", async () => {
    const rows = [1, 2, 3, 4, 5].map((at): Row => [`person-${at}`, at as 1, 3]);
    const failed = await pairs(csv(rows), csv([...rows].reverse())).catch((error: unknown) => error);
    expect(codes(failed)).toEqual(["SC005"]);
    expect(JSON.stringify((failed as ProblemsError).problems)).not.toContain("person-");
    expect((await pairs(csv(rows), csv([...rows.slice(0, 4), ["person-5", 1, 1]]))).people).toEqual([5, 0, 0]);
  });

  it("name the file whose id column is not there", async () => {
    const failed = await pairs(csv([["p1", 1, 1]], "Code 2,A1,A2,B1,B2"), csv([["p1", 1, 1]])).catch((e: unknown) => e);
    expect(failed).toMatchObject({ problems: [{ code: "CSV016", place: { file: "before.csv" } }] });
  });

  it("tell of a dimension that was asked with other items, and do not compare it", async () => {
    const before = "code,A1,A2,B1\np1,1,1,1\np2,2,2,2\n";
    const { dimensions, problems } = await pairs(
      before,
      csv([
        ["p1", 2, 2],
        ["p2", 2, 3],
      ]),
    );
    expect(problems).toMatchObject([{ code: "SC019", severity: "warning", message: expect.stringMatching(/^b: /) }]);
    expect(dimensions[1]).toEqual({ n: 0, d: 0, before: 0, after: 2 });
  });

  it("come to what a map of ids comes to", async () => {
    const answer = fc.constantFrom(1, 3, 5, "" as const);
    const row = fc.tuple(
      fc.constantFrom("", "p1", "p2", "p3", "p4", "p5", "p6"),
      answer,
      fc.integer({ min: 1, max: 5 }),
    );
    const wave = fc.array(row, { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(wave, wave, async (before, after) => {
        const expected = paired(before, after);
        const found = await pairs(csv(before), csv(after)).catch(codes);
        if (expected === null) expect(found).toEqual(["SC015"]);
        else expect(found).toMatchObject(expected);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});

/** By hand: rows of one id with the same answers count once. */
function paired(before: readonly Row[], after: readonly Row[]) {
  const rows = (wave: readonly Row[]) =>
    wave.filter((row, at) => row[0] === "" || wave.findIndex((one) => one.join() === row.join()) === at);
  const [early, late] = [rows(before), rows(after)];
  const once = (wave: readonly Row[], id: string) => id !== "" && wave.filter((row) => row[0] === id).length === 1;
  const found = early.filter(([id]) => once(early, id) && once(late, id));
  if (found.length === 0) return null;
  const changes = found.flatMap(([id, a]) => {
    const then = late.find((row) => row[0] === id)?.[1] ?? "";
    return a === "" || then === "" ? [] : [2 * (then - a)];
  });
  return {
    people: [found.length, late.length - found.length, early.length - found.length],
    dimensions: [{ n: changes.length, d: changes.reduce((sum, one) => sum + one, 0) }, {}],
  };
}
