import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createItemIndex } from "../../../src/response/columns/item-index.ts";
import { questionCode } from "../../../src/response/columns/question-code.ts";
import { dimension, framework, item } from "../../fixture.ts";

describe("the code of an item in tools with narrow rules", () => {
  it.each([
    ["C1", "C1"],
    ["recommend", "recommend"],
    ["a2345678901234567890", "a2345678901234567890"],
  ])("%s stays", (id, code) => expect(questionCode(id)).toBe(code));

  it.each([
    "C_1",
    "C-1",
    "C.1",
    "time",
    "other",
    "SID",
    "id",
    "Progress",
    "Status",
    "a23456789012345678901",
    "years here",
    "été",
    "1st",
    "",
  ])("%s is written in letters and digits", (id) => {
    expect(questionCode(id)).toMatch(/^[A-Za-z][A-Za-z0-9]{0,19}$/);
    expect(questionCode(id)).not.toBe(id);
  });

  it("keeps names apart and comes back as the item", () => {
    const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,39}$/);
    const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 30, selector: (one) => one.toLowerCase() });
    fc.assert(
      fc.property(ids, (names) => {
        const items = names.map((name) => item(name, "d"));
        const index = createItemIndex(framework({ items, dimensions: [dimension("d", names)] }), null);
        for (const name of names)
          expect(index(`Q1[${questionCode(name)}]`)?.items.map((found) => found.id)).toEqual([name]);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
