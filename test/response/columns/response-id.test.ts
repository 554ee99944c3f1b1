import { describe, expect, it } from "vitest";
import { planSource } from "../../../src/response/plan/source.ts";
import { head, NOTHING_NAMED, RULES, SMALL } from "../fixture.ts";

const items = ["C1", "C2", "R1", "R2"];
const known = [{ takenFor: "id", how: "the tool's own id" } as const, null, null, null, null, null];
const tool = head(["ResponseId", "Staff no", ...items], { known });

function idColumnOf(one: typeof tool, id: string | null): number | undefined {
  const program = { items: SMALL.items.filter(({ optional }) => !optional) };
  return planSource({ framework: SMALL, program, heads: [one], ...NOTHING_NAMED, id, audience: null, rules: RULES })
    .plan?.files[0]?.idColumn;
}

describe("the id by which repeated rows are found", () => {
  it.each([
    ["the survey tool's own id of a response", tool, null, 0],
    ["the column the user names", tool, "Staff no", 1],
    ["none", head(["ResponseId", "Staff no", ...items]), null, -1],
  ])("%s", (_, one, id, expected) => {
    expect(idColumnOf(one, id)).toBe(expected);
  });
});
