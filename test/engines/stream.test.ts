import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { limbSum } from "../../src/aggregate/limbs.ts";
import type { Aggregate } from "../../src/aggregate/types.ts";
import { type InputsRequest, openInputs } from "../../src/engines/inputs.ts";
import { planReading } from "../../src/engines/reading.ts";
import { streamEngine } from "../../src/engines/stream.ts";
import { createAnswerProblems } from "../../src/response/rows/problems.ts";
import type { ReadingRules, SegmentColumn } from "../../src/response/source-plan.ts";
import { plainLayout, type TableLayout } from "../../src/response/table-head.ts";
import type { TableInput, TableSource } from "../../src/sources/table/source.ts";
import { dimension, framework, item } from "../fixture.ts";
import { grouped, NOTHING_NAMED } from "../response/fixture.ts";
import { RULES as rules } from "../settings.ts";

const small = framework({
  items: [item("A1", "a"), item("A2", "a")],
  dimensions: [dimension("a", ["A1", "A2"])],
});

function csv(name: string, rows: readonly string[]): TableInput {
  return { name, open: () => Readable.from([Buffer.from(`site,A1,A2\n${rows.map((row) => `${row}\n`).join("")}`)]) };
}

const PLAIN: Omit<InputsRequest, "inputs"> = {
  ...NOTHING_NAMED,
  dialect: null,
  sheet: null,
  audience: null,
  form: null,
  rules,
};
const REST = { sink: null, only: null, previous: null };

async function run(inputs: readonly TableInput[], segments: readonly SegmentColumn[] = []) {
  const request = { ...PLAIN, inputs, segments };
  const { sources, reading } = await openInputs(small, request);
  const closed: string[] = [];
  const watched = sources.map(
    (source): TableSource => ({
      ...source,
      close: () => {
        closed.push(source.head.file);
        source.close();
      },
    }),
  );
  const { plan, program } = reading;
  const problems = createAnswerProblems(plan);
  const aggregate = streamEngine({ plan, program, sources: watched, problems, ...REST }).then((one) => one.aggregate);
  return { aggregate, closed };
}

const five = ["n,1,2", "n,2,3", "s,3,4", "s,4,5", "s,5,5"];

describe("the streaming engine", () => {
  it("merges the files to what one file of all rows gives", async () => {
    const apart = await (await run([csv("a", five), csv("b", ["n,4,4"])], grouped("site"))).aggregate;
    const whole = await (await run([csv("c", [...five, "n,4,4"])], grouped("site"))).aggregate;
    expect([...apart.atoms].sort()).toEqual([...whole.atoms].sort());
    expect(apart.ledger).toEqual(whole.ledger);
  });

  it("closes every file at the end, and also when one cannot be read on", async () => {
    const fine = await run([csv("a", five), csv("b", ["n,4,4"])]);
    await fine.aggregate;
    expect(fine.closed).toEqual(["a", "b"]);
    const late = [...Array.from({ length: 1000 }, () => "n,1,2"), 'n,1,"2'];
    const broken = await run([csv("a", late), csv("b", five)]);
    await expect(broken.aggregate).rejects.toMatchObject({ exitCode: 3 });
    expect(broken.closed).toEqual(["a", "b"]);
  });

  it("refuses the copy of a file of five rows or more; fewer may be alike by chance", async () => {
    const copy = await run([csv("a", five), csv("b", five)]);
    await expect(copy.aggregate).rejects.toMatchObject({ problems: [{ code: "SC005" }] });
    const short = await run([csv("a", five.slice(1)), csv("b", five.slice(1))]);
    expect((await short.aggregate).ledger.scored).toBe(8);
    const other = await run([csv("a", five), csv("b", [...five].reverse())]);
    expect((await other.aggregate).ledger.scored).toBe(10);
  });

  it("takes a thousand groups and not one more", async () => {
    const groups = (count: number) => Array.from({ length: count }, (_, at) => `g${at},1,2`);
    expect((await (await run([csv("a", groups(1000))], grouped("site"))).aggregate).atoms.size).toBe(1000);
    await expect((await run([csv("a", groups(1001))], grouped("site"))).aggregate).rejects.toMatchObject({
      problems: [{ code: "SC004" }],
    });
  });
});

