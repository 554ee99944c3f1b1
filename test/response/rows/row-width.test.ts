import { describe, expect, it } from "vitest";
import { createRowWidth } from "../../../src/response/rows/row-width.ts";

const NOTES = [{ takenFor: "item" }, { takenFor: "item" }, { takenFor: "item" }, { takenFor: "ignored" }] as const;
const ANSWERS = [{ takenFor: "ignored" }, { takenFor: "item" }, { takenFor: "item" }] as const;

describe("the width of a row", () => {
  const width = createRowWidth({ headers: ["a", "", "b", ""] }, NOTES);
  it.each([
    [["1", "2", "3", "4"], "fits"],
    [["1", "2", "3"], "fits"],
    [["1", "2"], "ragged"],
    [["1", "2", "3", "4", " "], "ragged"],
    [["1", "2", "3", "4", "5"], "ragged"],
    [["", "", "", "", "", " "], "fits"],
    [[], "ragged"],
  ] as const)("%j: %s", (cells, expected) => expect(width(cells)).toBe(expected));
});

describe("rows that all end with a delimiter more", () => {
  const width = createRowWidth({ headers: ["a", "b", "c"], trailing: 1 }, ANSWERS);
  it.each([
    [["1", "2", "3", ""], "trailing"],
    [["1", "2", "3", "4"], "ragged"],
    [["1", "2", "3", "", ""], "ragged"],
    [["1", "2", "3"], "ragged"],
    [["", "", ""], "fits"],
  ] as const)("%j: %s", (cells, expected) => expect(width(cells)).toBe(expected));

  it("may have been cut by a decimal comma where the last column may be empty", () => {
    const headers = ["hours", "C1", "C2", "notes"];
    const shifted = createRowWidth({ headers, trailing: 1 }, NOTES);
    expect(shifted(["37", "5", "4", "3", ""])).toBe("ragged");
  });
});
