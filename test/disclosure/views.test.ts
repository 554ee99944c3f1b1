import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import type { Released, ReleasedCell } from "../../src/disclosure/types.ts";
import { waveNames } from "../../src/disclosure/view.ts";
import { aggregateOf, asking, crowd, framework, type Person } from "./fixture.ts";

const COLUMNS = ["department", "site"];

/** "A North" → a crowd of that many there. */
function staff(sizes: Record<string, number>, change?: Parameters<typeof crowd>[2]): Person[] {
  return Object.entries(sizes).flatMap(([place, size]) => {
    const [department = "", site = ""] = place.split(" ");
    return crowd("", size, change).map((person) => ({ ...person, group: [department, site] }));
  });
}

interface Asked {
  readonly where?: (of: (column: string) => string) => boolean;
  readonly wave?: { column: string; value: string };
  readonly unit?: "person" | "organisation";
}

function released(
  people: readonly Person[],
  by: readonly string[],
  { where, wave, unit = "person" }: Asked = {},
): Released {
  const aggregate = aggregateOf(people, framework(unit), COLUMNS);
  const asked = { ...asking(...by), where: where ?? null, wave: wave ?? null };
  return release({ aggregate, framework: framework(unit), ...asked, minGroup: 5 });
}

const rows = (result: Released, at = 0) => result.groupings[at]?.cells.map(nameOf);
const nameOf = ({ kind, path, people }: ReleasedCell) => `${path.join("/")}${kind === "pool" ? "+" : ""} ${people}`;
const cellAt = (result: Released, name: string, at = 0): ReleasedCell => {
  const found = result.groupings[at]?.cells.find((cell) => nameOf(cell) === name);
  if (found === undefined) throw new Error(`no row ${name}`);
  return found;
};

describe("a hierarchy", () => {
  it("pools inside every unit, and shows each before what is within it", () => {
    const people = staff({
      "A North": 12,
      "A South": 3,
      "A East": 4,
      "B North": 11,
      "B South": 2,
      "C North": 3,
      "D North": 4,
    });
    expect(rows(released(people, ["department/site"]))).toEqual([
      ...["A 19", "A/North 12", "A+ 7"],
      // North and South of B would be a pool of everybody in it.
      ...["B 13", "+ 7"],
    ]);
  });

  it("does not say a unit's only part a second time, and goes on within it", () => {
    const people = staff({ "A North": 12, "B North": 11, "B South": 8 });
    expect(rows(released(people, ["department/site"]))).toEqual(["A 12", "B 19", "B/North 11", "B/South 8"]);
    expect(rows(released(people, ["site/department"]))).toEqual(["North 23", "North/A 12", "North/B 11", "South 8"]);
  });

  it("shows nothing inside of what is veiled above", () => {
    const all = () => ({ S1: 1 });
    const people = [...staff({ "A North": 6 }, all), ...staff({ "B North": 12, "B South": 11, "C North": 30 })];
    const result = released(people, ["department/site"]);
    expect(cellAt(result, "A 6").veils.get("strain")).toBe("nearly all");
    expect(cellAt(result, "B 23").veils.get("strain")).toBe("hidden");
    expect(cellAt(result, "B/North 12").veils.get("strain")).toBe("hidden");
    expect(cellAt(result, "B/North 12").veils.has("words")).toBe(false);
  });
});

describe("a crossing", () => {
  const people = staff({ "A North": 12, "A South": 11, "B North": 8, "B South": 30, "C North": 2, "C South": 1 });

  it("is one table of every combination", () => {
    expect(rows(released(people, ["department,site"]))).toEqual(["A/North 12", "A/South 11", "B/South 30", "+ 11"]);
  });

  it("is built inside the rows of what was shown before, and what cannot be divided stays together", () => {
    const result = released(people, ["department", "department,site"]);
    expect(rows(result)).toEqual(["B 38", "+ 26"]);
    expect(rows(result, 1)).toEqual(["B/North 8", "B/South 30", "+ 26"]);
    const other = released(people, ["site", "department,site"]);
    expect(rows(other)).toEqual(["North 22", "South 42"]);
    // North: 2 in C and 8 in B; South: 1 in C, which takes the next smallest, 11 in A, with it.
    expect(rows(other, 1)).toEqual(["A/North 12", "B/South 30", "+ 22"]);
    expect([other, result].flatMap(({ groupings }) => groupings.map(({ withheld }) => withheld))).toEqual(
      Array(4).fill(null),
    );
  });
});

