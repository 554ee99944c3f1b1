import { describe, expect, it } from "vitest";
import { createRowWidth } from "../../src/response/row-width.ts";

describe("the width of a row", () => {
  const width = createRowWidth(["a", "", "b", ""]);
  it.each([
    [["1", "2", "3", "4"], "fits"],
    [["1", "2", "3"], "fits"],
    [["1", "2"], "ragged"],
    [["1", "2", "3", "4", " "], "empty extra"],
    [["1", "2", "3", "4", "5"], "ragged"],
    [[], "ragged"],
  ] as const)("%j: %s", (cells, expected) => expect(width(cells)).toBe(expected));
});
