import { describe, expect, it } from "vitest";
import type { Composite, CompositeFormula, Framework } from "../../../src/framework/types.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { type AudienceRequest, askedAudiences } from "../../../src/response/asked/audience.ts";
import { unsaidProblems } from "../../../src/response/asked/audience-unsaid.ts";
import type { TableHead } from "../../../src/response/table-head.ts";
import { dimension, framework, item } from "../../fixture.ts";
import { grouped, head, NOTHING_NAMED, SMALL } from "../fixture.ts";

const ITEMS = ["C1", "C2", "R1", "R2", "recommend"];
const NOTHING: AudienceRequest = { ...NOTHING_NAMED, audience: null };
const saying = (...words: readonly string[]): TableHead =>
  head(["Audience", ...ITEMS], { sample: words.map((word) => [word, "4", "4", "3", "2", "9"]) });
const CUSTOMERS = SMALL.items.map(({ text }) => text.get("customers") ?? "");
const EMPLOYEES = SMALL.items.map(({ text }) => text.get("employees") ?? "");

const asked = (heads: readonly TableHead[], more: Partial<AudienceRequest> = {}, full: Framework = SMALL) => {
  const { audiences, segment, files } = askedAudiences(full, heads, { ...NOTHING, ...more });
  return {
    audiences,
    column: segment?.column ?? null,
    files: files.map((file) => (file.kind === "one" ? file.id : "by row")),
  };
};
const codes = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

/** Each audience has a dimension of its own, and one is shared. */
const JOURNEY = framework({
  audiences: [
    { id: "customers", title: "Customers", standsFor: ["customers"] },
    { id: "employees", title: "Employees", standsFor: ["employees"] },
  ],
  items: [
    item("A1", "shared", {
      text: new Map([
        ["customers", "We agree."],
        ["employees", "We agree."],
      ]),
    }),
    item("B1", "buying", { text: new Map([["customers", "Paying feels safe."]]) }),
    item("J1", "joining", { text: new Map([["employees", "Starting here was easy."]]) }),
  ],
  dimensions: [
    dimension("shared", ["A1"], { audiences: ["customers", "employees"] }),
    dimension("buying", ["B1"], { audiences: ["customers"] }),
    dimension("joining", ["J1"], { audiences: ["employees"] }),
  ],
});

describe("who answered", () => {
  it("is the audience named for all rows", () => {
    expect(asked([saying("customers", "employees")], { audience: "employees" })).toEqual({
      audiences: ["employees"],
      column: null,
      files: ["employees"],
    });
  });

  it("is told by the column named, whatever its case", () => {
    const file = head(["Role", ...ITEMS], { sample: [["Customers", "4", "4", "3", "2", "9"]] });
    const one = head(["Role", ...ITEMS], {
      sample: Array.from({ length: 20 }, () => ["CUSTOMERS", "4", "4", "3", "2", "9"]),
    });
    expect(asked([one], { audience: "role" })).toEqual({
      audiences: ["customers", "employees"],
      column: "role",
      files: ["by row"],
    });
    // All there is has been sampled.
    expect(asked([file], { audience: "role" })).toEqual({
      audiences: ["customers"],
      column: null,
      files: ["customers"],
    });
  });

  it.each([
    ["every row", [saying("employees", "Employees ")], ["employees"], null],
    ["every file that has one", [saying("customers"), head(ITEMS)], ["customers"], null],
    ["rows that differ", [saying("customers", "employees")], ["customers", "employees"], "Audience"],
    ["files that differ", [saying("employees"), saying("customers")], ["customers", "employees"], "audience"],
    ["a blank", [saying("customers", "")], ["customers", "employees"], "Audience"],
    ["no audience of the framework", [saying("partners")], ["customers"], null],
    ["no rows", [saying()], ["customers"], null],
  ] as const)("is told by a column headed audience: %s", (_, heads, audiences, column) => {
    expect(asked(heads)).toMatchObject({ audiences, column });
  });

  it("is told by what each file is worded for", () => {
    const both = [head(EMPLOYEES), head(CUSTOMERS)];
    expect(asked(both)).toEqual({
      audiences: ["customers", "employees"],
      column: "audience",
      files: ["employees", "customers"],
    });
    expect(asked([head(EMPLOYEES), head(ITEMS)])).toEqual({
      audiences: ["employees"],
      column: null,
      files: ["employees", "employees"],
    });
    expect(codes(() => asked([...both, head(ITEMS)]))).toEqual(["SC026"]);
  });

  it("is told by a column in some files and by the others' wordings", () => {
    expect(asked([saying("customers", "employees"), head(EMPLOYEES)])).toEqual({
      audiences: ["customers", "employees"],
      column: "Audience",
      files: ["by row", "employees"],
    });
  });

  it("is told by whose questions a file holds", () => {
    expect(asked([head(["A1", "J1"])], {}, JOURNEY).audiences).toEqual(["employees"]);
    expect(asked([head(["A1", "J1"]), head(["A1", "B1"])], {}, JOURNEY)).toEqual({
      audiences: ["customers", "employees"],
      column: "audience",
      files: ["employees", "customers"],
    });
    expect(codes(() => asked([head(["A1", "B1", "J1"])], {}, JOURNEY))).toEqual(["SC027"]);
  });

  it("goes by the name that people are grouped by, and beside the words of a filter", () => {
    const heads = [saying("customers", "employees")];
    expect(asked(heads, { segments: grouped("audience") }).column).toBe("audience");
    expect(asked(heads, { segments: [{ flag: "--where", column: "audience" }] }).column).toBe("who answered");
  });

  it("is neither an audience nor a column: the nearest is suggested", () => {
    expect(codes(() => asked([saying("customers")], { audience: "custmers" }))).toEqual(["SC001"]);
  });

  it("is not looked for where the column has another use", () => {
    expect(asked([saying("customers", "employees")], { id: "audience" })).toMatchObject({ column: null });
  });
});

