import { describe, expect, it } from "vitest";
import type { Audit } from "../../../src/audit/types.ts";
import { bandsOf } from "../../../src/render/figures/bands.ts";
import type { Figure, Picture } from "../../../src/render/figures/types.ts";
import { auditSheet } from "../../../src/render/sections/audit-sheet.ts";
import type { Matrix } from "../../../src/render/sheet.ts";
import { band, LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "../sample.ts";
import { JOURNEY_SAMPLE, LADDER_SAMPLE, MAP_SAMPLE, STAGES_SAMPLE, SYSTEM_SAMPLES } from "../sample-systems.ts";

const figuresOf = (audit: Audit): readonly Figure[] =>
  auditSheet(audit).blocks.filter((block): block is Figure => block.kind === "figure");

function pictureOf<K extends Picture["kind"]>(audit: Audit, kind: K) {
  const found = figuresOf(audit).find(({ picture }) => picture.kind === kind);
  if (found === undefined) throw new Error(`no picture of ${kind}`);
  return { ...found, picture: found.picture as Extract<Picture, { kind: K }> };
}

describe("the pictures of a report", () => {
  it.each([["index", SAMPLE] as const, ["load", LOAD_SAMPLE] as const, ...SYSTEM_SAMPLES])(
    "of %s say in words what they show",
    (_, audit) => {
      for (const { alt, title } of figuresOf(audit)) {
        expect(alt.length).toBeGreaterThan(40);
        expect(`${title} ${alt}`).not.toMatch(/NaN|undefined|null|\[object/);
      }
    },
  );
});

describe("answers", () => {
  const histogram = (...counts: readonly number[]) =>
    counts.map((count, at) => ({ code: at + 1, label: `L${at + 1}`, count }));

  const withItem = (item: Partial<Audit["items"][number]>): Audit => {
    const [first, second] = SAMPLE.items;
    if (first === undefined || second === undefined) throw new Error("the sample has two items");
    const [dimension] = SAMPLE.overall?.dimensions ?? [];
    const own = dimension?.id ?? null;
    const shown = { ...second, dimension: own, reverse: false, histogram: histogram(3, 2, 1, 4, 9) };
    return { ...SAMPLE, items: [{ ...first, dimension: own, ...item }, shown] };
  };

  it("are turned where the other end is the good one", () => {
    const { picture } = pictureOf(withItem({ reverse: true, histogram: histogram(1, 2, 3, 4, 5) }), "diverging");
    expect(picture.rows[0]).toMatchObject({ counts: [5, 4, 3, 2, 1], n: 15, turned: true });
    expect(picture.rows[1]).toMatchObject({ counts: [3, 2, 1, 4, 9], n: 19, turned: false });
  });

  it("that are hidden stand as hidden among the others", () => {
    const { picture, alt } = pictureOf(withItem({ histogram: { kind: "hidden", words: null } }), "diverging");
    expect(picture.rows[0]).toMatchObject({ counts: null, n: null });
    expect(alt).toContain("1 item is hidden to protect small groups.");
  });

  it("of one assessment are not drawn", () => {
    expect(figuresOf(ROOM_SAMPLE).filter(({ picture }) => picture.kind === "diverging")).toEqual([]);
  });
});

describe("steps", () => {
  // By the rule of the plan: effort 3 or more is a project, half of the largest reduction is much.
  const corners = [
    ["quick win", 2, 1],
    ["major project", 3, 0.5],
    ["fill-in", 1, 0.49],
    ["think twice", 4, 0],
  ] as const;

  it("stand in the corner that the plan names", () => {
    const [first] = SAMPLE.plan.steps;
    if (first === undefined) throw new Error("the sample has a step");
    const steps = corners.map(([quadrant, effort, reduction], at) => ({
      ...first,
      ...{ rank: at + 1, strategy: quadrant, quadrant, effort, reduction, prerequisiteFor: null },
    }));
    const { picture, alt } = pictureOf({ ...SAMPLE, plan: { ...SAMPLE.plan, steps } }, "quadrant");
    const { cross } = picture;
    expect(picture.points.map(({ x, y }) => [x > cross.x, y >= cross.y])).toEqual([
      [false, true],
      [true, true],
      [false, false],
      [true, false],
    ]);
    expect(alt).toContain("Quick wins: step 1 (effort 2, need 1.000). Major projects: step 2 (effort 3, need 0.500).");
  });

  it("that are alone are not drawn", () => {
    const plan = { ...SAMPLE.plan, steps: SAMPLE.plan.steps.slice(0, 1) };
    expect(figuresOf({ ...SAMPLE, plan }).filter(({ picture }) => picture.kind === "quadrant")).toEqual([]);
  });
});

describe("a ladder and a journey", () => {
  it("say level by level what is reached", () => {
    const { picture, alt } = pictureOf(LADDER_SAMPLE, "ladder");
    const [ladder] = LADDER_SAMPLE.ladders;
    expect(picture.levels).toEqual(ladder?.levels.map(({ title }) => title));
    expect(picture.strands.map(({ label }) => label)).toEqual(ladder?.strands.map(({ title }) => title));
    for (const { label } of picture.strands) expect(alt).toContain(label);
    expect(pictureOf(STAGES_SAMPLE, "ladder").picture.word).toBe("Stage");
  });

  it("has every touchpoint in its order, with what it matters", () => {
    const { picture, alt } = pictureOf(JOURNEY_SAMPLE, "journey");
    const touchpoints = JOURNEY_SAMPLE.journeys[0]?.touchpoints ?? [];
    expect(picture.touchpoints.map(({ label }) => label)).toEqual(touchpoints.map(({ title }) => title));
    expect(alt).toContain("importance");
  });
});

describe("bands behind a picture", () => {
  it("are those of the scores, turned for a load", () => {
    const scored = [{ band: band(40, 2) }, { band: band(60, 2) }, { band: null }];
    const up = bandsOf({ reading: "index", bands: [] }, scored);
    const down = bandsOf({ reading: "load", bands: [] }, scored);
    expect(up.map(({ from }) => from)).toEqual([...up.map(({ from }) => from)].sort((a, b) => a - b));
    expect(down.map(({ from, to }) => [100 - to, 100 - from])).toEqual(
      up.map(({ from, to }) => [from, to]).toReversed(),
    );
  });

  it("are left out where they do not belong to one set", () => {
    const one = band(40, 2);
    const mixed = [{ band: one }, { band: { ...one, id: "other", from: one.from + 1 } }];
    expect(bandsOf({ reading: "index", bands: [] }, mixed)).toEqual([]);
  });

  describe("of an audit that tells their ends", () => {
    const bands = ["critical", "weak", "mixed", "good", "strong"].map((id, at) => ({
      ...{ id, label: id, from: at * 20, to: (at + 1) * 20 },
    }));
    const scored = [{ band: band(40, 2) }];

    it("are all of them, each of a colour of its own from the bad end to the good one", () => {
      const up = bandsOf({ reading: "index", bands }, scored);
      expect(up.map(({ label, from, to, step }) => ({ id: label, label, from, to, step }))).toEqual(
        bands.map((one, at) => ({ ...one, step: at + 1 })),
      );
      const down = bandsOf({ reading: "load", bands }, scored);
      expect(down.map(({ from, label, step }) => [from, label, step])).toEqual([
        [0, "strong", 5],
        [20, "good", 4],
        [40, "mixed", 3],
        [60, "weak", 2],
        [80, "critical", 1],
      ]);
    });

    it("keep both ends of the colours where they are fewer", () => {
      const steps = (most: number) =>
        bandsOf({ reading: "index", bands: bands.slice(0, most) }, scored).map(({ step }) => step);
      expect([1, 2, 3, 4].map(steps)).toEqual([[3], [1, 5], [1, 3, 5], [1, 2, 4, 5]]);
    });

    it("are those of the scores where the scores have different ones, none where nothing is judged", () => {
      const untold = bands.map((one) => ({ ...one, from: null, to: null }));
      expect(bandsOf({ reading: "index", bands: untold }, scored)).toHaveLength(1);
      expect(bandsOf({ reading: "index", bands }, [{ band: null }])).toEqual([]);
    });
  });
});

describe("groups and audiences beside dimensions", () => {
  const matricesOf = (audit: Audit) =>
    auditSheet(audit).blocks.filter((block): block is Matrix => block.kind === "matrix");

  it.each([["groups", SAMPLE] as const, ["audiences", MAP_SAMPLE] as const])(
    "of %s are shaded where there is a number, and nowhere else",
    (_, audit) => {
      const cells = matricesOf(audit)
        .flatMap((matrix) => matrix.cells.flat())
        .filter(({ shade }) => shade !== undefined);
      expect(cells.length).toBeGreaterThan(0);
      for (const { text, shade } of cells) {
        const words = typeof text === "string" ? text : text.text;
        expect(shade === null).toBe(!/^\d/.test(words));
      }
    },
  );
});
