import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { normalQuantile, tQuantile } from "../../src/numeric/distributions.ts";
import { SIZES, shapes } from "../coverage-of-intervals/table.ts";
import { workedExamples } from "../reference/examples.ts";
import { agreementTable, compareAll } from "../reference/table.ts";
import { partNames, partOf, withPart } from "./statistics-page.ts";

const page = readFileSync(new URL("../../docs/statistics.md", import.meta.url), "utf8");
const examples = await workedExamples();

describe("docs/statistics.md", () => {
  it("has every part that scripts write, and no other", () => {
    const names = [...Object.keys(examples), "agreement with R", "coverage of intervals"];
    expect([...partNames(page)].sort()).toEqual(names.sort());
  });

  it.each(Object.entries(examples))(
    "%s is what the functions give: node scripts/statistics/worked-examples.mjs",
    (name, text) => {
      expect(partOf(page, name)).toBe(text);
    },
  );

  it("says how far R is away: node scripts/statistics/agreement-with-r.mjs", async () => {
    expect(partOf(page, "agreement with R")).toBe(agreementTable(await compareAll()));
  });

  it("tells the coverage of every interval, whole: node scripts/statistics/coverage.mjs", () => {
    const [told = "", , head = "", , ...rows] = partOf(page, "coverage of intervals").split("\n");
    expect(told).toContain("4,000 samples");
    expect(told).toContain(shapes.join(", "));
    expect(head).toBe(`| number | ${SIZES.map((n) => `n = ${n}`).join(" | ")} |`);
    expect(rows.length).toBeGreaterThan(20);
  });

  it("says how much shorter an interval by the normal distribution would be", () => {
    const shorter = 1 - normalQuantile(0.975) / tQuantile(0.975, 9);
    expect(page).toContain(`with 10 people by ${(100 * shorter).toFixed(0)} %`);
  });

  it("has every section it refers to", () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => title.toLowerCase().replaceAll(" ", "-"));
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.filter((anchor) => !anchors.includes(anchor ?? ""))).toEqual([]);
    expect(links.length).toBeGreaterThan(1);
  });

  it("lists every source it names", () => {
    const [body = "", sources = ""] = page.split("\n## Sources\n");
    const named =
      body.match(/\b[A-Z][a-zA-Zä]+(?:, [A-Z][a-zA-Zä]+)*(?: (?:&|and) [A-Z][a-zA-Zä]+| et al\.)? (?:19|20)\d\d\b/g) ??
      [];
    const lacking = named.filter((one) => {
      const [name = "", year = ""] = [one.split(/[ ,]/)[0], one.slice(-4)];
      return !sources.split("\n").some((line) => line.includes(name) && line.includes(`(${year})`));
    });
    expect(lacking).toEqual([]);
    expect(named.length).toBeGreaterThan(30);
  });
});

describe("parts of the page", () => {
  const small = "a\n<!-- written: one -->\nold\n<!-- end -->\nb";

  it("are replaced where they stand", () => {
    expect(withPart(small, "one", "new\nlines")).toBe("a\n<!-- written: one -->\nnew\nlines\n<!-- end -->\nb");
    expect(partOf(small, "one")).toBe("old");
  });

  it("are missed by name", () => {
    expect(() => withPart(small, "two", "")).toThrow('no part "two"');
  });
});
