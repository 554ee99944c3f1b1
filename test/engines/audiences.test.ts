import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readSurvey } from "../../src/engines/survey.ts";
import { ProblemsError } from "../../src/problems/problem.ts";
import type { TableInput } from "../../src/sources/table/source.ts";
import { dimension, framework, item } from "../fixture.ts";
import { NOTHING_NAMED } from "../response/fixture.ts";
import { RULES } from "../settings.ts";

const both = (text: string) => ({
  text: new Map([
    ["customers", text],
    ["employees", `${text} (staff)`],
  ]),
});
const FULL = framework({
  audiences: [
    { id: "customers", title: "Our customers", standsFor: ["customers"] },
    { id: "employees", title: "Staff", standsFor: ["employees"] },
    { id: "partners", title: "Partners", standsFor: ["partners"] },
  ],
  items: [
    item("A1", "shared", { text: new Map([...both("We agree").text, ["partners", "We agree as partners"]]) }),
    item("B1", "buying", { text: new Map([["customers", "Paying feels safe."]]) }),
    item("J1", "joining", { text: new Map([["employees", "Starting here was easy."]]) }),
  ],
  dimensions: [
    dimension("shared", ["A1"], { audiences: ["customers", "employees", "partners"] }),
    dimension("buying", ["B1"], { audiences: ["customers"] }),
    dimension("joining", ["J1"], { audiences: ["employees"] }),
  ],
});

const REQUEST = {
  ...NOTHING_NAMED,
  ...{ dialect: null, sheet: null, audience: null, form: null, rules: RULES, previousInput: null, only: null },
  explain: null,
};

function csv(name: string, header: string, rows: readonly string[]): TableInput {
  return { name, open: () => Readable.from([Buffer.from(`${[header, ...rows].join("\n")}\n`)]) };
}

type More = Partial<Parameters<typeof readSurvey>[1]>;

const read = (inputs: readonly TableInput[], more: More = {}) => readSurvey(FULL, { ...REQUEST, ...more, inputs });

async function peopleIn(inputs: readonly TableInput[], more: More = {}) {
  const { asked, aggregate, warnings } = await read(inputs, more);
  const { audiences, audience, audienceColumn } = asked;
  const people = Object.fromEntries([...aggregate.atoms].map(([key, cell]) => [key, cell[aggregate.plan.people]]));
  return { audiences, audience, audienceColumn, people, warnings: warnings.map(({ code }) => code) };
}

async function problemsOf(run: Promise<unknown>) {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemsError)) throw error ?? new Error("nothing went wrong");
  return error.problems;
}

const HEADER = "who,A1,B1,J1";
const MIXED = ["customers,4,5,", "Staff,2,,3", "CUSTOMERS,5,4,", "employees,3,,1"];

