import { describe, expect, it } from "vitest";
import { refuseSeveralGroups } from "../../../src/response/checks/several-groups.ts";

const refused = (...values: readonly string[]) => {
  try {
    refuseSeveralGroups({ flag: "--by", column: "Team" }, values);
    return false;
  } catch {
    return true;
  }
};

describe("values that are made of others", () => {
  it.each([
    ["North", "South", "North;South"],
    ["North;", "South;", "North;South;"],
    ["North", "South", "North, South"],
    ["North", "South", "West", "South | West"],
  ])("%j %j %j are refused", (...values) => {
    expect(refused(...values)).toBe(true);
  });

  it.each([
    ["North", "South", ""],
    ["North;", "South;"],
    ["Research, Development", "Research", "Sales"],
    ["Research,Development", "Research", "Development"],
    ["A;B", "C"],
  ])("%j %j are groups", (...values) => {
    expect(refused(...values)).toBe(false);
  });
});
