import { describe, expect, it } from "vitest";
import { choiceReader } from "../../../src/response/rows/choice-cells.ts";
import { createAnswerProblems } from "../../../src/response/rows/problems.ts";
import { MISSING } from "../../../src/response/types.ts";
import { RULES } from "../fixture.ts";

const { unanswered, unknown } = MISSING;

/** Columns of the answers no (0), partly (1) and yes (2). */
function read(cells: readonly string[]): number {
  const table = {
    item: "Q1",
    scale: "yes",
    kind: "coded",
    codes: new Map(["no", "partly", "yes"].map((label, code) => [label, code])),
    decimals: 0,
    units: [],
    shown: ["No", "Partly", "Yes"],
  } as const;
  const columns = ["no", "partly", "yes"].map((label, code) => ({ column: code, label, code }));
  const problems = createAnswerProblems({ answers: [table], rules: RULES });
  return choiceReader(columns, { item: 0, table, file: "f.csv", problems }).read(cells, () => 2);
}

describe("answers whose own words are those of a choice not taken", () => {
  it.each([
    [["0", "0", "1"], 2],
    [["1", "0", "0"], 0],
    [["1", "", ""], 0],
    [["no", "no", "yes"], 2],
    [["", "", "Yes"], 2],
    [["no", "yes", "no"], 1],
    [["0", "0", "0"], unanswered],
    [["", "", ""], unanswered],
    // The answer 0, or none taken? The answer No, or no to it?
    [["0", "", ""], unknown],
    [["No", "", ""], unknown],
  ])("%j", (cells, code) => {
    expect(read(cells)).toBe(code);
  });
});
