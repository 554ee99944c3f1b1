import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import { aggregateOf, crowd, framework, type Person } from "./fixture.ts";

/** People of a wave and a site. */
function of(wave: string, site: string, size: number): Person[] {
  return crowd("", size).map((person) => ({ ...person, group: [wave, site] }));
}

function rowsTold(
  people: readonly Person[],
  ask: { wave?: string; site?: string; unit?: "organisation" } = {},
): boolean {
  const { wave = null, site = null, unit = "person" } = ask;
  const asked = framework(unit);
  return release({
    aggregate: aggregateOf(people, asked, ["wave", "site"]),
    framework: asked,
    groupings: [],
    minGroup: 5,
    wave: wave === null ? null : { column: "wave", value: wave },
    where: site === null ? null : (value) => value("site") === site,
  }).rowsTold;
}

describe("whether rows may be counted aloud", () => {
  const now = of("2026", "North", 30);

  it.each<[string, boolean, readonly Person[], Parameters<typeof rowsTold>[1]]>([
    ["of everybody", true, now, {}],
    ["of everybody, who are few: the report says how many answered", true, of("2026", "North", 3), {}],
    ["beside a wave of enough people", true, [...now, ...of("2025", "North", 5)], { wave: "2026" }],
    ["beside a wave of few", false, [...now, ...of("2025", "North", 4)], { wave: "2026" }],
    ["beside a wave of one", false, [...now, ...of("2025", "North", 1)], { wave: "2026" }],
    [
      "beside a wave shown and one of few",
      false,
      [...now, ...of("2025", "North", 20), ...of("2024", "North", 3)],
      { wave: "2026" },
    ],
    ["of a wave of few beside one that is shown", false, [...now, ...of("2027", "North", 3)], { wave: "2027" }],
    ["where a filter leaves nobody out", true, now, { site: "North" }],
    ["where it leaves out enough", true, [...now, ...of("2026", "South", 5)], { site: "North" }],
    ["where it leaves out few", false, [...now, ...of("2026", "South", 4)], { site: "North" }],
    [
      "where all of another wave are outside",
      true,
      [...now, ...of("2025", "South", 9)],
      { wave: "2026", site: "North" },
    ],
    ["of assessments", true, [...now, ...of("2025", "North", 1)], { wave: "2026", unit: "organisation" }],
  ])("%s: %s", (_, expected, people, ask) => {
    expect(rowsTold(people, ask)).toBe(expected);
  });
});
