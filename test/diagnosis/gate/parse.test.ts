import { describe, expect, it } from "vitest";
import { parseGate } from "../../../src/diagnosis/gate/parse.ts";
import type { GateSource } from "../../../src/diagnosis/gate/types.ts";

const source = (text: string): GateSource => ({
  text,
  name: null,
  from: "--gate",
  mode: null,
  place: { file: "--gate" },
});
const gate = (text: string) => {
  const { value, problems } = parseGate(source(text));
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
};
const problem = (text: string) => parseGate(source(text)).problems?.[0];

describe("a gate", () => {
  it("names a score, its statistic, a comparison and a limit", () => {
    expect(gate("trust.index >= 55")).toMatchObject({
      scope: [],
      change: null,
      each: null,
      subject: { name: "trust" },
      statistic: { name: "index" },
      operator: ">=",
      limit: { value: 55, isPercent: false },
    });
  });
  it.each([
    ["n>=30", ">=", 30],
    ["n ≥ 30", ">=", 30],
    ["trust.index≤ 55.5", "<=", 55.5],
    ["recommend.nps > −10", ">", -10],
    ["response_rate < .5", "<", 0.5],
  ])("%s", (text, operator, value) => {
    expect(gate(text)).toMatchObject({ operator, limit: { value } });
  });
  it("has percentages and changes", () => {
    expect(gate("credibility.favourable >= 62 %").limit).toMatchObject({ value: 62, isPercent: true });
    expect(gate("drop( trust.index ) <= 5")).toMatchObject({ change: "drop", subject: { name: "trust" } });
    expect(gate("rise(any(dimension).load) <= 5")).toMatchObject({ change: "rise", each: "dimension" });
    expect(gate("each(composite).index > 1").each).toBe("composite");
  });
  it("is about groups, before a change or within it", () => {
    const scopes = [
      'department="R&D / Lab"/trust.index > 5',
      'department = "R&D / Lab" / drop(trust.index) <= 5',
      'drop(department="R&D / Lab"/trust.index) <= 5',
    ].map((text) => gate(text).scope);
    for (const scope of scopes) expect(scope).toMatchObject([{ column: "department", value: "R&D / Lab" }]);
    expect(gate('any("my unit")/n >= 5').scope).toMatchObject([{ column: "my unit", value: null }]);
    expect(gate('"a ""b"""="<5 / >= 3"/n >= 5').scope).toMatchObject([{ column: 'a "b"', value: "<5 / >= 3" }]);
    expect(gate('unit=""/n >= 5').scope).toMatchObject([{ value: "" }]);
    expect(gate("division=North/team=Bergen (old)/trust.index > 5").scope).toHaveLength(2);
  });
  it.each([
    ["trust.index", "GT001", 11],
    ["1 < n < 3", "GT001", 6],
    ["n >= thirty", "GT002", 5],
    ["n >= 2,5", "GT002", 5],
    ["n >=", "GT002", 4],
    [`n >= ${"9".repeat(400)}`, "GT002", 5],
    ["n == 30", "GT003", 2],
    ["n = 30", "GT003", 2],
    ["n != 30", "GT003", 2],
    [">= 5", "GT004", 0],
    ['unit="a/n > 3', "GT004", 5],
    ["drop(trust.index <= 5", "GT004", 4],
    ["Sales/trust.index > 5", "GT004", 0],
    ["any(dimensions).index > 5", "GT004", 4],
    ["any(dimension) > 5", "GT004", 0],
    ["trust-quotient.index > 5", "GT004", 0],
    ["a=b=c/n > 5", "GT004", 0],
  ])("%s is refused: %s at %i", (text, code, offset) => {
    expect(problem(text)).toMatchObject({ code, place: { column: offset + 1, excerpt: { offset } } });
    expect(problem(text)?.help).toBeTruthy();
  });
  it("survives whatever is typed", () => {
    for (const text of ["", " ", '"', "((((", ")>=1", "/// > 3", "\u0000 > 1", "x".repeat(5000), "drop() > 1", "=> 3"])
      expect(problem(text)?.code, text.slice(0, 20)).toMatch(/^GT00[1-4]$/);
  });
});
