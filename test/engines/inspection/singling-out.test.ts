import { describe, expect, it } from "vitest";
import { withoutSingleAnswers } from "../../../src/engines/inspection/singling-out.ts";
import type { Vocabulary } from "../../../src/engines/inspection/types.ts";

const entry = (text: string, count: number) => ({
  text,
  code: 4,
  label: null,
  count,
  items: ["C4"],
  nearest: null,
  isOwn: false,
});
const MET: Vocabulary = {
  scale: "agree",
  kind: "coded",
  items: ["C4"],
  whole: true,
  entries: [entry("Agree", 5), entry("agree", 1)],
  figures: 0,
  more: false,
  numbersOnly: false,
};

describe("the texts met, as a page shows them", () => {
  const shown = (rows: number | null, minGroup = 5) =>
    withoutSingleAnswers([MET], { rows, minGroup })[0]?.entries.map(({ count, items }) => [count, items.length]);
  it("have no counts of fewer people than the smallest group", () => {
    expect(shown(4)).toEqual([
      [null, 0],
      [null, 0],
    ]);
    expect(shown(null)).toEqual(shown(4));
  });
  it("name the items of texts that stand in enough cells", () => {
    expect(shown(5)).toEqual([
      [5, 1],
      [1, 0],
    ]);
    expect(shown(5, 3)).toEqual(shown(5));
    expect(shown(10, 10)?.map(([, items]) => items)).toEqual([0, 0]);
  });
});