describe("several audiences in one file", () => {
  it("are told by the column named, by id or title", async () => {
    expect(await peopleIn([csv("a", HEADER, MIXED)], { audience: "who" })).toEqual({
      ...{ audiences: ["customers", "employees"], audience: "", audienceColumn: "who", warnings: [] },
      people: { '["customers"]': 2, '["employees"]': 2 },
    });
  });

  it("are told by a column headed audience, though the first rows are all of one", async () => {
    const sorted = [...Array.from({ length: 30 }, () => "customers,4,5,"), "employees,2,,3", "employees,2,,4"];
    const found = await peopleIn([csv("a", "audience,A1,B1,J1", sorted)]);
    expect(found).toMatchObject({ audiences: ["customers", "employees"], audienceColumn: "audience" });
    expect(found.people).toEqual({ '["customers"]': 30, '["employees"]': 2 });
  });

  it("of whom one alone answered is read as that one", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `employees,${1 + (at % 5)},,3`);
    const told = await read([csv("a", "audience,A1,B1,J1", rows)]);
    const named = await read([csv("a", "audience,A1,B1,J1", rows)], { audience: "employees" });
    expect(told.asked.audience).toBe("employees");
    expect(told.asked.audienceColumn).toBeNull();
    expect(told.asked.framework).toEqual(named.asked.framework);
    expect(told.asked.framework.dimensions.map(({ id, optional }) => [id, optional])).toEqual([
      ["shared", false],
      ["joining", false],
    ]);
    expect(told.asked.plan.segments).toEqual([]);
    expect([...told.aggregate.atoms.keys()]).toEqual(["[]"]);
  });

  it("are told apart beside other segments", async () => {
    const rows = MIXED.map((row, at) => `${row},${at < 3 ? "n" : "s"}`);
    const segments = [{ flag: "--by", column: "site" }] as const;
    const { people } = await peopleIn([csv("a", `${HEADER},site`, rows)], { audience: "who", segments });
    expect(people).toEqual({ '["n","customers"]': 2, '["n","employees"]': 1, '["s","employees"]': 1 });
  });

  it("share the segment of --by, and its values are ids", async () => {
    const segments = [{ flag: "--by", column: "who" }] as const;
    const { people, audienceColumn } = await peopleIn([csv("a", HEADER, MIXED)], { audience: "WHO", segments });
    expect(people).toEqual({ '["customers"]': 2, '["employees"]': 2 });
    expect(audienceColumn).toBe("who");
  });

  it("are those whom the filter keeps", async () => {
    const segments = [{ flag: "--where", column: "who" }] as const;
    const where = { test: (value: (column: string) => string) => ["Staff", "employees"].includes(value("who")) };
    const { asked, aggregate } = await read([csv("a", HEADER, MIXED)], { audience: "who", segments, where });
    expect(asked).toMatchObject({ audiences: ["employees"], audience: "employees", audienceColumn: null });
    // Those left out were not asked it, so that nobody's group is as small as its answers.
    expect(asked.framework.dimensions.map(({ id, optional }) => [id, optional])).toEqual([
      ["shared", false],
      ["joining", true],
    ]);
    expect([...aggregate.atoms.keys()]).toContain('["Staff","employees"]');
  });

  it("hold no answers to what they are not asked", async () => {
    const rows = [...MIXED, "customers,4,4,5", "customers,4,4,n/a"];
    const { aggregate, warnings } = await read([csv("a", HEADER, rows)], { audience: "who" });
    const joining = aggregate.plan.scores.find(({ id }) => id === "joining");
    expect(aggregate.atoms.get('["customers"]')?.[joining?.n ?? 0]).toBe(0);
    expect(aggregate.atoms.get('["employees"]')?.[joining?.n ?? 0]).toBe(2);
    expect(warnings).toMatchObject([{ code: "SC029", place: { file: "a", line: 6 } }]);
    expect(warnings[0]?.message).toContain("J1");
  });
});

describe("what an audience is not asked", () => {
  it("counts as blank for nobody; what it is asked and left blank does", async () => {
    const { aggregate } = await read([csv("a", HEADER, [...MIXED, "customers,4,,"])], { audience: "who" });
    const blank = Object.fromEntries(
      [...aggregate.atoms].map(([key, cell]) => [key, aggregate.plan.items.map(({ missing }) => cell[missing])]),
    );
    expect(blank).toEqual({ '["customers"]': [0, 1, 0], '["employees"]': [0, 0, 0] });
  });

  it("counts as blank for nobody in files of their own", async () => {
    const customers = csv("c", "We agree,Paying feels safe.", ["4,5", "5,"]);
    const { aggregate } = await read([customers, csv("s", "We agree (staff),Starting here was easy.", ["2,3"])]);
    const blank = [...aggregate.atoms.values()].map((cell) => aggregate.plan.items.map(({ missing }) => cell[missing]));
    expect(blank).toEqual([
      [0, 1, 0],
      [0, 0, 0],
    ]);
  });
});

