import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/problems/problem.ts";
import { renderProblems } from "../../src/render/terminal/problems.ts";
import { withoutColour } from "./colour.ts";

const LOCATED: Problem = {
  code: "FW012",
  severity: "error",
  message: "There is no dimension called credibilty.",
  help: "Name a dimension of this framework.",
  suggestion: "credibility",
  place: {
    file: "trust.yaml",
    line: 12,
    column: 16,
    excerpt: { text: "    dimension: credibilty", offset: 15, length: 10 },
  },
};
const WARNING: Problem = {
  code: "CSV014",
  severity: "warning",
  message: "Two extra cells were passed over.",
  place: { file: "staff.csv" },
};

describe("problems as text", () => {
  it("says where, what, and what to do next", async () => {
    expect(await renderProblems([LOCATED, WARNING], { width: 80, color: false })).toBe(
      [
        "error FW012 trust.yaml:12:16",
        "  There is no dimension called credibilty.",
        "  12 │     dimension: credibilty",
        "     │                ^^^^^^^^^^",
        "  help: Name a dimension of this framework.",
        '  did you mean "credibility"?',
        "",
        "warning CSV014 staff.csv",
        "  Two extra cells were passed over.",
        "",
        "1 error, 1 warning",
        "",
      ].join("\n"),
    );
  });

  it("says the same in colour", async () => {
    const coloured = await renderProblems([LOCATED, WARNING], { width: 80, color: true });
    expect(coloured).toContain("\u001b[31merror\u001b[39m");
    expect(withoutColour(coloured)).toBe(await renderProblems([LOCATED, WARNING], { width: 80, color: false }));
  });

  it("is silent about nothing", async () => {
    expect(await renderProblems([], { width: 80, color: true })).toBe("");
  });

  it("puts the caret under wide characters", async () => {
    const excerpt = { text: "営業: x", offset: 4, length: 1 };
    const text = await renderProblems([{ ...LOCATED, place: { file: "f", line: 1, excerpt } }], {
      width: 80,
      color: false,
    });
    expect(text).toContain("  1 │ 営業: x\n    │       ^\n");
  });

  it("cuts an excerpt that is wider than the page, and controls in it", async () => {
    const excerpt = { text: `${"x".repeat(300)}\u001b[31m`, offset: 290, length: 20 };
    const text = await renderProblems([{ ...LOCATED, place: { file: "f", line: 7, excerpt } }], {
      width: 60,
      color: false,
    });
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(text).not.toContain("\u001b");
    expect(text).toContain("^");
  });
});
