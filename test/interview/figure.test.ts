import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FigureScale } from "../../src/framework/types.ts";
import { readFigure } from "../../src/interview/figure.ts";
import { readFigure as readAnswerFile } from "../../src/response/answers/figure.ts";

const scale = (decimals: number, unit = ""): FigureScale => ({
  ...{ kind: "figure", id: "f", title: "f", worst: 0, best: 1, decimals, unit, notApplicable: [], dontKnow: [] },
});

describe("a figure as it is typed", () => {
  it.each([
    ["12", 0, "12"],
    ["12,5", 1, "12.5"],
    [" 12.50 ", 1, "12.5"],
    ["007", 0, "7"],
    ["+3", 0, "3"],
    ["-0", 0, "0"],
    ["\u22122.5", 1, "-2.5"],
    ["1.234", 3, "1.234"],
    ["1,5 Days", 1, "1.5"],
  ])("%s with %i decimals is %s", (line, decimals, text) => {
    expect(readFigure(line, scale(decimals, "days"))).toEqual({ text });
  });

  it.each([
    ["", 1, /type a number/],
    ["twelve", 1, /type a number/],
    ["1.5", 0, /whole number/],
    ["1.25", 1, /at most 1 digit after/],
    ["1,234", 3, /1234 or 1.234/],
    ["1.234", 2, /1234 or 1.234/],
    ["99999999", 0, /too large/],
    ["1e3", 0, /type a number/],
  ])("%s with %i decimals is refused", (line, decimals, why) => {
    expect(readFigure(line, scale(decimals))).toEqual({ fault: expect.stringMatching(why) });
  });

  it.each([
    ["140", "%", /between 0 and 100/],
    ["-5", "per cent of orders", /between 0 and 100/],
    ["999", "days", /for no answer/],
  ])("%s %s is asked about, since scoring would not take it", (line, unit, why) => {
    expect(readFigure(line, { ...scale(0, unit), worst: 90, best: 10 })).toEqual({ fault: expect.stringMatching(why) });
  });

  it("a rate may pass 100 per cent", () => {
    expect(readFigure("140", { ...scale(0, "% a year"), worst: 90, best: 10 })).toEqual({ text: "140" });
  });

  it("is read from an answer file as the same number, whatever was typed", () => {
    const line = fc.oneof(fc.stringMatching(/^[-+]?\d{1,7}([.,]\d{0,5})?$/), fc.string({ maxLength: 6 }));
    fc.assert(
      fc.property(line, fc.integer({ min: 0, max: 4 }), (typed, decimals) => {
        const read = readFigure(typed, scale(decimals));
        if ("fault" in read) return;
        const filed = readAnswerFile(read.text, { decimals, units: [] });
        expect(filed).toBe(Math.round(Number(read.text) * 10 ** decimals));
        expect(Number(read.text)).toBeCloseTo(Number(typed.replace(",", ".")), 9);
      }),
    );
  });
});