describe("a further grouping", () => {
  it("is withheld whole when with the others it would tell of a few", () => {
    // North less A is 2 people of B.
    const people = staff({ "A North": 12, "B North": 2, "B South": 20 });
    const result = released(people, ["department", "site"]);
    expect(rows(result)).toEqual(["A 12", "B 22"]);
    expect(result.groupings[1]).toMatchObject({ cells: [], withheld: "with the others" });
    expect(result.hidden).toBe(true);
    expect(rows(released(people, ["site"]))).toEqual(["North 14", "South 20"]);
  });

  it("is shown when everything overlaps enough", () => {
    const people = staff({ "A North": 12, "A South": 2, "B North": 3, "B South": 20 });
    const result = released(people, ["department", "site"]);
    expect(rows(result)).toEqual(["A 14", "B 23"]);
    expect(rows(result, 1)).toEqual(["North 15", "South 22"]);
    expect(result.hidden).toBe(false);
  });

  it("loses a statistic that few people have where the groupings overlap", () => {
    const without = () => ({ R1: undefined, R2: undefined });
    const people = [
      ...staff({ "A North": 12, "B North": 2, "B South": 20 }),
      // They alone keep apart who was asked from who was not.
      ...staff({ "A South": 12 }, without),
    ];
    const result = released(people, ["department", "site"]);
    expect(rows(result, 1)).toEqual(["North 14", "South 32"]);
    for (const name of ["North 14", "South 32"]) {
      const { veils } = cellAt(result, name, 1);
      expect([veils.get("remote"), veils.get("distance"), veils.has("words")]).toEqual(["hidden", "hidden", false]);
    }
    expect(cellAt(result, "A 24").veils.has("remote")).toBe(false);
  });

  it("loses a statistic of which it would tell that a few all answered the same", () => {
    const people = [...staff({ "A North": 12, "B South": 20 }), ...staff({ "B North": 7 }, () => ({ S1: 1 }))];
    const result = released(people, ["department", "site"]);
    expect(cellAt(result, "North 19", 1).veils.get("strain")).toBe("hidden");
    expect(cellAt(result, "South 20", 1).veils.get("strain")).toBe("hidden");
    expect(cellAt(result, "North 19", 1).veils.has("words")).toBe(false);
  });
});

