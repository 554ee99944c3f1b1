import { describe, expect, it } from "vitest";
import { compileFramework } from "../../src/framework/compile.ts";
import type { FrameworkDocument } from "../../src/framework/document.ts";
import { readFramework } from "../../src/framework/read.ts";
import type { Framework, Scale } from "../../src/framework/types.ts";
import { changed, SAMPLE } from "./sample.ts";

async function compiled(text: string): Promise<Framework> {
  const { framework, problems } = await readFramework({ text, file: "f.yaml", hash: "abc" });
  return framework ?? expect.fail(problems.map((problem) => problem.message).join("\n"));
}

async function scale(written: string): Promise<Scale> {
  const text = changed("scales:\n", `scales:\n  own: ${written}\n`).replace(
    "{ id: R1, scale: rating",
    "{ id: R1, scale: own",
  );
  const framework = await compiled(text.replace("statistic: nps", "statistic: mean"));
  return framework.scales.get("own") ?? expect.fail("no scale");
}

describe("compileFramework", () => {
  it("fills in what is not said", async () => {
    const framework = await compiled(SAMPLE);
    expect(framework).toMatchObject({
      unit: "person",
      reading: "index",
      hash: "abc",
      headline: "trust",
      strategies: [],
    });
    expect(framework.minutes).toBeCloseTo((8 * 11) / 60, 12);
    expect(framework.dimensions[0]).toMatchObject({
      direction: "higher",
      min: 1,
      max: 5,
      target: 75,
      minAnswered: 0.5,
      weight: 1,
      optional: false,
      items: ["K1", "K2", "K3"],
    });
    expect(framework.dimensions[0]?.bands.map((band) => [band.id, band.from])).toEqual([
      ["critical", 0],
      ["weak", 35],
      ["mixed", 50],
      ["good", 65],
      ["strong", 80],
    ]);
    expect(framework.dimensions[3]).toMatchObject({ min: 0, max: 100 });
    expect(framework.items[0]).toMatchObject({ reverse: false, weight: 1, optional: false, scale: "agree" });
    expect([...(framework.items[0]?.text ?? [])]).toEqual([
      ["employees", "One"],
      ["customers", "One"],
    ]);
    expect(framework.items[7]).not.toHaveProperty("dimension");
    expect([...framework.scales.keys()]).toEqual(["worry", "turnover", "agree", "rating"]);
  });

  it("keeps what is said", async () => {
    const text = changed("defaults: { scale: agree }", "defaults: { scale: agree, min_answered: 0.8, target: 60 }")
      .replace("about: Can do.,", "about: Can do., target: 90, min_answered: 1, weight: 3, bands: own,")
      .replace("formula: skill - self", "target: 40, formula: skill - self")
      .concat(
        "bands: { default: [{ id: all, label: All, from: 0 }], own: [{ id: a, label: A, from: 0 }] }\nreading: load\nunit: self\n",
      );
    const framework = await compiled(text);
    expect(framework).toMatchObject({ reading: "load", unit: "self" });
    expect(framework.dimensions[0]).toMatchObject({ target: 90, minAnswered: 1, weight: 3, bands: [{ id: "a" }] });
    expect(framework.dimensions[1]).toMatchObject({ target: 60, minAnswered: 0.8, bands: [{ id: "all" }] });
    expect(framework.composites.map((composite) => composite.target)).toEqual([40, 60]);
  });

  it("knows the ends of a composite, whichever way its dimensions point", async () => {
    const framework = await compiled(SAMPLE);
    expect(framework.composites.map(({ worst, best, inputs }) => ({ worst, best, inputs }))).toEqual([
      { worst: -4, best: 4, inputs: ["skill", "self"] },
      { worst: 0.2, best: 5, inputs: ["skill", "self"] },
    ]);
  });

  it("writes composites over dimensions alone", async () => {
    const framework = await compiled(changed("skill / self, transform: log", "2 * base + skill"));
    expect(framework.composites[1]?.inputs).toEqual(["skill", "self"]);
    expect(framework.composites[1]).toMatchObject({ worst: -7, best: 13, formula: "2 * base + skill" });
    expect(JSON.stringify(framework.composites[1]?.tree)).not.toContain('"base"');
  });

  it("turns conditions into their kinds", async () => {
    const framework = await compiled(SAMPLE);
    expect(framework.findings[0]?.when).toEqual([
      { kind: "below", of: "skill", limit: 50 },
      { kind: "ahead", of: "self", than: "skill", by: 15 },
    ]);
  });

  it("is frozen all the way down", async () => {
    const framework = await compiled(SAMPLE);
    const parts = [
      framework,
      framework.items,
      framework.items[0],
      framework.scales.get("agree"),
      framework.composites[0]?.tree,
      framework.findings[0]?.when[0],
      framework.dimensions[0]?.bands[0],
    ];
    for (const part of parts) expect(Object.isFrozen(part)).toBe(true);
  });

  it("gives the same framework from a document that was kept as JSON", async () => {
    const { document, framework } = await readFramework({ text: SAMPLE, file: "f.yaml", hash: "abc" });
    const kept = JSON.parse(JSON.stringify(document)) as FrameworkDocument;
    expect(compileFramework(kept, "abc")).toEqual(framework);
  });
});

