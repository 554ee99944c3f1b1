import { describe, expect, it } from "vitest";
import { release } from "../../src/disclosure/release.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { estimateCell } from "../../src/statistics/cell.ts";
import { estimateItems } from "../../src/statistics/items.ts";
import { COLUMNS, frameworkOf } from "./audience-people.ts";
import { aggregateOf, asking, type Person } from "./fixture.ts";

type Of = Readonly<Record<string, number>>;

/** "partners S" → so many of them there; everybody answers what their audience is asked, spread over the scale, but `leave`. */
function people(sizes: Of, framework: Framework, leave: (place: string) => readonly string[] = () => []) {
  return Object.entries(sizes).flatMap(([place, size]) => {
    const [audience = "", site = "N"] = place.split(" ");
    const own = framework.items.filter(({ id, text }) => text.has(audience) && !leave(place).includes(id));
    return Array.from({ length: size }, (_, at): Person => {
      const answers = own.map(({ id }, item) => [id, id === "T1" ? 5 + at : 1 + ((at * 2 + item) % 5)] as const);
      return { group: [audience, site, "old"], answers: Object.fromEntries(answers) };
    });
  });
}

function released(all: readonly Person[], framework: Framework, by: string, site: string | null = null) {
  const where = site === null ? null : (of: (column: string) => string) => of("site") === site;
  const aggregate = aggregateOf(all, framework, COLUMNS);
  const everybody = { column: "audience", framework };
  return release({ aggregate, framework, ...asking(by), where, minGroup: 5, everybody });
}

const veilIn = (cell: ReleasedCell | null | undefined, id: string) => cell?.veils.get(id);

describe("what few are asked and none of them answers", () => {
  const framework = frameworkOf(false);
  const silent = (partners: number) => {
    const all = people({ customers: 20, staff: 30, partners }, framework, () => ["H1"]);
    return released(all, framework, "audience");
  };

  it.each([1, 2, 4])("is hidden of %i, and with it why they did not", async (partners) => {
    const { plan, total } = silent(partners);
    if (total === null) throw new Error("nobody");
    expect(veilIn(total, "hope")).toBe("hidden");
    expect(total.hiddenItems.has("H1")).toBe(true);
    const [row] = estimateItems({ framework, plan, released: total, audience: "partners" }).filter(
      ({ id }) => id === "H1",
    );
    expect(row?.missing).toEqual({ kind: "hidden", words: null });
    const cell = await estimateCell({
      ...{ framework, plan, released: total, headcount: null, unit: "person", seed: 1 },
    });
    expect(cell.dimensions.find(({ id }) => id === "hope")?.mean.kind).toBe("hidden");
  });

  it("is hidden in the item table of fewer than ten, and told of ten", () => {
    expect(silent(9).total?.hiddenItems.has("H1")).toBe(true);
    expect(silent(10).total?.hiddenItems.has("H1")).toBe(false);
    expect(veilIn(silent(10).total, "hope")).toBeUndefined();
  });

  it("is hidden in a group, and in one beside it", () => {
    const sizes = { "customers N": 20, "partners N": 20, "customers S": 20, "partners S": 2, "partners W": 30 };
    const all = people(sizes, framework, (place) => (place === "partners S" ? ["H1"] : []));
    const { groupings } = released(all, framework, "site");
    const [north, south, west] = groupings[0]?.cells ?? [];
    // As many have it in the north and the west as altogether, so one of these must be hidden, too.
    expect([north, south, west].map((cell) => veilIn(cell, "hope"))).toEqual(["hidden", "hidden", undefined]);
    expect(veilIn(south, "words")).toBeUndefined();
  });

  it("is hidden of a part where those left out are so few", () => {
    const sizes = { "customers N": 20, "partners N": 20, "customers S": 20, "partners S": 2 };
    const all = people(sizes, framework, (place) => (place === "partners S" ? ["H1"] : []));
    const { total } = released(all, framework, "audience", "N");
    // Everybody's partners less these are two.
    expect(veilIn(total, "hope") ?? total).toBe(total === null ? null : "hidden");
    if (total !== null) expect(total.hiddenItems.has("H1")).toBe(true);
  });
});

describe("a dimension that is one question for one audience", () => {
  const base = frameworkOf(false);
  const worded = (ids: readonly string[]) => new Map(ids.map((id) => [id, id]));
  const framework: Framework = {
    ...base,
    items: base.items.map((item) =>
      item.id === "W2" ? { ...item, optional: true, text: worded(["staff", "partners"]) } : item,
    ),
  };
  const veils = (sizes: Of) => {
    const { total, groupings } = released(people(sizes, framework), framework, "audience");
    const cells = [total, ...(groupings[0]?.cells ?? [])];
    return new Map(cells.map((cell) => [cell?.path[0] ?? cell?.kind, veilIn(cell, "words")]));
  };

  it.each([
    [6, "hidden"],
    [9, "hidden"],
    [10, undefined],
  ])("needs ten of it: of %i it is %s", (customers, veil) => {
    expect(veils({ customers, staff: 30, partners: 20 })).toEqual(
      new Map([
        ["total", undefined],
        ["customers", veil],
        ["staff", undefined],
        ["partners", veil],
      ]),
    );
  });

  it("needs but the minimum of those for whom it is several", () => {
    expect(veils({ customers: 20, staff: 30, partners: 7 })).toEqual(
      new Map([
        ["total", undefined],
        ["customers", undefined],
        ["staff", undefined],
        ["partners", undefined],
      ]),
    );
  });

  it("needs ten in a further grouping, too, where few have but one question", () => {
    const sizes = {
      "customers N": 12,
      "customers S": 6,
      "staff N": 20,
      "staff S": 20,
      "partners N": 7,
      "partners S": 7,
    };
    const aggregate = aggregateOf(people(sizes, framework), framework, COLUMNS);
    const { groupings } = release({
      aggregate,
      framework,
      ...asking("audience", "audience,site"),
      where: null,
      minGroup: 5,
    });
    for (const { kind, path, veils: own } of groupings[1]?.cells ?? [])
      if (kind === "group" && path[0] === "customers") expect(own.get("words")).toBe("hidden");
  });
});
