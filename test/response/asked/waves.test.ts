import { describe, expect, it } from "vitest";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { latestWaves } from "../../../src/response/asked/waves.ts";
import { parseWhere } from "../../../src/response/asked/where.ts";

describe("the latest two waves", () => {
  it.each([
    [["2025", "2026", "2024"], "2025", "2026"],
    [["9", "10", "8"], "9", "10"],
    [["wave 9", "wave 10"], "wave 9", "wave 10"],
    [["Q4", "Q1", "Q2"], "Q2", "Q4"],
    [["2026-02-01", "2025-11-30"], "2025-11-30", "2026-02-01"],
    [["spring", "spring 2"], "spring", "spring 2"],
    [["Q4 2025", "Q1 2026", "Q3 2025"], "Q4 2025", "Q1 2026"],
    [["05.11.2025", "04.12.2026"], "05.11.2025", "04.12.2026"],
    [["28.02.2026", "03.03.2026"], "28.02.2026", "03.03.2026"],
    [["12/31/2025", "1/2/2026"], "12/31/2025", "1/2/2026"],
    [["31/12/2025", "2/1/2026"], "31/12/2025", "2/1/2026"],
    [["Nov 2025", "March 2026", "Dec 2025"], "Dec 2025", "March 2026"],
    [["2026-H1", "2025-H2"], "2025-H2", "2026-H1"],
    [["autumn 2025", "spring 2026"], "autumn 2025", "spring 2026"],
  ])("of %j are %s and %s", (values, before, latest) => {
    expect(latestWaves("wave", values)).toEqual({ column: "wave", before, latest });
    expect(latestWaves("wave", values.toReversed())).toEqual({ column: "wave", before, latest });
  });

  it.each([
    [["1", ""], "SC016"],
    [["1", "1"], "SC017"],
    [[], "SC017"],
    [["spring", "autumn"], "SC021"],
    [["spring 2026", "autumn 2026"], "SC021"],
    [["Sales", "Stores"], "SC021"],
    [["1/2/2026", "3/4/2026"], "SC021"],
    [["2026", "wave 2"], "SC021"],
  ])("of %j are none", (values, code) => {
    const found = () => latestWaves("wave", values);
    expect(found).toThrow(ProblemsError);
    try {
      found();
    } catch (error) {
      expect((error as ProblemsError).problems.map((problem) => problem.code)).toEqual([code]);
    }
  });

  it("may be told apart by a column of any name: the filter that leaves blanks out can be read", () => {
    try {
      latestWaves('the "old" wave', ["1", ""]);
      expect.unreachable();
    } catch (error) {
      const [, filter = ""] = /--where '(.*)'/.exec((error as ProblemsError).problems[0]?.help ?? "") ?? [];
      expect(parseWhere(filter)).toMatchObject({ columns: ['the "old" wave'] });
    }
  });
});
