import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import type { Released, ReleasedCell } from "../../src/disclosure/types.ts";
import { restrictFramework } from "../../src/framework/restrict.ts";
import { aggregateOf, asking, crowd, framework, ITEM_IDS, type Person } from "./fixture.ts";

/** Without S2, strain is a dimension of one item. */
const asked = restrictFramework(framework(), new Set(ITEM_IDS));

function released(people: readonly Person[], by: string | null = null): Released {
  return release({
    aggregate: aggregateOf(people, asked),
    framework: asked,
    ...asking(...(by === null ? [] : [by])),
    minGroup: 5,
  });
}

/** Every way in which n people could have answered one item of five options, given its mean and SD as printed. */
function answersBehind(n: number, mean: string, sd: string): readonly (readonly number[])[] {
  const found: number[][] = [];
  const seek = (answers: number[], from: number) => {
    if (answers.length < n) {
      for (let code = from; code <= 5; code++) seek([...answers, code], code);
      return;
    }
    const m = answers.reduce((sum, code) => sum + code, 0) / n;
    const s = Math.sqrt(answers.reduce((sum, code) => sum + (code - m) ** 2, 0) / (n - 1));
    if (m.toFixed(2) === mean && s.toFixed(2) === sd) found.push(answers);
  };
  seek([], 1);
  return found;
}

const shows = (cell: ReleasedCell | null | undefined) => cell != null && !cell.veils.has("strain");

describe("a dimension of one item", () => {
  it("could be taken back to its answers by mean and SD: what the rule is for", () => {
    expect(answersBehind(5, "3.20", "1.48")).toEqual([[1, 3, 3, 4, 5]]);
    expect(answersBehind(5, "4.20", "1.79")).toEqual([[1, 5, 5, 5, 5]]);
  });

  it.each([
    [5, false],
    [9, false],
    [10, true],
  ])("of %i people is shown: %s", (size, shown) => {
    const { total } = released(crowd("A", size));
    expect(shows(total)).toBe(shown);
    expect(total?.veils.has("words")).toBe(false);
    // A composite of it goes with it.
    expect(total?.veils.has("trust")).toBe(!shown);
  });

  it("is hidden in groups of under ten, with enough others that subtraction gives nothing back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 2, maxLength: 6 }), (sizes) => {
        const people = sizes.flatMap((size, at) => crowd(String.fromCharCode(65 + at), size));
        const { total, groupings } = released(people, "department");
        const cells = (groupings[0]?.cells ?? []).filter(shows);
        for (const cell of cells) expect(cell.people).toBeGreaterThanOrEqual(10);
        const rest = people.length - cells.reduce((sum, cell) => sum + cell.people, 0);
        if (shows(total) && cells.length > 0) expect(rest === 0 || rest >= 10).toBe(true);
      }),
    );
  });
});