describe("rows that do not say whose they are", () => {
  it("are an error with the line, those known and the nearest", async () => {
    const problems = await problemsOf(
      read([csv("a", HEADER, [...MIXED, "custmers,1,2,", ",1,2,", ",,,"])], { audience: "who" }),
    );
    expect(problems).toMatchObject([
      { code: "SC025", suggestion: "customers", place: { file: "a", line: 6 } },
      { code: "SC025", message: expect.stringContaining("blank"), place: { line: 7 } },
    ]);
    expect(problems[0]?.help).toContain("customers, employees");
  });

  it("are an error where the file does not hold what they are asked", async () => {
    const rows = [...Array.from({ length: 20 }, () => "customers,4,5"), "employees,2,"];
    const problems = await problemsOf(read([csv("a", "audience,A1,B1", rows)]));
    expect(problems).toMatchObject([{ code: "SC025", message: expect.stringContaining("does not hold") }]);
  });

  it("are left out with the incomplete ones on request", async () => {
    const rules = { ...RULES, onUnknown: "missing" } as const;
    const { aggregate, warnings } = await read([csv("a", HEADER, [...MIXED, "xx,1,2,", ",1,2,"])], {
      audience: "who",
      rules,
    });
    expect(aggregate.ledger).toMatchObject({ read: 6, scored: 4, excluded: { incomplete: 2 } });
    expect(warnings).toMatchObject([{ code: "SC025", message: expect.stringContaining("2 rows are left out") }]);
  });

  it("are never quoted where they look like somebody's own data", async () => {
    const problems = await problemsOf(
      read([csv("a", HEADER, [...MIXED, "ada@example.org,1,2,"])], { audience: "who" }),
    );
    expect(JSON.stringify(problems)).not.toContain("ada");
  });

  it("are quoted where several wrote the same, or where it is nearly an audience; never kept", async () => {
    const own = "Ann Bell has cancer";
    const told = async (rows: readonly string[]) =>
      problemsOf(read([csv("a", HEADER, [...MIXED, ...rows.map((text) => `${text},1,2,`)])], { audience: "who" }));
    for (const texts of [[own], [own, own], [own, own, own, own], ["customer Ann"]]) {
      const problems = await told(texts);
      expect(problems).toMatchObject([{ code: "SC025" }]);
      expect(problems[0]?.message).not.toContain("Ann");
    }
    expect((await told(["custmers"]))[0]?.message).toContain('"custmers"');
    const many = await told(Array.from({ length: 5 }, () => "Alumni"));
    expect(many[0]?.message).toContain('"Alumni"');
    expect(many[0]?.kept).not.toContain("Alumni");
    const masked = await told(Array.from({ length: 5 }, () => '"Ann Bell, 0171 5551234"'));
    expect(masked[0]?.message).not.toContain("Ann");
  });

  it("are an error where one audience is named for all, unless the filter chooses by the column", async () => {
    const input = () => csv("a", "audience,A1,B1,J1", MIXED);
    const problems = await problemsOf(read([input()], { audience: "employees" }));
    expect(problems).toMatchObject([{ code: "SC028", place: { line: 2 } }]);
    expect(problems[0]?.help).toContain("--where 'audience = employees'");
    const segments = [{ flag: "--where", column: "audience" }] as const;
    const { people } = await peopleIn([input()], { audience: "employees", segments });
    expect(people).toMatchObject({ '["Staff"]': 1, '["employees"]': 1 });
  });
});

describe("a file for each audience", () => {
  const customers = () => csv("c", "We agree,Paying feels safe.", ["4,5", "5,4"]);
  const staff = () => csv("s", "We agree (staff),Starting here was easy.", ["2,3"]);

  it("is told by its wordings, and a constant stands for the column", async () => {
    expect(await peopleIn([staff(), customers()])).toEqual({
      ...{ audiences: ["customers", "employees"], audience: "", audienceColumn: "audience", warnings: [] },
      people: { '["customers"]': 2, '["employees"]': 1 },
    });
  });

  it("goes beside one with a column", async () => {
    const found = await peopleIn([csv("a", HEADER, MIXED), staff()], { audience: "who" });
    expect(found).toMatchObject({ audienceColumn: "who", people: { '["customers"]': 2, '["employees"]': 3 } });
  });

  it("must hold what its own audience is asked, and no more", async () => {
    const lacking = csv("s", "We agree (staff),team,other", ["2,3,1"]);
    const problems = await problemsOf(read([customers(), lacking]));
    expect(problems.map(({ code, place }) => [code, place?.file])).toEqual([["CSV019", "s"]]);
  });
});

describe("an earlier wave of several audiences", () => {
  it("is paired by id, whoever answered which row", async () => {
    const rows = (shift: number) =>
      MIXED.map((row, at) => `${row.replace(/,(\d)/, (_, x) => `,${Math.max(1, Number(x) - shift)}`)},p${at}`);
    const previousInput = csv("before", `${HEADER},id`, rows(1));
    const { paired, asked } = await read([csv("after", `${HEADER},id`, rows(0))], {
      audience: "who",
      id: "id",
      previousInput,
    });
    expect(paired?.both).toBe(4);
    expect(asked.audiences).toEqual(["customers", "employees"]);
  });
});
