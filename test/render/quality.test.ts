import { describe, expect, it } from "vitest";
import type { Published } from "../../src/audit/estimate.ts";
import { render } from "../../src/render/registry.ts";
import { SAMPLE } from "./sample.ts";

const said = async (options: Partial<typeof SAMPLE.options>, fast: Published = SAMPLE.quality.fast) => {
  const audit = { ...SAMPLE, options: { ...SAMPLE.options, ...options }, quality: { ...SAMPLE.quality, fast } };
  return render(audit, { format: "markdown", width: 80, color: false });
};

describe("data quality on paper", () => {
  it.each([
    [{}, null],
    [
      { include: ["preview", "incomplete"] },
      /On request[^\n]*rows of trial runs are scored; rows not finished are scored/,
    ],
    [
      { exclude: ["careless"] },
      /On request[^\n]*careless rows are left out; the counts of patterns are of the rows that/,
    ],
  ] as const)("says what was asked for: %j", async (options, words) => {
    const text = await said(options);
    if (words === null) expect(text).not.toContain("On request");
    else expect(text).toMatch(words);
    expect(text.includes("included: preview, incomplete;")).toBe("include" in options);
    expect(text.includes("excluded: careless;")).toBe("exclude" in options);
  });

  it.each([
    [SAMPLE.quality.fast, "3 people of 212 with a known time"],
    [{ kind: "hidden", words: null }, "hidden to protect small groups"],
    [{ kind: "none", reason: "the export has no times", n: 240 }, "not looked for: the export has no times"],
  ] as const)("says who was too fast: %j", async (fast, words) => {
    expect(await said({}, fast)).toMatch(new RegExp(`Under 2 seconds a question[^\\n]*${words}`));
  });
});