describe("several columns that tell people apart", () => {
  const text = "tenure,site,w,A1,A2\n1,n,0.5,1,2\n1,s,1,2,3\n2,n,1.25,1,2\n1,n,1,2,2\n";
  const segments = [...grouped("site"), { flag: "--wave", column: "tenure" } as const];
  async function fold(more: Partial<typeof PLAIN>, only: "scores" | null = null) {
    const input = { name: "a", open: () => Readable.from([Buffer.from(text)]) };
    const { sources, reading } = await openInputs(small, { ...PLAIN, ...more, inputs: [input] });
    const { plan, program } = reading;
    const problems = createAnswerProblems(plan);
    return (await streamEngine({ plan, program, sources, problems, ...REST, only })).aggregate;
  }

  it("make an atom of each combination that somebody has, in their order", async () => {
    const { plan, atoms } = await fold({ segments });
    expect(plan.segments).toEqual(["site", "tenure"]);
    expect([...atoms].map(([key, cell]) => [key, cell[plan.people]])).toEqual([
      ['["n","1"]', 2],
      ['["s","1"]', 1],
      ['["n","2"]', 1],
    ]);
    expect(plan.weighted).toBeNull();
  });

  it("weigh people as their rows say", async () => {
    const { plan, atoms } = await fold({ segments, weight: "w" });
    const people = plan.weighted?.people;
    if (people === undefined) throw new Error("no weights");
    const sums = [...atoms.values()].map((cell) => [limbSum(cell, people.w), limbSum(cell, people.ww)]);
    expect(sums).toEqual([
      [150_000n, 12_500_000_000n],
      [100_000n, 10_000_000_000n],
      [125_000n, 15_625_000_000n],
    ]);
  });

  it("keep only the sums of scores where nothing else is asked for", async () => {
    const [all, scores] = [await fold({ segments }), await fold({ segments }, "scores")];
    expect(all.plan.listwise).not.toEqual([]);
    expect(scores.plan.listwise).toEqual([]);
    const meanOf = ({ plan, atoms }: Aggregate) => [...atoms.values()].map((cell) => cell[plan.scores[0]?.sum ?? -1]);
    expect(meanOf(scores)).toEqual(meanOf(all));
  });

  it.each(["--by", "--wave"] as const)("are refused by the flag that named them: %s", async (flag) => {
    const rows = ["North", "South", "North;South"].map((site) => `${site},1,2`);
    const { aggregate } = await run([csv("a", rows)], [{ flag, column: "site" }]);
    await expect(aggregate).rejects.toMatchObject({
      problems: [{ code: "SC008", message: expect.stringMatching(`^${flag} site`) }],
    });
    const filtered = await run([csv("a", rows)], [{ flag: "--where", column: "site" }]);
    expect((await filtered.aggregate).atoms.size).toBe(3);
  });
});

