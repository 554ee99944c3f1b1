import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimer } from "../../../src/response/rows/duration.ts";

const seconds = (cell: string) => createTimer({ kind: "seconds", column: 1 })(["x", cell]);
const between = (start: string, end: string) => createTimer({ kind: "between", start: 0, end: 1 })([start, end]);
const unknown = Number.NaN;

describe("a column of seconds", () => {
  it.each([
    ["95", 95],
    [" 95 ", 95],
    ["95.5", 95.5],
    ["95,52", 95.52],
    ["12.3456", 12.3456],
    // A thousand, or a little over one second?
    ["1,234", unknown],
    ["1.234", unknown],
    ["0", unknown],
    ["-5", unknown],
    ["", unknown],
    ["1:35", unknown],
    ["95 s", unknown],
    ["1e3", unknown],
    ["9999999999", unknown],
  ])("%s", (cell, expected) => {
    expect(seconds(cell)).toBe(expected);
  });

  it("a row that is too short says nothing", () => {
    expect(createTimer({ kind: "seconds", column: 1 })(["x"])).toBeNaN();
    expect(createTimer(null)(["1", "2"])).toBeNaN();
  });
});

describe("moments of beginning and end", () => {
  it.each([
    ["2026-03-01 10:15:30", "2026-03-01 10:17:00", 90],
    ["2026-03-01T10:15:30Z", "2026-03-01T10:15:50Z", 20],
    ["2026-03-01T10:15:30.250Z", "2026-03-01T10:15:50.750Z", 20],
    ["2026-03-01T23:59:50+01:00", "2026-03-02T00:00:10+01:00", 20],
    ["2026-02-28 23:59:00", "2026-03-01 00:00:00", 60],
    ["2024-02-28 23:59:00", "2024-03-01 00:00:00", 86_460],
    ["2025-12-31 23:59:59", "2026-01-01 00:00:09", 10],
    // The same date in any order of its parts.
    ["03/01/2026 10:15:30 AM", "03/01/2026 10:15:45 AM", 15],
    ["01.03.2026 10:15:30", "01.03.2026 10:15:45", 15],
    ["3/1/26 11:59:50 AM", "3/1/26 12:00:10 PM", 20],
    ["3/1/26 12:00:10 a.m.", "3/1/26 12:00:20 a.m.", 10],
    ["Mar 1, 2026 10:15:30", "Mar 1, 2026 10:15:45", 15],
    // Without seconds: as long as it may have been.
    ["01/03/2026 10:15", "01/03/2026 10:16", 119],
    ["3/1/26 9:59 AM", "3/1/26 10:00 AM", 119],
  ])("%s to %s", (start, end, expected) => {
    expect(between(start, end)).toBe(expected);
  });

  it.each([
    ["the same moment twice", "2026-03-01 10:15:30", "2026-03-01 10:15:30"],
    ["the same minute twice", "01/03/2026 10:15", "01/03/2026 10:15"],
    ["backwards", "2026-03-01 10:15:30", "2026-03-01 10:15:29"],
    ["another date in an unknown order", "01/03/2026 23:59:50", "02/03/2026 00:00:10"],
    ["another time zone", "2026-03-29T01:59:50+01:00", "2026-03-29T03:00:10+02:00"],
    ["one with seconds, one without", "2026-03-01 10:15", "2026-03-01 10:15:40"],
    ["no end", "2026-03-01 10:15:30", ""],
    ["no times", "2026-03-01", "2026-03-01"],
    ["no such hour", "2026-03-01 24:15:30", "2026-03-01 24:15:40"],
    ["no such hour of twelve", "3/1/26 13:15:30 PM", "3/1/26 13:15:40 PM"],
    ["no such minute", "2026-03-01 10:60:30", "2026-03-01 10:60:40"],
    ["no such day", "2026-03-32 10:00:30", "2026-03-33 10:00:40"],
    ["one with halves of the day, one without", "3/1/26 10:15:30", "3/1/26 10:15:40 AM"],
    ["serial numbers", "46082.4275", "46082.4276"],
  ])("are unknown: %s", (_, start, end) => {
    expect(between(start, end)).toBeNaN();
  });

  it("are never negative or without a number, whatever stands there", () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^[0-9:.,/ apmTZ+-]{0,24}$/));
    fc.assert(
      fc.property(cell, cell, (start, end) => {
        for (const value of [between(start, end), seconds(start)]) expect(value > 0 || Number.isNaN(value)).toBe(true);
      }),
    );
  });

  it("agree with the calendar on dates that are written years first", () => {
    const moment = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [from, to] = [a, b]
          .sort((x, y) => x.getTime() - y.getTime())
          .map((one) => one.toISOString().slice(0, 19));
        const expected = (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000;
        expect(between(from ?? "", to ?? "")).toBe(expected === 0 ? Number.NaN : expected);
      }),
    );
  });
});
