import { describe, expect, it } from "vitest";
import { swallowedRows } from "../../../src/sources/csv/swallowed.ts";

const ANSWERS = ["4", "3", "4", "4"];

describe("a quoted cell", () => {
  it.each([
    [[...ANSWERS, "oops\n5,4,1,2,fine\n1,2,1,5,end"], { opens: 0, closes: 2 }],
    [[...ANSWERS, "oops\n1,2,1,5,end"], { opens: 0, closes: 1 }],
    [["two\nlines", ...ANSWERS, "oops\nx,1,2,1,5,end"], { opens: 1, closes: 2 }],
    [["Agree", "Neutral", "Agree", "Agree", "oops\nAgree,Agree,Neutral,Agree,fine"], { opens: 0, closes: 1 }],
  ])("%j holds whole rows", (cells, expected) => expect(swallowedRows(cells, ",")).toEqual(expected));

  it.each([
    [[...ANSWERS, "fine\nand more"]],
    [[...ANSWERS, "first, second\nthird, fourth, fifth, sixth, seventh"]],
    [[...ANSWERS, "apples,pears,plums,nuts,figs\nand that is all"]],
    [["Agree", "Agree", "Agree", "Agree", "well, yes, no, perhaps, who knows\nend"]],
    [["4", "oops\n4,fine"]],
  ])("%j does not", (cells) => expect(swallowedRows(cells, ",")).toBeNull());
});