describe("opening the files", () => {
  const request = PLAIN;

  it("tells what is wrong with every head and every column together, and closes what was open", async () => {
    const destroyed: string[] = [];
    const watched = (name: string, text: string): TableInput => ({
      name,
      open: () => {
        const stream = Readable.from([Buffer.from(text)]);
        stream.on("close", () => destroyed.push(name));
        return stream;
      },
    });
    const inputs = [watched("empty.csv", ""), watched("other.csv", "A1,B9\n1,2\n")];
    await expect(openInputs(small, { ...request, inputs })).rejects.toMatchObject({
      problems: [{ code: "CSV005" }, { code: "CSV019" }],
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(destroyed.sort()).toEqual(["empty.csv", "other.csv"]);
  });
});

/** A survey tool's file whose layout says where its own ids and times stand. */
function toolFile(name: string, rows: readonly string[]): TableSource {
  const headers = ["Response", "Seconds", "A1", "A2"];
  const layout: TableLayout = {
    ...plainLayout(headers, "test"),
    known: [{ takenFor: "id", how: "its own" }, { takenFor: "time", how: "its own" }, null, null],
    duration: { kind: "seconds", column: 1 },
  };
  const file = { file: name, dialect: "qualtrics", encoding: "utf-8", delimiter: ",", bom: false } as const;
  return {
    head: { ...layout, ...file, compressed: false, sheet: null, headerLine: 1, sample: [] },
    problems: [],
    rows: async (onRow) => {
      for (const [at, row] of rows.entries()) onRow(row.split(","), () => at + 2);
    },
    ...{ size: null, raw: null },
    close: () => undefined,
  };
}

async function runTool(files: readonly (readonly string[])[], more: Partial<ReadingRules> = {}) {
  const sources = files.map((rows, at) => toolFile(`part ${at}`, rows));
  const request = { ...PLAIN, rules: { ...rules, ...more } };
  const heads = sources.map(({ head }) => head);
  const { plan, program } = planReading(small, heads, request);
  const problems = createAnswerProblems(plan);
  return (await streamEngine({ plan, program, sources, problems, ...REST })).aggregate;
}

describe("a tool's own ids and times", () => {
  const early = ["R_1,60,1,2", "R_2,60,2,3", "R_3,60,3,4", "R_4,60,3,4"];

  it("count nobody twice whom two overlapping exports hold", async () => {
    const { ledger } = await runTool([early, [...early.slice(1), "R_5,60,3,4"]]);
    expect(ledger).toMatchObject({ read: 8, excluded: { duplicate: 3 }, scored: 5, repeatedIds: 0 });
    expect((await runTool([early, early])).ledger).toMatchObject({ excluded: { duplicate: 4 }, scored: 4 });
  });

  it("keep a response that came again with other answers, and count it, unless told otherwise", async () => {
    const again = ["R_1,90,1,1"];
    expect((await runTool([early, again])).ledger).toMatchObject({ scored: 5, repeatedIds: 1 });
    expect((await runTool([early, again], { onDuplicate: "first" })).ledger).toMatchObject({
      excluded: { duplicate: 1 },
      scored: 4,
      repeatedIds: 0,
    });
  });

  it.each([
    { exclude: [], scored: 3, careless: 0, flags: [2, 1] },
    { exclude: ["careless"], scored: 2, careless: 1, flags: [1, 0] },
  ] as const)("leave the careless out on request: $exclude", async ({ exclude, scored, careless, flags }) => {
    // Repeated first, then careless: the second row is a copy of the first.
    const { atoms, plan, ledger } = await runTool([["R_1,3,1,2", "R_1,3,1,2", "R_2,4,1,2", "R_3,,1,2"]], { exclude });
    expect(ledger).toMatchObject({ read: 4, excluded: { duplicate: 1, careless }, scored });
    const [cell = new Float64Array()] = atoms.values();
    expect([cell[plan.flags.timed], cell[plan.flags.fast]]).toEqual(flags);
  });
});

it("one id with the same answers in two groups is a repeated id, not the same row twice", async () => {
  const rows = ["p1,n,1,2", "p1,s,1,2", "p1,s,1,2"];
  const input = { name: "a", open: () => Readable.from([Buffer.from(`code,site,A1,A2\n${rows.join("\n")}\n`)]) };
  const request = { ...PLAIN, segments: grouped("site"), id: "code" };
  const { sources, reading } = await openInputs(small, { ...request, inputs: [input] });
  const { plan, program } = reading;
  const problems = createAnswerProblems(plan);
  const { ledger } = (await streamEngine({ plan, program, sources, problems, ...REST })).aggregate;
  expect(ledger).toMatchObject({ read: 3, excluded: { duplicate: 1 }, scored: 2, repeatedIds: 1 });
});
