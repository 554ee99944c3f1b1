import { describe, expect, it } from "vitest";
import type { CellResult, PlainChange } from "../../src/audit/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { changeBetween, groupChanges } from "../../src/statistics/change.ts";
import { expectClose } from "./close-to.ts";
import { type Row, releasedTotal } from "./released-total.ts";
import { reference, staffFramework, staffRows } from "./staff.ts";

const names = { before: "spring", after: "autumn" };

async function cellOf(
  rows: readonly Row[],
  { headcount = null, ...parts }: Partial<ReleasedCell> & { headcount?: number | null } = {},
): Promise<CellResult> {
  const { plan, released } = releasedTotal(staffFramework, rows);
  return estimateCell({
    framework: staffFramework,
    plan,
    released: { ...released, ...parts },
    headcount,
    unit: "person",
    seed: 1,
  });
}

function changeOf(changes: readonly PlainChange[], id: string): PlainChange {
  const found = changes.find((change) => change.id === id);
  if (found === undefined) throw new Error(`no change of ${id}`);
  return found;
}

const [first, second] = await Promise.all([cellOf(staffRows()), cellOf(staffRows("staff-wave2.csv"))]);
const changes = changeBetween({ before: first, after: second, names });

describe("the second wave of the reference survey against the first, as R computes it", () => {
  it.each(staffFramework.dimensions.map(({ id }) => id))("%s", (id) => {
    const wanted = reference.wave2_minus_wave1[id]?.independent;
    if (wanted === undefined) throw new Error("no reference");
    const { points, test, of } = changeOf(changes, id);
    expect(of).toBe("dimension");
    if (points.kind !== "estimate") throw new Error("no change");
    expect(points.n).toBe(wanted.n[0] + wanted.n[1]);
    expectClose(points.value, wanted.difference, "difference");
    expectClose(points.interval?.low, wanted.ci95[0], "low");
    expectClose(points.interval?.high, wanted.ci95[1], "high");
    for (const key of ["t", "df", "p"] as const) expectClose(test?.[key], wanted[key], key);
    expectClose(test?.g ?? null, wanted.hedges_g, "g");
  });

  it("says up where the index rises surely, whichever way the score is good", () => {
    expect(changes.map(({ id, says }) => [id, says])).toEqual([
      ["trust", "no clear change"],
      ["credibility", "up"],
      ["reliability", "no clear change"],
      ["intimacy", "no clear change"],
      ["self_orientation", "no clear change"],
    ]);
    const { points, index } = changeOf(changes, "self_orientation");
    if (points.kind !== "estimate" || index.kind !== "estimate") throw new Error("no change");
    expect(index.value).toBeCloseTo(-25 * points.value, 12);
    expect(index.interval?.low).toBeCloseTo(-25 * (points.interval?.high ?? 0), 12);
  });

  it("a composite on the log scale: ratio in points, difference of log indices", () => {
    const { index, points, test } = changeOf(changes, "trust");
    const [before, after] = [first, second].map(({ composites: [trust] }) => trust);
    if (before?.value.kind !== "estimate" || after?.value.kind !== "estimate") throw new Error("no value");
    if (before.index.kind !== "estimate" || after.index.kind !== "estimate") throw new Error("no index");
    if (index.kind !== "estimate" || points.kind !== "estimate") throw new Error("no change");
    expect(points.value).toBeCloseTo(after.value.value / before.value.value, 12);
    expect(index.value).toBeCloseTo(after.index.value - before.index.value, 10);
    // The error of the first wave by R's delta method, on the log scale.
    expectClose(
      before.precision?.se,
      reference.trust_quotient.se_delta / reference.trust_quotient.ratio_of_means,
      "se of the logarithm",
    );
    const se = Math.hypot(before.precision?.se ?? 0, after.precision?.se ?? 0);
    expectClose(test?.t, Math.log(points.value) / se, "t");
    expect(test?.g).toBeNull();
    expect(Math.log(points.interval?.high ?? 0) / Math.log(15 / 0.6)).toBeCloseTo(
      (index.interval?.high ?? 0) / 100,
      12,
    );
  });

  it("turned round, up is down", () => {
    const back = changeBetween({ before: second, after: first, names });
    expect(changeOf(back, "credibility").says).toBe("down");
  });

  it("a headcount narrows nothing, and says so", async () => {
    const counted = await cellOf(staffRows(), { headcount: 250 });
    const narrowed = changeBetween({ before: counted, after: second, names });
    for (const { id, points, test } of narrowed) {
      const plain = changeOf(changes, id);
      expect(test).toEqual(plain.test);
      expect(points).toMatchObject({ ...plain.points, caveats: ["The headcount does not narrow a change."] });
    }
    const census = changeBetween({ before: await cellOf(staffRows(), { headcount: 240 }), after: second, names });
    expect(changeOf(census, "credibility").test).toEqual(changeOf(changes, "credibility").test);
  });
});

