import { describe, expect, it } from "vitest";
import { createIdWatch } from "../../../src/response/checks/id-watch.ts";

/** Codes of the problems of one file; each id is met in turn, a second time as a copy. */
function codesOf(ids: readonly string[], fate: "drop" | "repeated" = "drop"): readonly string[] {
  const watch = createIdWatch();
  const seen = new Set<string>();
  for (const written of ids) {
    const id = watch.idOf(written);
    if (id !== "" && seen.has(id)) watch.repeated(id, fate);
    seen.add(id);
  }
  return watch.endFile("a.csv").map(({ code, severity }) => `${code} ${severity}`);
}

const people = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `p${at}`);
const times = (count: number, id: string): readonly string[] => Array.from({ length: count }, () => id);

describe("ids that are no person's", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["none", people(40), []],
    ["a few people twice", [...people(40), ...people(6)], []],
    ["everybody twice", [...people(10), ...people(10)], []],
    ["numbers from 0", ["0", "1", "2", "3"], []],
    ["numbers from 0, and a word", ["0", "1", "2", "n/a"], []],
    ["a 0 on two rows", [...people(5), "0", "0"], ["SC011 warning"]],
    ["words in place of ids", [...people(5), "n/a", "Anonymous"], ["SC011 warning"]],
    ["one id on a fifth of the rows", [...people(20), ...times(5, "x")], []],
    ["one id on more", [...people(15), ...times(5, "x")], ["SC012 error"]],
    ["one id on everything", times(5, "x"), ["SC012 error"]],
    ["one id on everything, of four rows", times(4, "x"), []],
  ])("%s", (_, ids, codes) => {
    expect(codesOf(ids)).toEqual(codes);
  });

  it("are a warning where nobody is lost", () => {
    expect(codesOf([...people(15), ...times(5, "x")], "repeated")).toEqual(["SC012 warning"]);
  });

  it("are not told by a single 0; a second one of a file is nobody's, and so is any of the files behind it", () => {
    const watch = createIdWatch();
    const meet = (ids: readonly string[]) => ids.map((id) => [watch.idOf(id), watch.isSomebodys]);
    expect(meet(["0", "1", "n/a", ""])).toEqual([
      ["0", true],
      ["1", true],
      ["", false],
      ["", false],
    ]);
    watch.endFile("a.csv");
    expect(meet(["0", "0", "1"])).toEqual([
      ["0", true],
      ["0", false],
      ["1", true],
    ]);
    watch.endFile("b.csv");
    expect(meet(["0"])).toEqual([["0", false]]);
  });

  it("count as blank", () => {
    const watch = createIdWatch();
    expect(["anonymous", "N/A", "-", "none", "unknown", "TEST", "p7", "00", ""].map(watch.idOf)).toEqual([
      ...times(6, ""),
      "p7",
      "00",
      "",
    ]);
  });
});