describe("who answered, by a mapping", () => {
  it("is told by whose questions it maps, where the headers say nothing", () => {
    const mapping = (...items: readonly string[]) =>
      ({ audience: null, columns: items.map((one) => ({ item: one })) }) as never;
    expect(asked([head(["q1", "q2"])], { mapping: mapping("A1", "J1") }, JOURNEY).audiences).toEqual(["employees"]);
    const column = head(["who", "q1"], { sample: [["customers", "4"]] });
    const both = mapping("A1", "B1", "J1");
    const sampled = { ...column, sample: Array.from({ length: 20 }, () => ({ cells: ["customers", "4"], line: 2 })) };
    expect(asked([sampled], { audience: "who", mapping: both }, JOURNEY).audiences).toEqual(["customers", "employees"]);
  });

  it("is the audience it names", () => {
    const named = { audience: "employees", columns: [] } as never;
    expect(asked([head(ITEMS)], { mapping: named })).toMatchObject({ audiences: ["employees"], column: null });
  });
});

describe("two columns headed audience", () => {
  const twice = (headers: readonly string[], first: string, second: string) =>
    head([...headers, ...ITEMS], { sample: [[first, second, "4", "4", "3", "2", "9"]] });
  const problemOf = (one: TableHead, more: Partial<AudienceRequest> = {}) => {
    try {
      asked([one], more);
    } catch (error) {
      if (error instanceof ProblemsError) return error.problems[0];
      throw error;
    }
    return undefined;
  };

  it("are named with their positions; written alike, one is to be renamed", () => {
    const problem = problemOf(twice(["audience", "audience"], "customers", "n/a"));
    expect(problem?.code).toBe("SC027");
    expect(problem?.message).toContain("Two columns are headed audience (columns 1 and 2)");
    expect(problem?.help).toMatch(/^Rename the one .*customers, employees/);
  });

  it("written otherwise, one is chosen", () => {
    const one = twice(["audience", "Audience"], "customers", "employees");
    expect(problemOf(one)?.help).toContain("--audience COLUMN (audience, Audience)");
    expect(problemOf(one, { audience: "Audience" })).toBeUndefined();
  });

  it("are nothing where neither names an audience, or one is named for all rows", () => {
    expect(problemOf(twice(["audience", "audience"], "n/a", "sales"))).toBeUndefined();
    expect(problemOf(twice(["audience", "audience"], "customers", "x"), { audience: "customers" })).toBeUndefined();
  });
});

describe("nobody says who answered", () => {
  const ids = ["A1", "B1"];
  const plain = head(ids);
  const base = framework({
    audiences: JOURNEY.audiences,
    items: ids.map((id) =>
      item(id, id.toLowerCase(), {
        text: new Map([
          ["customers", `${id} for you`],
          ["employees", `${id} for us`],
        ]),
      }),
    ),
    dimensions: ids.map((id) => dimension(id.toLowerCase(), [id], { audiences: ["customers", "employees"] })),
  });
  const told = (full: Framework) =>
    unsaidProblems(full, askedAudiences(full, [plain], NOTHING), [plain]).map(({ code, severity }) => [code, severity]);
  const formula = (name: string): CompositeFormula => ({
    ...{ formula: name, tree: { kind: "name", name }, inputs: [name], worst: 1, best: 5 },
  });
  const composite = (byAudience: Composite["byAudience"]): Composite => ({
    ...{ id: "trust", title: "Trust", about: "", ...formula("a1"), direction: "higher", transform: "linear" },
    ...{ target: 75, bands: [], skipMissing: false, capped: false, byAudience },
  });

  it("is a warning where all are asked and scored alike", () => {
    expect(told({ ...base, composites: [composite(null)] })).toEqual([["SC003", "warning"]]);
    const alike = new Map(["customers", "employees"].map((id) => [id, formula("a1")]));
    expect(told({ ...base, composites: [composite(alike)] })).toEqual([["SC003", "warning"]]);
  });

  it("is an error that names the audiences where each has a formula of its own", () => {
    const own = new Map([
      ["customers", formula("a1")],
      ["employees", formula("b1")],
    ]);
    const full = { ...base, composites: [composite(own)] };
    expect(codes(() => told(full))).toEqual(["SC033"]);
    expect(() => told(full)).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ help: expect.stringContaining("customers, employees") })],
      }),
    );
  });

  it("is an error where a dimension is asked of one of them only", () => {
    const [shared, own] = base.items;
    if (shared === undefined || own === undefined) throw new Error("two items");
    const items = [shared, { ...own, text: new Map([["customers", "B1 for you"]]) }];
    const dimensions = base.dimensions.map((one) => (one.id === "b1" ? { ...one, audiences: ["customers"] } : one));
    const full = { ...base, items, dimensions };
    expect(codes(() => unsaidProblems(full, { unsaidAmong: ["customers", "employees"] }, [plain]))).toEqual(["SC033"]);
  });
});
