import { describe, expect, it } from "vitest";
import { hasErrors, inReadingOrder } from "../../src/problems/order.ts";
import type { Problem } from "../../src/problems/problem.ts";
import { quote, visible } from "../../src/problems/quote.ts";

function problem(code: string, place?: Problem["place"]): Problem {
  return { code, severity: "warning", message: code, ...(place === undefined ? {} : { place }) };
}

describe("problems", () => {
  it("are read by file, line, column and code", () => {
    const given = [
      problem("B", { file: "b", line: 1 }),
      problem("E", { file: "a", line: 10, column: 2 }),
      problem("D", { file: "a", line: 10, column: 2 }),
      problem("C", { file: "a", line: 9, column: 30 }),
      problem("A"),
    ];
    expect(inReadingOrder(given).map((one) => one.code)).toEqual(["A", "C", "D", "E", "B"]);
    expect(given[0]?.code).toBe("B");
  });

  it("stand in the way only when one is an error", () => {
    expect(hasErrors([problem("A")])).toBe(false);
    expect(hasErrors([problem("A"), { ...problem("B"), severity: "error" }])).toBe(true);
  });
});

describe("quote", () => {
  it.each([
    ["plain", '"plain"'],
    ["two\nlines", '"two·lines"'],
    ["\u001b[2J", '"·[2J"'],
    ["x".repeat(60), `"${"x".repeat(47)}…"`],
  ])("%j", (value, expected) => {
    expect(quote(value)).toBe(expected);
  });

  it("keeps ordinary letters of any script", () => {
    expect(visible("Überprüfung 信頼 ثقة")).toBe("Überprüfung 信頼 ثقة");
  });
});
