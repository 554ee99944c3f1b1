import { describe, expect, it } from "vitest";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import { MISSING } from "../../src/response/types.ts";
import { estimateItems } from "../../src/statistics/items.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { dimension, framework, item } from "./small-framework.ts";

const text = new Map([
  ["staff", "We say it."],
  ["customers", "They say it."],
]);
const asked = framework({
  items: [
    item("O1", { dimension: "openness", text }),
    item("O2", { dimension: "openness", reverse: true }),
    item("W1", { dimension: "worry" }),
    item("X1"),
  ],
  dimensions: [dimension("openness", ["O1", "O2"]), dimension("worry", ["W1"], { direction: "lower" })],
});

const ROWS: readonly Row[] = [
  ...Array.from({ length: 6 }, () => [5, 1, 2, 4]),
  ...Array.from({ length: 3 }, () => [3, 4, 5, null]),
  [MISSING.notApplicable, MISSING.dontKnow, MISSING.unknown, null],
];

function items(released: Partial<ReleasedCell> = {}, audience = "staff") {
  const total = releasedTotal(asked, ROWS);
  return estimateItems({ framework: asked, plan: total.plan, released: { ...total.released, ...released }, audience });
}

describe("the item table", () => {
  it("raw mean, histogram with labels, kinds of missing", () => {
    const [O1] = items();
    expect(O1).toMatchObject({ id: "O1", dimension: "openness", text: "We say it.", reverse: false });
    expect(O1?.mean).toMatchObject({ value: 39 / 9, n: 9, unit: "points on 1–5" });
    expect(O1?.histogram).toEqual([
      { code: 1, label: "No", count: 0 },
      { code: 2, label: "Rather no", count: 0 },
      { code: 3, label: "So-so", count: 3 },
      { code: 4, label: "Rather yes", count: 0 },
      { code: 5, label: "Yes", count: 6 },
    ]);
    expect(O1?.missing).toEqual({ unanswered: 0, notApplicable: 1, dontKnow: 0, unknown: 0 });
  });

  it("favourable on the recoded answer in the dimension's direction", () => {
    const [O1, O2, W1, X1] = items();
    // O2 is reverse-keyed: 1 counts as 5. On W1 low answers are good. X1 stands outside every dimension.
    for (const [row, share, n] of [
      [O1, 6 / 9, 9],
      [O2, 6 / 9, 9],
      [W1, 6 / 9, 9],
      [X1, 1, 6],
    ] as const) {
      expect(row?.favourable).toMatchObject({ value: share, n });
    }
    expect(O2).toMatchObject({ reverse: true, mean: { value: 2 } });
    expect(X1?.dimension).toBeNull();
  });

  it("the wording of the audience, or the first there is", () => {
    expect(items({}, "customers")[0]?.text).toBe("They say it.");
    expect(items({}, "neighbours")[0]?.text).toBe("We say it.");
  });

  it("is hidden row by row, or whole", () => {
    const hidden = { kind: "hidden", words: null };
    const row = { mean: hidden, favourable: hidden, histogram: hidden, missing: hidden };
    const one = items({ hiddenItems: new Set(["O2"]) });
    expect(one.map(({ mean }) => mean.kind)).toEqual(["estimate", "hidden", "estimate", "estimate"]);
    expect(one[1]).toMatchObject({ id: "O2", ...row });
    for (const each of items({ itemTable: false })) expect(each).toMatchObject(row);
  });

  it("nobody answered is no number", () => {
    const { plan, released } = releasedTotal(asked, [[null, 1, 1, 1]]);
    const [O1] = estimateItems({ framework: asked, plan, released, audience: "staff" });
    const none = { kind: "none", reason: "nobody answered it", n: 0 };
    expect(O1).toMatchObject({ mean: none, favourable: none, missing: { unanswered: 1 } });
  });
});
