import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import type { Framework, Ladder } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { aggregateOf, asking, crowd, framework, type Person } from "./fixture.ts";

/** Two stages: the second is remote work, which only some are asked about. */
const LADDER: Ladder = {
  ...{ title: "Stage", word: "stage", none: "None", reached: { mean: 2, lowest: null }, overall: 1 },
  levels: [
    { id: "one", title: "One", cap: 20 },
    { id: "two", title: "Two", cap: 40 },
  ],
  strands: [{ id: "only", title: "Only", levels: [["deeds"], ["remote"]] }],
};

/** Both composites are made of words and strain; the ladder holds the first. */
function capped(): Framework {
  const small = framework();
  const [trust] = small.composites;
  if (trust === undefined) throw new Error("no composite");
  const plain = { ...trust, id: "plain" };
  return { ...small, ladder: LADDER, composites: [{ ...trust, capped: true }, plain] };
}

const without = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, undefined]));

async function published(people: readonly Person[]) {
  const asked = capped();
  const result = release({
    aggregate: aggregateOf(people, asked),
    ...{ framework: asked, ...asking("department"), minGroup: 5 },
  });
  const cells = [...(result.total === null ? [] : [result.total]), ...(result.groupings[0]?.cells ?? [])];
  return Promise.all(
    cells.map(async (released) => ({
      label: released.path[0] ?? released.kind,
      veils: released.veils,
      cell: await estimateCell({
        ...{ framework: asked, plan: result.plan, released, headcount: null, unit: "person", seed: 1 },
      }),
    })),
  );
}

/** In A only so many have remote work, and they answer alike. */
const few = (size: number, answer: number): readonly Person[] => [
  ...crowd("A", 20, (at) => (at < size ? { R1: answer, R2: answer } : without("R1", "R2"))),
  ...crowd("B", 20),
  ...crowd("C", 20),
];

describe("a composite that the ladder holds", () => {
  it("is hidden with any dimension of the ladder, though none of its inputs is; one that nothing holds is not", async () => {
    const cells = await published(few(3, 1));
    for (const { veils } of cells) expect(veils.has("trust")).toBe(veils.has("remote"));
    const own = cells.find(({ label }) => label === "A");
    expect([...(own?.veils.keys() ?? [])]).toEqual(expect.arrayContaining(["remote", "trust"]));
    expect(own?.veils.has("plain")).toBe(false);
  });

  it("says nothing of those few: it stays the same whatever they answered", async () => {
    const [low, high] = [await published(few(3, 1)), await published(few(3, 5))];
    const shown = (cells: typeof low) =>
      cells
        .filter(({ label }) => label === "A")
        .map(({ cell }) => [cell.composites, cell.dimensions.find(({ id }) => id === "remote")]);
    expect(shown(low)).toEqual(shown(high));
    expect(low.find(({ label }) => label === "A")?.cell.composites[0]).toMatchObject({
      ...{ value: { kind: "hidden" }, index: { kind: "hidden" }, judged: null, band: null, bounds: null },
    });
  });

  it("is hidden where too few have a part and a dimension of the ladder together", async () => {
    // Of A ten have remote work, thirteen strain, and three both: each by itself may be shown.
    const lacking = (at: number) => (at < 3 ? {} : at < 10 ? without("S1") : without("R1", "R2"));
    const people = [...crowd("A", 20, lacking), ...crowd("B", 20), ...crowd("C", 20)];
    const own = (await published(people)).find(({ label }) => label === "A");
    expect(own?.veils.has("remote")).toBe(false);
    expect(own?.veils.has("strain")).toBe(false);
    expect(own?.veils.has("trust")).toBe(true);
    expect(own?.veils.has("plain")).toBe(false);
  });

  it("is shown where all of the ladder is", async () => {
    const cells = await published(
      few(20, 3).map((one, at) => ({ ...one, answers: { ...one.answers, R1: 1 + (at % 5) } })),
    );
    for (const { cell } of cells) expect(cell.composites[0]?.index.kind).toBe("estimate");
  });
});
