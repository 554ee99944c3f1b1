import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWhere } from "../../../src/response/asked/where.ts";

type Row = Readonly<Record<string, string>>;

function chosen(text: string, row: Row): boolean {
  const parsed = parseWhere(text);
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  return parsed.test((column) => row[column] ?? "");
}

function problem(text: string) {
  const parsed = parseWhere(text);
  return "problem" in parsed ? parsed.problem : null;
}

const ROW = { site: "North", "R&D / Lab": "Zürich 2", tenure: "", Größe: "L" };

describe("a filter", () => {
  it.each([
    ["site = North", true],
    ["site = north", false],
    ["site != North", false],
    ["site != South", true],
    ['"site" = "North"', true],
    ['"site" = "  North "', true],
    ['"R&D / Lab" = "Zürich  2"', true],
    ['"R&D / Lab" = "Zu\u0308rich 2"', true],
    ["Größe=L", true],
    ['tenure = ""', true],
    ['tenure != ""', false],
    ["site in (South, North)", true],
    ["site in (South)", false],
    ["site not in (South, West)", true],
    ["not site in (South, West)", true],
    ["not not site = North", true],
    ["site = South or site = North", true],
    ["site = North and Größe = L", true],
    ["site = North and Größe = S", false],
    // and binds closer than or, not closer than both
    ["site = North or site = North and Größe = S", true],
    ["(site = North or site = North) and Größe = S", false],
    ["not site = South and Größe = L", true],
    ["not (site = South or Größe = L)", false],
    ["SITE = x OR site IN (North) AND NOT site = South", true],
  ])("%s: %s", (text, is) => expect(chosen(text, ROW)).toBe(is));

  it("names each column once, in the order written", () => {
    const parsed = parseWhere('b = 1 or (a != 2 and b in (3)) or not " c  d " = ""');
    expect("problem" in parsed ? null : parsed.columns).toEqual(["b", "a", "c d"]);
  });

  it("takes its own words for names and values where one must stand", () => {
    expect(chosen("country = in", { country: "in" })).toBe(true);
    expect(chosen("country in (or, IN)", { country: "IN" })).toBe(true);
    expect(chosen("or = and and in = 1", { or: "and", in: "1" })).toBe(true);
    expect(chosen('"not" = 1', { not: "1" })).toBe(true);
  });

  it("reads a doubled quote as one", () =>
    expect(chosen('site = "the ""old"" one"', { site: 'the "old" one' })).toBe(true));

  it.each([
    ["", 1, /name of a column/],
    ["site", 5, /=, !=, in or not in/],
    ["site North", 6, /=, !=, in or not in/],
    ["site = ", 8, /value is missing/],
    ["site = North South", 14, /and or or is missing/],
    ["site = North and", 17, /name of a column/],
    ["(site = North", 14, /opened and not closed/],
    ["site = North)", 13, /no opening one/],
    ["site in North", 9, /parentheses/],
    ["site in ()", 10, /value is missing/],
    ["site in (a b)", 12, /comma or a closing/],
    ["site in (a,", 12, /value is missing/],
    ['site = "North', 8, /quote is opened/],
    ['"" = x', 1, /empty/],
    ["tenure > 3", 8, /compares sizes/],
    ["😀 = 3", 1, /cannot stand bare/],
    ['"😀" = 3.5', 8, /cannot stand bare/],
    ["site == x", 7, /value is missing/],
    [`${"(".repeat(200)}a = 1${")".repeat(200)}`, 102, /too many parentheses/],
  ])("is refused: %s at %i", (text, column, message) => {
    expect(problem(text)).toMatchObject({ column, message: expect.stringMatching(message), help: expect.any(String) });
  });

  it("of any length is read", () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `a = v${at}`).join(" or ");
    expect(chosen(many, { a: "v19999" })).toBe(true);
    expect(chosen(`${"not ".repeat(50_001)}a = 1`, { a: "1" })).toBe(false);
  });
});

type Tree =
  | { readonly kind: "is" | "is not"; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly Tree[] }
  | { readonly kind: "not"; readonly part: Tree };

const NAMES = ["site", "a-b", "or", "not", "R&D / Lab", 'q"t', "x (y), z", "Größe"];
const VALUES = ["", "1", "in", "North East", 'a"b', "(", "ü"];

const { tree } = fc.letrec<{ tree: Tree; leaf: Tree }>((tie) => ({
  leaf: fc.record({
    kind: fc.constantFrom("is", "is not"),
    column: fc.constantFrom(...NAMES),
    values: fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 3 }),
  }),
  tree: fc.oneof(
    { depthSize: "small" },
    tie("leaf"),
    fc.record({
      kind: fc.constantFrom("and", "or"),
      parts: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), part: tie("tree") }),
  ),
}));

function printed(one: Tree): string {
  const word = (text: string): string =>
    /^[\p{L}\p{N}_-]+$/u.test(text) && text !== "not" ? text : `"${text.replaceAll('"', '""')}"`;
  switch (one.kind) {
    case "is":
    case "is not": {
      const [value = "", ...more] = one.values;
      const not = one.kind === "is not";
      if (more.length === 0) return `${word(one.column)} ${not ? "!=" : "="} ${word(value)}`;
      return `${word(one.column)} ${not ? "not in" : "in"} (${one.values.map(word).join(", ")})`;
    }
    case "not":
      return `not ${one.part.kind === "is" ? printed(one.part) : `(${printed(one.part)})`}`;
    default:
      // Without the parentheses that are not needed.
      return one.parts
        .map((part) =>
          part.kind === "or" || (part.kind === "and" && one.kind === "and") ? `(${printed(part)})` : printed(part),
        )
        .join(` ${one.kind} `);
  }
}

function holds(one: Tree, row: Row): boolean {
  switch (one.kind) {
    case "is":
      return one.values.includes(row[one.column] ?? "");
    case "is not":
      return !one.values.includes(row[one.column] ?? "");
    case "not":
      return !holds(one.part, row);
    case "and":
      return one.parts.every((part) => holds(part, row));
    case "or":
      return one.parts.some((part) => holds(part, row));
  }
}

it("a filter that is printed and read again chooses the same people", () => {
  const row = fc.record(Object.fromEntries(NAMES.map((name) => [name, fc.constantFrom(...VALUES)])));
  fc.assert(
    fc.property(tree, fc.array(row, { minLength: 5, maxLength: 5 }), (one, rows) => {
      for (const person of rows) expect(chosen(printed(one), person)).toBe(holds(one, person));
    }),
    { seed: 20261122, numRuns: 500 },
  );
});