describe("scales", () => {
  it.each([
    ["{ preset: agree }", [1, 2, 3, 4, 5], [4, 5], [1, 2]],
    ["{ preset: rating }", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [7, 8, 9, 10], [0, 1, 2, 3]],
    ["{ preset: yes-partly-no }", [0, 1, 2], [2], [0]],
    ["{ preset: in-place }", [0, 1, 2, 3], [2, 3], [0, 1]],
    ["{ preset: trend }", [1, 2, 3, 4, 5], [4, 5], [1, 2]],
    ["{ preset: severity }", [0, 1, 2, 3], [2, 3], [0, 1]],
    ["{ preset: agree, favourable: [5, 3, 4] }", [1, 2, 3, 4, 5], [3, 4, 5], [1, 2, 3]],
    ["{ preset: agree, favourable_when_lower: [1] }", [1, 2, 3, 4, 5], [4, 5], [1]],
    ["{ points: [{ code: 2, label: B }, { code: -2, label: A }] }", [-2, 2], [2], [-2]],
    ["{ rating: { min: 1, max: 7, low: A, high: B } }", [1, 2, 3, 4, 5, 6, 7], [5, 6, 7], [1, 2, 3]],
  ] as const)("%s", async (...[written, codes, favourable, favourableWhenLower]) => {
    const own = await scale(written);
    expect(own).toMatchObject({ kind: "coded", min: codes[0], max: codes.at(-1), favourable, favourableWhenLower });
    expect(own.kind === "coded" ? own.points.map((point) => point.code) : []).toEqual(codes);
  });

  it("gives words only to the ends of a rating", async () => {
    const own = await scale("{ rating: { min: 0, max: 2, low: Bad, high: Good } }");
    expect(own).toMatchObject({
      points: [
        { code: 0, label: "Bad", aliases: [] },
        { code: 1, aliases: [] },
        { code: 2, label: "Good", aliases: [] },
      ],
    });
  });

  it("lays a framework's words over a preset", async () => {
    const own = await scale("{ preset: agree, title: Zustimmung, dont_know: [weiß nicht] }");
    expect(own).toMatchObject({ title: "Zustimmung", dontKnow: ["weiß nicht"], notApplicable: [], max: 5 });
  });

  it("keeps a figure's ends", async () => {
    const framework = await compiled(SAMPLE);
    expect(framework.scales.get("turnover")).toEqual({
      kind: "figure",
      id: "turnover",
      title: "Turnover",
      worst: 35,
      best: 8,
      decimals: 1,
      unit: "%",
      notApplicable: [],
      dontKnow: [],
    });
  });
});
