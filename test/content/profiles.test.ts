import { describe, expect, it } from "vitest";
import { PROFILES } from "./bundled.ts";

describe("the profiles", () => {
  const sectors = PROFILES.filter(({ kind }) => kind === "sector");
  const cultures = PROFILES.filter(({ kind }) => kind === "culture");
  const between = (values: object, low: number, high: number) =>
    Object.entries(values).filter(([, value]: [string, number]) => value < low || value > high);

  it("are five sectors, and culture with four keys of two values", () => {
    expect(sectors.map(({ id }) => id).toSorted()).toEqual([
      "financial-services",
      "healthcare",
      "manufacturing",
      "retail",
      "technology",
    ]);
    expect(cultures.map(({ id }) => id)).toEqual(["culture"]);
    expect(cultures[0]?.keys?.map(({ id, values }) => [id, ...Object.keys(values).toSorted()])).toEqual(
      ["context", "individualism", "power-distance", "uncertainty-avoidance"].map((id) => [id, "high", "low"]),
    );
  });

  it.each(sectors.map((profile) => [profile.id, profile] as const))("%s keeps to the ranges", (_id, profile) => {
    expect(between(profile.needs ?? {}, 0.8, 1.5)).toEqual([]);
    expect(Object.values(profile.dimensions ?? {}).flatMap((factors) => between(factors, 0.8, 1.5))).toEqual([]);
    expect(between(profile.strategies ?? {}, 0.7, 1.3)).toEqual([]);
    expect(Object.values(profile.context ?? {}).every((phrases) => phrases.length > 0)).toBe(true);
    expect(Object.keys(profile.context ?? {})).toEqual(["drivers", "shows", "stake", "rebuilds"]);
    const items = profile.supplement?.items ?? [];
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(items.length).toBeLessThanOrEqual(5);
    expect(items.filter(({ reverse }) => reverse === true).length * 5).toBeGreaterThanOrEqual(items.length);
    for (const { id, text } of items) {
      expect(Object.keys(text), id).toEqual(["customers", "employees", "partners", "community"]);
    }
  });

  it("of culture say how, and how to read, within the range of fit", () => {
    for (const { id, values } of cultures[0]?.keys ?? []) {
      for (const [value, { how, read, strategies = {} }] of Object.entries(values)) {
        expect([how.length > 0, read.length > 0], `${id} ${value}`).toEqual([true, true]);
        expect(between(strategies, 0.7, 1.3), `${id} ${value}`).toEqual([]);
      }
    }
  });
});