describe("a filter", () => {
  const north = (of: (column: string) => string) => of("site") === "North";

  it("makes those it keeps everyone", () => {
    const result = released(staff({ "A North": 12, "B North": 11, "A South": 20 }), ["department"], { where: north });
    expect(result.total?.people).toBe(23);
    expect(rows(result)).toEqual(["A 12", "B 11"]);
    expect(result.withheldBecause).toBeNull();
  });

  it("shows nothing where so few are left out that they could be worked out", () => {
    const result = released(staff({ "A North": 30, "A South": 4 }), [], { where: north });
    expect(result).toMatchObject({ total: null, withheldBecause: "filter", hidden: true, groupings: [] });
    expect(released(staff({ "A North": 30, "A South": 5 }), [], { where: north }).total?.people).toBe(30);
    expect(released(staff({ "A North": 30 }), [], { where: north }).total?.people).toBe(30);
  });

  it("keeps too few", () => {
    const result = released(staff({ "A North": 4, "A South": 30 }), [], { where: north });
    expect(result).toMatchObject({ total: null, withheldBecause: "too few", hidden: true });
    const nobody = released(staff({ "A South": 30 }), [], { where: north });
    expect(nobody).toMatchObject({ total: null, withheldBecause: null, hidden: false });
  });

  it("hides the statistic that only a few of those left out have, or of which they all say the same; and item tables", () => {
    const part = (at: number) => (at < 3 ? { S1: 1 } : { R1: undefined, R2: undefined, S1: 1 });
    const people = [...staff({ "A North": 30 }), ...staff({ "A South": 9 }, part)];
    const { total } = released(people, [], { where: north });
    expect([...(total?.veils ?? [])]).toEqual([
      ["strain", "hidden"],
      ["remote", "hidden"],
      ["churn", "hidden"],
      ["recommend", "hidden"],
      ["mood", "hidden"],
      ["trust", "hidden"],
      ["distance", "hidden"],
    ]);
    expect(total?.itemTable).toBe(false);
  });

  it("hides the items that few of those left out answered", () => {
    const people = [
      ...staff({ "A North": 30 }),
      ...staff({ "A South": 12 }, (at) => (at < 8 ? {} : { W1: undefined })),
    ];
    const { total } = released(people, [], { where: north });
    expect(total?.itemTable).toBe(true);
    expect([...(total?.hiddenItems ?? [])]).toEqual(["W1", "W2"]);
  });
});

describe("a wave", () => {
  it("is everyone by itself: what another wave holds cannot be subtracted from it", () => {
    const people = staff({ "A Q1": 12, "B Q1": 11, "A Q2": 9, "B Q2": 8, "A Q3": 1 });
    const wave = { column: "site", value: "Q2" };
    const result = released(people, ["department"], { wave });
    expect(result.total?.people).toBe(17);
    expect(rows(result)).toEqual(["A 9", "B 8"]);
    const where = (of: (column: string) => string) => of("department") === "A";
    expect(released(people, [], { wave, where }).total?.people).toBe(9);
    const aggregate = aggregateOf(people, framework(), COLUMNS);
    expect(waveNames(aggregate, { wave: "site", where: null }).toSorted()).toEqual(["Q1", "Q2", "Q3"]);
    const b = { test: (of: (column: string) => string) => of("department") === "B" };
    expect(waveNames(aggregate, { wave: "site", where: b }).toSorted()).toEqual(["Q1", "Q2"]);
    expect(waveNames(aggregate, { wave: null, where: null })).toEqual([]);
  });
});

describe("assessments", () => {
  it("have nothing to hide in any grouping", () => {
    const people = staff({ "A North": 1, "A South": 1, "B North": 1 });
    const result = released(people, ["department/site", "department,site", "site"], { unit: "organisation" });
    expect(rows(result)).toEqual(["A 2", "A/North 1", "A/South 1", "B 1"]);
    expect(rows(result, 1)).toEqual(["A/North 1", "A/South 1", "B/North 1"]);
    expect(rows(result, 2)).toEqual(["North 2", "South 1"]);
    expect(result.hidden).toBe(false);
  });
});

describe("any request", () => {
  it("is answered the same whatever the order of the rows", () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 });
    const places = ["A North", "A South", "B North", "B South", " North", "C "];
    fc.assert(
      fc.property(sizes, (counts) => {
        const people = staff(Object.fromEntries(places.map((place, at) => [place, counts[at] ?? 0])));
        const by = ["department/site", "site", "site,department"];
        expect(released([...people].reverse(), by).groupings).toEqual(released(people, by).groupings);
      }),
      { seed: 20261122, numRuns: 40 },
    );
  });

  it("for a column the aggregate was not built with is a defect", () => {
    const people = staff({ "A North": 12 });
    expect(() => released(people, ["team"])).toThrow(/no segment "team"/);
    expect(() => released(people, [], { wave: { column: "team", value: "" } })).toThrow(/no segment "team"/);
    expect(() => released(people, [], { where: (of) => of("team") === "" })).toThrow(/no segment "team"/);
  });
});