describe("what cannot be said", () => {
  it("hidden in either wave is hidden", async () => {
    const veiled = await cellOf(staffRows(), { veils: new Map([["intimacy", "hidden"]]) });
    for (const [before, after] of [
      [veiled, second],
      [second, veiled],
    ] as const) {
      const found = changeBetween({ before, after, names });
      const hidden = { kind: "hidden", words: null };
      for (const id of ["intimacy", "trust"])
        expect(changeOf(found, id)).toMatchObject({
          index: hidden,
          points: hidden,
          test: null,
          says: "too few to say",
        });
      expect(changeOf(found, "credibility").points.kind).toBe("estimate");
    }
  });

  it("nobody answered it in one wave, and that wave is named", async () => {
    const nobody = await cellOf(staffRows().map((row) => row.map((answer, i) => (i < 5 ? null : answer))));
    const { points, says } = changeOf(changeBetween({ before: nobody, after: second, names }), "credibility");
    expect(points).toMatchObject({ kind: "none", reason: "spring: nobody answered enough of it" });
    expect(says).toBe("too few to say");
  });

  it("under five people in either wave, or one person", async () => {
    const four = await cellOf(staffRows().slice(0, 4));
    const found = changeOf(changeBetween({ before: four, after: second, names }), "credibility");
    expect(found.says).toBe("too few to say");
    expect(found.points).toMatchObject({ kind: "estimate" });
    const one = await cellOf(staffRows().slice(0, 1));
    expect(changeOf(changeBetween({ before: one, after: second, names }), "credibility")).toMatchObject({
      points: { interval: null, noInterval: "one of the two waves has no margin of error" },
      test: null,
      says: "too few to say",
    });
  });

  it("enough people of whom nobody differs in either wave: no test, and no clear change", async () => {
    const rows = staffRows();
    const [low, high] = [2, 4].map((end) => rows.slice(0, 30).map((row) => row.map(() => end)));
    const found = changeBetween({ before: await cellOf(low!), after: await cellOf(high!), names });
    expect(changeOf(found, "credibility")).toMatchObject({
      points: { interval: null, noInterval: "all scores of either wave are equal" },
      test: null,
      says: "no clear change",
    });
  });

  it("no change is longer than the scale", async () => {
    const rows = staffRows();
    const [low, high] = [1, 5].map((end) => rows.slice(0, 5).map((_, i) => rows[0]!.map(() => (i === 0 ? 3 : end))));
    const found = changeBetween({ before: await cellOf(low!), after: await cellOf(high!), names });
    const { index, points } = changeOf(found, "credibility");
    if (index.kind !== "estimate" || points.kind !== "estimate") throw new Error("no change");
    expect(index.interval?.high).toBeLessThanOrEqual(100);
    expect(points.interval?.high).toBeLessThanOrEqual(4);
  });
});

describe("changes of groups", () => {
  it("of those that are shown in both waves, by path", async () => {
    const group = async (path: readonly string[], rows: readonly Row[], kind: ReleasedCell["kind"] = "group") =>
      cellOf(rows, { path, kind });
    const rows = staffRows();
    const before = [
      await group(["Sales"], rows.slice(0, 100)),
      await group(["Lab"], rows.slice(100, 140)),
      await group([], rows.slice(140), "pool"),
    ];
    const after = [
      await group(["Legal"], rows.slice(0, 60)),
      await group(["Sales"], rows.slice(60, 160)),
      await group([], rows.slice(160), "pool"),
    ];
    const found = groupChanges(before, after);
    expect(found.map(({ path, label }) => [path, label])).toEqual([[["Sales"], "Sales"]]);
    expect(found[0]?.changes).toEqual(changeBetween({ before: before[0]!, after: after[1]!, names }));
  });
});
