import { describe, expect, it } from "vitest";
import type { Agreement, CellResult, DimensionResult } from "../../src/audit/types.ts";
import { findDisagreements } from "../../src/diagnosis/disagreements.ts";
import { framework, overall } from "./fixture.ts";

const RWG = {
  kind: "estimate",
  value: 0.31,
  interval: null,
  noInterval: "",
  n: 14,
  unit: "",
  method: "",
  caveats: [],
} as const;
const THIRDS = { low: 6, middle: 2, high: 6 };

function found(agreement: Agreement | null) {
  const cell = overall([{ id: "a", index: 50 }]);
  const lab = { ...cell, label: "Lab", path: ["Lab"], dimensions: agreeing(cell, agreement) };
  return findDisagreements({ overall: cell, groups: [lab], audiences: [] });
}

function agreeing({ dimensions }: CellResult, agreement: Agreement | null): readonly DimensionResult[] {
  return dimensions.map((one) => ({ ...one, agreement }));
}

/** Two audiences; both are asked "a", the second alone "own". */
function ofTwo(shown: readonly string[]) {
  const base = framework({ dimensions: ["a", "own"].map((id) => ({ id, index: 50 })) });
  const of = {
    ...base,
    audiences: ["leaders", "staff"].map((id) => ({ id, title: id, standsFor: [id] })),
    dimensions: base.dimensions.map((one) => ({
      ...one,
      audiences: one.id === "own" ? ["staff"] : ["leaders", "staff"],
    })),
  };
  const cell = overall(["a", "own"].map((id) => ({ id, index: 50 })));
  const everyone = { ...cell, dimensions: agreeing(cell, { rwg: RWG, thirds: THIRDS, says: "two camps" }) };
  const cells = shown.map((id): CellResult => ({ ...everyone, kind: "group", label: id, path: [id] }));
  const audiences = cells.map((own, at) => ({
    ...{ id: shown[at] ?? "", title: "", standsFor: [], framework: of, draws: null, weights: new Map() },
    cell: own,
  }));
  const north: CellResult = { ...everyone, kind: "group", label: "North", path: ["North"] };
  const groups = [...cells, north];
  return findDisagreements({ overall: everyone, groups, audiences }).map(({ path, dimension }) => [
    path.join(),
    dimension,
  ]);
}

describe("disagreements", () => {
  it("carry their distribution", () => {
    expect(found({ rwg: RWG, thirds: THIRDS, says: "two camps" })).toEqual([
      {
        path: ["Lab"],
        label: "Lab",
        dimension: "a",
        title: "Title of a",
        n: 14,
        rwg: 0.31,
        pattern: "two camps",
        thirds: THIRDS,
      },
    ]);
  });

  it.each<[string, Agreement | null]>([
    ["people agree", { rwg: RWG, thirds: THIRDS, says: "agree" }],
    ["it cannot be said", { rwg: RWG, thirds: THIRDS, says: null }],
    ["the distribution is hidden", { rwg: RWG, thirds: { kind: "hidden", words: null }, says: "two camps" }],
    ["nothing was looked for", null],
  ])("are none where %s", (_, agreement) => {
    expect(found(agreement)).toEqual([]);
  });

  it("of several audiences are told of each by itself, and of nobody together", () => {
    expect(ofTwo(["leaders", "staff"])).toEqual([
      ["leaders", "a"],
      ["leaders", "own"],
      ["staff", "a"],
      ["staff", "own"],
    ]);
    expect(ofTwo(["staff"])).toEqual([
      ["staff", "a"],
      ["staff", "own"],
    ]);
  });

  it("are told of everyone and of groups where no audience is shown by itself", () => {
    expect(ofTwo([])).toEqual([
      ["", "a"],
      ["", "own"],
      ["North", "a"],
      ["North", "own"],
    ]);
  });
});
