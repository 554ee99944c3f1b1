import { describe, expect, it } from "vitest";
import type { Agreement } from "../../src/audit/types.ts";
import { findDisagreements } from "../../src/diagnosis/disagreements.ts";
import { overall } from "./fixture.ts";

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
  return findDisagreements([
    { ...cell, label: "Lab", path: ["Lab"], dimensions: cell.dimensions.map((one) => ({ ...one, agreement })) },
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
});
