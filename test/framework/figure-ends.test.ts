import { describe, expect, it } from "vitest";
import { type FigureEnds, withFigureEnds } from "../../src/framework/figure-ends.ts";
import { scoreBases } from "../../src/framework/score-basis.ts";
import { createShelf } from "../../src/shelf/shelf.ts";

const { framework } = await createShelf(`${import.meta.dirname}/../..`).framework("trust-indicators");
const under = (ends: FigureEnds) => withFigureEnds(framework, { ends, hash: (text) => `hash of ${text.length}` });
const scaleOf = (made: typeof framework, id: string) =>
  made.scales.get(made.items.find((item) => item.id === id)?.scale ?? "");

describe("other ends of business figures", () => {
  it("are the ends that the figure is read by, and no other figure", () => {
    const { framework: made, complaints } = under(new Map([["retention", { worst: 50, best: 98 }]]));
    expect(complaints).toEqual([]);
    expect(scaleOf(made, "retention")).toMatchObject({
      ...scaleOf(framework, "retention"),
      id: expect.anything(),
      worst: 50,
      best: 98,
    });
    for (const { id } of framework.items)
      if (id !== "retention") expect(scaleOf(made, id)).toEqual(scaleOf(framework, id));
  });

  it("make another framework of it, and other scores, whatever their order", () => {
    const ends: readonly (readonly [string, { readonly worst: number; readonly best: number }])[] = [
      ["retention", { worst: 50, best: 98 }],
      ["nps", { worst: -20, best: 60 }],
    ];
    const made = under(new Map(ends)).framework;
    expect(made.hash).not.toBe(framework.hash);
    expect(under(new Map([...ends].reverse())).framework.hash).toBe(made.hash);
    const bases = (one: typeof framework) =>
      scoreBases(one).map(({ id, scoring }) => `${id} ${JSON.stringify(scoring)}`);
    const changed = bases(made).filter((basis) => !bases(framework).includes(basis));
    expect(changed.length).toBeGreaterThan(1);
    expect(changed.length).toBeLessThan(bases(made).length);
  });

  it("are refused for what is no figure, and with more digits than it keeps", () => {
    const { complaints, framework: same } = under(
      new Map([
        ["retentoin", { worst: 1, best: 2 }],
        ["nps", { worst: 0.12345, best: 2 }],
      ]),
    );
    expect(same).toBe(framework);
    expect(complaints.map(({ code, path }) => [code, path])).toEqual([
      ["PF011", ["retentoin"]],
      ["PF012", ["nps", "worst"]],
    ]);
  });

  it("that nobody gives leave the framework as it is", () => expect(under(new Map()).framework).toBe(framework));
});
