import { describe, expect, it } from "vitest";
import { groupTextOf } from "../../../src/response/rows/group-text.ts";
import type { ColumnDecision } from "../../../src/response/source-plan.ts";
import type { DialectName } from "../../../src/response/table-head.ts";
import { head } from "../fixture.ts";

const AUDIENCE: ColumnDecision = {
  position: 1,
  header: "audience",
  takenFor: "audience",
  item: null,
  how: "names the audience",
  sure: "certain",
};

describe("what a group is called", () => {
  it.each<[DialectName, string, string]>([
    ["plain", " Sales ", "Sales"],
    ["plain", "R&amp;D", "R&amp;D"],
    ["plain", "'=North", "'=North"],
    ["typeform", "R&amp;D", "R&D"],
    ["typeform", "Sales <north>", "Sales <north>"],
    ["limesurvey", "'=North", "=North"],
    ["limesurvey", "'-North", "-North"],
    ["limesurvey", "'t Hof", "'t Hof"],
    ["microsoft-forms", "Sales;", "Sales"],
    ["microsoft-forms", "Sales;Service;", "Sales;Service;"],
  ])("%s: %s", (dialect, cell, group) => {
    expect(groupTextOf({ columns: [], head: head(["Team"], { dialect }) })(cell)).toBe(group);
  });

  it("loses the apostrophe that our own survey writes", () => {
    expect(groupTextOf({ columns: [AUDIENCE], head: head(["Team"]) })("'=North")).toBe("=North");
  });
});
