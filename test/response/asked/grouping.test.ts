import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupingText, parseGrouping } from "../../../src/response/asked/grouping.ts";

describe("a grouping", () => {
  it.each([
    { text: "department", kind: "single", columns: ["department"] },
    { text: "  Years here ", kind: "single", columns: ["Years here"] },
    { text: '"R&D / Lab"', kind: "single", columns: ["R&D / Lab"] },
    { text: '"a,b"', kind: "single", columns: ["a,b"] },
    { text: 'Dept ("old")', kind: "single", columns: ['Dept ("old")'] },
    { text: '"the ""old"" team"', kind: "single", columns: ['the "old" team'] },
    { text: "division/department/team", kind: "hierarchy", columns: ["division", "department", "team"] },
    { text: "division / department", kind: "hierarchy", columns: ["division", "department"] },
    { text: 'site/"R&D / Lab"/team', kind: "hierarchy", columns: ["site", "R&D / Lab", "team"] },
    { text: "department,tenure", kind: "crossing", columns: ["department", "tenure"] },
    { text: '"a,b" , "c/d"', kind: "crossing", columns: ["a,b", "c/d"] },
    { text: "Team,team", kind: "crossing", columns: ["Team", "team"] },
  ])("$text", ({ text, kind, columns }) => {
    expect(parseGrouping(text)).toEqual({ grouping: { text: text.trim(), kind, columns } });
  });

  it.each([
    { text: "", says: /empty/ },
    { text: " ", says: /empty/ },
    { text: '""', says: /empty/ },
    { text: '" "', says: /empty/ },
    { text: "a//b", says: /missing beside/ },
    { text: "a,", says: /missing beside/ },
    { text: "/a", says: /missing beside/ },
    { text: 'a/""', says: /missing beside/ },
    { text: "a/b,c", says: /do not go together/ },
    { text: "a,b/c", says: /do not go together/ },
    { text: "a/b/a", says: /"a" is named twice/ },
    { text: 'a,"a"', says: /"a" is named twice/ },
    { text: '"a', says: /not closed/ },
    { text: 'a/"b""', says: /not closed/ },
    { text: '"a" b', says: /behind a closing quote/ },
    { text: '"a"b/c', says: /behind a closing quote/ },
  ])("refuses $text", ({ text, says }) => {
    expect(parseGrouping(text).problem?.message).toMatch(says);
    expect(parseGrouping(text).problem?.help).toMatch(/\.$/);
  });

  const name = fc
    .oneof(fc.string({ minLength: 1 }), fc.stringMatching(/^[ab",/ ]{1,6}$/))
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const columns = fc.uniqueArray(name, { minLength: 1, maxLength: 4 });

  it("is read again as it was written", () => {
    fc.assert(
      fc.property(columns, fc.constantFrom("hierarchy", "crossing"), (names, chosen) => {
        const kind = names.length === 1 ? "single" : chosen;
        const text = groupingText({ kind, columns: names });
        expect(parseGrouping(text)).toEqual({ grouping: { text: text.trim(), kind, columns: names } });
      }),
    );
  });

  it("of any text is a grouping or a reason, and a grouping has as many columns as its kind needs", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[ab",/ ]{0,12}$/)), (text) => {
        const { grouping, problem } = { grouping: undefined, ...parseGrouping(text) };
        expect(grouping === undefined).toBe(problem !== undefined);
        if (grouping !== undefined) expect(grouping.columns.length > 1).toBe(grouping.kind !== "single");
      }),
    );
  });
});
