import { describe, expect, it } from "vitest";
import { createItemIndex } from "../../../src/response/columns/item-index.ts";
import { normaliseWording } from "../../../src/response/columns/wording.ts";
import { dimension, framework, item } from "../../fixture.ts";

describe("a wording as it is compared", () => {
  it.each([
    ["b) Deadlines here are met.", "deadlines here are met"],
    ["(c) Deadlines here are met.", "deadlines here are met"],
    ["a. Deadlines here are met.", "deadlines here are met"],
    ["iii. Deadlines here are met.", "deadlines here are met"],
    ["IV) Deadlines here are met.", "deadlines here are met"],
    ["3. b) Deadlines here are met.", "deadlines here are met"],
    ["A deadline here is met.", "a deadline here is met"],
    ["I am told in time.", "i am told in time"],
    ["mix. Deadlines", "mix deadlines"],
    ["a)", "a"],
  ])("%j", (text, compared) => {
    expect(normaliseWording(text)).toBe(compared);
  });
});

it("a letter that is an item's id stays one", () => {
  const told = (id: string, words: string) => item(id, "d", { text: new Map([["staff", words]]) });
  const lettered = framework({
    items: [told("a", "Deadlines here are met."), told("b", "Reasons are given in time.")],
    dimensions: [dimension("d", ["a", "b"])],
  });
  const index = createItemIndex(lettered, null);
  expect(index("b) Reasons are given in time.")?.items.map(({ id }) => id)).toEqual(["b"]);
  expect(index("c) Reasons are given in time.")?.items.map(({ id }) => id)).toEqual(["b"]);
});
