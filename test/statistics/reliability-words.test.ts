import { describe, expect, it } from "vitest";
import { expectClose } from "./close-to.ts";
import type { Row } from "./released-total.ts";
import { only, reliabilityOf, repeated, shown, wholeNumbers } from "./reliability-of.ts";

describe("what cannot be said of reliability", () => {
  const pair: readonly Row[] = [
    [1, 2],
    [2, 4],
    [3, 3],
    [5, 4],
  ];

  it("worked by hand: two items with covariance half their variance have alpha 2/3", async () => {
    // 1, 2, 3 against 2, 1, 3 (ten times each): variances v, v, covariance v/2, so alpha = 2 (1 − 2v/3v).
    const result = await only(
      wholeNumbers(["a", "b"]),
      repeated(
        [
          [1, 2],
          [2, 1],
          [3, 3],
        ],
        10,
      ),
    );
    expectClose(shown(result.alpha), 2 / 3, "alpha");
    expectClose(shown(result.items[0]?.rest), 1 / 2, "correlation");
    expect(result.band).toBe("weak");
    expect(result.omega).toEqual({ kind: "none", reason: "needs at least three items", n: 30 });
    expect(result.items[0]?.alphaIfDropped).toEqual({ kind: "none", reason: "needs at least three items", n: 30 });
  });

  it("needs 30 people who answered everything", async () => {
    const few = await only(wholeNumbers(["a", "b"]), [...repeated(pair, 3), [1, null], [null, 2], [null, null]]);
    const reason = "needs 30 people who answered all its items; 12 did";
    expect(few).toEqual({
      dimension: "d",
      title: "d",
      n: 12,
      alpha: { kind: "none", reason, n: 12 },
      standardised: { kind: "none", reason, n: 12 },
      omega: { kind: "none", reason, n: 12 },
      band: null,
      items: [],
    });
    expect((await only(wholeNumbers(["a", "b"]), repeated(pair, 7))).alpha.kind).toBe("none");
    expect((await only(wholeNumbers(["a", "b"]), repeated(pair, 8))).alpha.kind).toBe("estimate");
  });

  it("does not count those whose sums are withheld", async () => {
    const nobodyWhole = await only(
      wholeNumbers(["a", "b"]),
      repeated(
        [
          [1, null],
          [null, 2],
        ],
        10,
      ),
    );
    expect(nobodyWhole.alpha).toEqual({ kind: "none", reason: "needs 30 people who answered all its items", n: 0 });
    const many = await only(
      wholeNumbers(["a", "b"]),
      repeated(
        [
          [1, null],
          [null, 2],
        ],
        20,
      ),
    );
    expect(many).toMatchObject({
      n: null,
      alpha: { kind: "hidden", words: null },
      omega: { kind: "hidden" },
      items: [],
    });
  });

  it("a veiled dimension says nothing, not even the words of its veil", async () => {
    const veils = new Map([["d", "nearly all" as const]]);
    const result = await only(wholeNumbers(["a", "b"]), repeated(pair, 8), { released: { veils } });
    expect(result).toMatchObject({ n: null, alpha: { kind: "hidden", words: null }, band: null, items: [] });
  });

  it("one item", async () => {
    const result = await only(wholeNumbers(["a"]), repeated([[1], [2]], 20));
    expect(result.alpha).toEqual({ kind: "none", reason: "needs at least two items: it has one", n: 40 });
  });

  it("an item that everyone answers alike", async () => {
    const result = await only(
      wholeNumbers(["a", "b", "c"]),
      repeated(
        [
          [1, 3, 2],
          [2, 3, 1],
          [4, 3, 3],
        ],
        10,
      ),
    );
    const same = { kind: "none", reason: "everyone gave the same answer to b", n: 30 };
    // By hand, in 29ths: variances 140/3, 0 and 20, covariance 20 of a and c: 3/2 (1 − (200/3)/(320/3)).
    expect(result.alpha.kind === "estimate" ? result.alpha.value : null).toBeCloseTo(0.5625, 12);
    expect([result.standardised, result.omega]).toEqual([same, same]);
    expect(result.items.map(({ rest }) => rest.kind)).toEqual(["estimate", "none", "estimate"]);
  });

  it("a sum that does not vary", async () => {
    const result = await only(
      wholeNumbers(["a", "b"]),
      repeated(
        [
          [1, 3],
          [2, 2],
          [3, 1],
        ],
        10,
      ),
    );
    expect(result.alpha).toEqual({ kind: "none", reason: "the sum of the items does not vary", n: 30 });
    expect(result.band).toBeNull();
    expect(result.items.map(({ asksReversed }) => asksReversed)).toEqual([true, true]);
  });

  it("an improper factor has no omega, but alpha", async () => {
    const rows = repeated(
      [
        [1, 1, 1],
        [2, 2, 2],
        [4, 4, 4],
      ],
      10,
    );
    const result = await only(wholeNumbers(["a", "b", "c"]), rows);
    expectClose(shown(result.alpha), 1, "alpha");
    expect(result.omega).toEqual({ kind: "none", reason: "the one-factor solution is improper", n: 30 });
  });

  it("asks whether an item that runs against the others is reversed; recoding it answers", async () => {
    const rows = repeated(
      [
        [10, 12, 90, 20],
        [20, 25, 75, 15],
        [30, 28, 77, 40],
        [40, 45, 55, 45],
        [60, 50, 50, 70],
      ],
      6,
    );
    const names = ["a", "b", "c", "d"];
    const asked = await only(wholeNumbers(names), rows);
    expect(asked.items.map(({ asksReversed }) => asksReversed)).toEqual([false, false, true, false]);
    expect(shown(asked.items[2]?.rest)).toBeLessThan(0);
    const recoded = await only(wholeNumbers(names, ["c"]), rows);
    expect(recoded.items.map(({ asksReversed }) => asksReversed)).toEqual([false, false, false, false]);
    expectClose(shown(recoded.items[2]?.alphaIfDropped), shown(asked.items[2]?.alphaIfDropped), "without it");
    expect(recoded.band).toBe("good");
  });

  it("worked by hand: variances 1 and 1 with covariance −1/2 have alpha −2, and it says what that means", async () => {
    const result = await only(
      wholeNumbers(["a", "b"]),
      repeated(
        [
          [1, 2],
          [2, 3],
          [3, 1],
        ],
        10,
      ),
    );
    expectClose(shown(result.alpha), -2, "alpha");
    expect(result.band).toBe("do not interpret");
    expect(result.alpha).toMatchObject({ caveats: ["Below 0: the items contradict one another."] });
  });

  it("survey weights are not used, and it says so", async () => {
    const rows = repeated(pair, 8);
    const weights = rows.map((_, i) => 1 + (i % 3));
    const [plain, weighted] = [
      await only(wholeNumbers(["a", "b"]), rows),
      await only(wholeNumbers(["a", "b"]), rows, { weights }),
    ];
    expect(shown(weighted.alpha)).toBe(shown(plain.alpha));
    expect(weighted.alpha).toMatchObject({ caveats: ["Survey weights are not used here: everybody counts once."] });
    expect(plain.alpha).toMatchObject({ caveats: [] });
  });

  it("nothing of assessments, nor where only scores were asked for", async () => {
    const rows = repeated(pair, 8);
    expect(await reliabilityOf({ ...wholeNumbers(["a", "b"]), unit: "organisation" }, rows)).toEqual([]);
    expect(await reliabilityOf(wholeNumbers(["a", "b"]), rows, { only: "scores" })).toEqual([]);
  });
});
