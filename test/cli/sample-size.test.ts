import { describe, expect, it } from "vitest";
import { sampleSizeSheet } from "../../src/cli/sample-size.ts";
import type { Framework } from "../../src/framework/types.ts";
import { renderSheet } from "../../src/render/terminal/sheet.ts";
import { sampleSizes } from "../../src/statistics/detectable.ts";

const dimension = (id: string, optional = false) => ({ id, optional });

/** What the page looks at. */
function framework(more: Partial<Record<keyof Framework, unknown>> = {}): Framework {
  return {
    id: "own",
    version: "1.0.0",
    title: "Own",
    unit: "person",
    reading: "index",
    dimensions: [dimension("a"), dimension("b"), dimension("c"), dimension("d"), dimension("e", true)],
    outcomes: [{ id: "recommend", title: "Recommend" }],
    ...more,
  } as Framework;
}

const page = async (of: Framework) => renderSheet(sampleSizeSheet(of), { width: 80, color: false });

describe("the answer to how many answers are needed", () => {
  it("has every number of the statistics, at 80 columns", async () => {
    const text = await page(framework());
    for (const { answers } of sampleSizes({ sd: 20 })) expect(text).toMatch(new RegExp(`\\b${answers}\\b`));
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).toMatch(/any number +18 +64 +174/);
  });

  it.each([
    { dimensions: 4, needed: 40 },
    { dimensions: 2, needed: 30 },
    { dimensions: 11, needed: 110 },
  ])("asks for $needed people to tell drivers among $dimensions dimensions", async ({ dimensions, needed }) => {
    const some = Array.from({ length: dimensions }, (_, at) => dimension(`d${at}`));
    expect(await page(framework({ dimensions: [...some, dimension("more", true)] }))).toMatch(
      new RegExp(`${needed} answers +what goes with`),
    );
  });

  it("speaks of no drivers where there is no outcome", async () => {
    expect(await page(framework({ outcomes: [] }))).not.toContain("goes with");
  });

  it("speaks of a load where the framework reads as one", async () => {
    expect(await page(framework({ reading: "load" }))).toContain("To know where the load stands");
  });

  it("needs one assessment where a row is one", async () => {
    const text = await page(framework({ unit: "organisation" }));
    expect(text).toContain("One assessment is enough");
    expect(text).not.toContain("any number");
  });
});
