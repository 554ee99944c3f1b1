import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Framework } from "../../src/framework/types.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { createPeople, type PeopleOptions, type Person, USUAL } from "../../src/simulation/people.ts";
import { type Survey, surveyOf } from "../../src/simulation/survey.ts";

const SEGMENTS = [
  { name: "department", options: ["Production", "Sales", "Service", "Logistics"] },
  { name: "tenure", options: ["long", "short"] },
];
const SEED = 20261122;
const surveys = new Map<string, Survey>();

beforeAll(async () => {
  const shelf = createShelf(path.resolve(import.meta.dirname, "..", ".."));
  for (const id of ["trust-equation", "distrust-symptoms"]) {
    const framework: Framework = (await shelf.framework(id)).framework;
    surveys.set(id, surveyOf(framework, { audience: null, form: null, segments: SEGMENTS }));
  }
});

function survey(id: string): Survey {
  const found = surveys.get(id);
  if (found === undefined) throw new Error(`no survey ${id}`);
  return found;
}

function crowd(of: Survey, count: number, options: Partial<PeopleOptions> = {}): readonly Person[] {
  const next = createPeople(of, { ...USUAL, seed: SEED, ...options });
  return Array.from({ length: count }, next);
}

/** How good the answer says things are, 0–1; NaN: it says nothing. */
function goodness(of: Survey, { replies }: Person): readonly number[] {
  return of.questions.map(({ scale, mirrored }, at) => {
    const reply = replies[at];
    if (reply?.kind !== "point" || scale.kind !== "coded") return Number.NaN;
    const place = (reply.point.code - scale.min) / (scale.max - scale.min);
    return mirrored ? 1 - place : place;
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
const variance = (values: readonly number[]): number => mean(values.map((x) => (x - mean(values)) ** 2));

/** Cronbach's alpha of the complete cases: k ÷ (k − 1) · (1 − sum of the item variances ÷ variance of the sum). */
function alpha(rows: readonly (readonly number[])[]): number {
  const complete = rows.filter((row) => row.every((value) => !Number.isNaN(value)));
  const k = complete[0]?.length ?? 0;
  const items = Array.from({ length: k }, (_, at) => variance(complete.map((row) => row[at] ?? 0)));
  const sum = variance(complete.map((row) => row.reduce((all, one) => all + one, 0)));
  return (k / (k - 1)) * (1 - items.reduce((all, one) => all + one, 0) / sum);
}

describe.each(["trust-equation", "distrust-symptoms"])("people who answer %s", (id) => {
  it("answer the items of each dimension alike, reversed ones too: alpha between .6 and .9", () => {
    const of = survey(id);
    const rows = crowd(of, 2000).map((person) => goodness(of, person));
    for (let dimension = 0; dimension < of.dimensions; dimension += 1) {
      const its = of.questions.flatMap((question, at) => (question.dimension === dimension ? [at] : []));
      const found = alpha(rows.map((row) => its.map((at) => row[at] ?? Number.NaN)));
      expect(found, `dimension ${dimension} of ${its.length} items`).toBeGreaterThan(0.6);
      expect(found, `dimension ${dimension} of ${its.length} items`).toBeLessThan(0.9);
    }
  });

  it("leave open and cannot say as much as asked for", () => {
    const of = survey(id);
    const kinds = (options: Partial<PeopleOptions>) =>
      crowd(of, 1000, { careless: 0, ...options }).flatMap(({ replies }) => replies.map(({ kind }) => kind));
    const share = (all: readonly string[], kind: string) => all.filter((one) => one === kind).length / all.length;
    const usual = kinds({ missing: 0.1 });
    expect(share(usual, "unanswered")).toBeCloseTo(0.1, 1.6);
    expect(share(usual, "notApplicable")).toBeCloseTo(0.025, 1.8);
    expect(share(usual, "dontKnow")).toBeCloseTo(0.025, 1.8);
    expect(share(kinds({ missing: 0 }), "point")).toBe(1);
    expect(new Set(kinds({ reasons: false }))).toEqual(new Set(["point", "unanswered"]));
  });

  it("stand at the level asked for, and further apart where that is asked for", () => {
    const of = survey(id);
    const inDimensions = (options: Partial<PeopleOptions>) =>
      crowd(of, 600, options).map((person) =>
        mean(goodness(of, person).filter((x, at) => of.questions[at]?.dimension !== null && !Number.isNaN(x))),
      );
    expect(mean(inDimensions({ level: 70 })) - mean(inDimensions({ level: 40 }))).toBeGreaterThan(0.2);
    expect(Math.abs(mean(inDimensions({ level: 50 })) - 0.5)).toBeLessThan(0.08);
    expect(variance(inDimensions({ spread: 20 }))).toBeGreaterThan(2 * variance(inDimensions({ spread: 8 })));
  });
});

describe("made-up people", () => {
  const of = () => survey("trust-equation");

  it("form groups of unequal size, with small differences between them", () => {
    const people = crowd(of(), 3000);
    const groups = (SEGMENTS[0]?.options ?? []).map((name) => {
      const its = people.filter(({ segments }) => segments[0] === name);
      const means = its.map((person) => mean(goodness(of(), person).filter((x) => !Number.isNaN(x))));
      return { size: its.length, mean: mean(means) };
    });
    const sizes = groups.map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect((sizes[0] ?? 0) / (sizes[3] ?? 1)).toBeGreaterThan(2);
    const means = groups.map((group) => group.mean);
    expect(Math.max(...means) - Math.min(...means)).toBeGreaterThan(0.05);
    expect(Math.max(...means) - Math.min(...means)).toBeLessThan(0.25);
    const open = people.filter(({ segments }) => segments[0] === "").length / people.length;
    expect(open).toBeGreaterThan(0.01);
    expect(open).toBeLessThan(0.035);
  });

  it("recommend what they trust", () => {
    const people = crowd(of(), 2000, { missing: 0, careless: 0 }).map((person) => goodness(of(), person));
    const [xs, ys] = [people.map((row) => mean(row.slice(0, -1))), people.map((row) => row.at(-1) ?? 0)];
    const together = mean(xs.map((x, at) => (x - mean(xs)) * ((ys[at] ?? 0) - mean(ys))));
    expect(together / Math.sqrt(variance(xs) * variance(ys))).toBeGreaterThan(0.5);
  });

  it("are sometimes careless, the same answer all the way down", () => {
    const people = crowd(of(), 2000);
    const careless = people.filter((person) => person.careless);
    expect(careless.length / people.length).toBeCloseTo(USUAL.careless, 1.7);
    for (const { replies } of careless) {
      const codes = replies.slice(0, -1).map((reply) => (reply.kind === "point" ? reply.point.code : null));
      expect(new Set(codes).size).toBe(1);
    }
  });

  it("are the same for the same seed, more of them go on as fewer did, and another seed gives others", () => {
    expect(crowd(of(), 30).slice(0, 10)).toEqual(crowd(of(), 10));
    const firsts = Array.from({ length: 40 }, (_, seed) => JSON.stringify(crowd(of(), 1, { seed })));
    expect(new Set(firsts).size).toBe(40);
  });

  it("answer at least something", () => {
    const short = { ...of(), questions: of().questions.slice(0, 2) };
    const people = crowd(short, 3000, { missing: 0.6 });
    expect(people.filter(({ replies }) => replies.every(({ kind }) => kind === "unanswered"))).toEqual([]);
  });
});
