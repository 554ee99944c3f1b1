import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanStep } from "../../../src/audit/types.ts";
import { addMonths, dayOf, isoOf, monthsFrom, onWorkday } from "../../../src/cli/plan/dates.ts";
import { beginsOf, schedulesOf } from "../../../src/cli/plan/schedule.ts";
import { VERSION_2 } from "../../audit/whole.ts";

const day = (text: string) => dayOf(text, "--start");
const months = (from: string, more: number) => isoOf(addMonths(day(from), more));

describe("days", () => {
  it.each(["2026-12-01", "2024-02-29", "0999-01-31", "9999-12-31"])("%s is one", (text) =>
    expect(isoOf(day(text))).toBe(text),
  );

  it.each(["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "26-12-01", "2026-12-1", "1.12.2026", "today", ""])(
    "%s is none",
    (text) => expect(() => day(text)).toThrow(/that is no date/),
  );

  it.each([
    ["2026-12-01", 1, "2027-01-01"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-10-31", 16, "2028-02-29"],
    ["2026-12-15", 0, "2026-12-15"],
    ["2026-12-01", 0.5, "2026-12-16"],
    ["2026-11-30", 3, "2027-02-28"],
  ] as const)("%s and %d months are %s", (from, more, to) => expect(months(from, more)).toBe(to));

  it.each([
    ["2026-12-04", "2026-12-04"],
    ["2026-12-05", "2026-12-07"],
    ["2026-12-06", "2026-12-07"],
    ["2026-12-07", "2026-12-07"],
  ])("%s is worked on %s", (from, to) => expect(isoOf(onWorkday(day(from)))).toBe(to));

  it("are so many months apart", () => {
    expect(monthsFrom(day("2026-01-15"), day("2026-07-15"))).toBe(5.9);
    expect(monthsFrom(day("2026-01-15"), day("2025-01-15"))).toBe(-12);
  });
});

const [given] = VERSION_2.plan.steps;
if (given === undefined) throw new Error("the kept audit has no step");
const step = (rank: number, more: Partial<PlanStep> = {}): PlanStep => ({
  ...given,
  ...{ rank, strategy: `s${rank}`, title: `Step ${rank}`, months: [1, 3], prerequisites: [], prerequisiteFor: null },
  ...more,
});
const scheduleOf = ({ months: span }: Pick<PlanStep, "months">, start: number | null) => {
  const found = schedulesOf([step(1, { months: span })], start).get("s1");
  if (found === undefined) throw new Error("no schedule");
  return found;
};

describe("the schedule of a step", () => {
  const dates = (span: readonly [number, number | null]) => {
    const { begin, reviews, due } = scheduleOf({ months: span }, day("2026-12-01"));
    const text = (moment: { readonly day: number | null } | null) => (moment?.day == null ? null : isoOf(moment.day));
    return { begin: text(begin), reviews: reviews.map((one) => `${one.kind} ${text(one)}`), due: text(due) };
  };

  it("is looked at first when it shows at the earliest, and last when it should have", () =>
    expect(dates([1, 3])).toEqual({
      begin: "2026-12-08",
      reviews: ["first 2027-01-01", "last 2027-03-01"],
      due: "2027-03-01",
    }));

  it("moves off weekends", () =>
    // 1 May 2027 is a Saturday, 1 August a Sunday.
    expect(dates([5, 8])).toMatchObject({ reviews: ["first 2027-05-03", "last 2027-08-02"], due: "2027-08-02" }));

  it("has one review where both are the same", () =>
    expect(dates([2, 2])).toMatchObject({ reviews: ["last 2027-02-01"], due: "2027-02-01" }));

  it("with an open end is looked at every three months, for a year, and is never due", () =>
    expect(dates([12, null])).toMatchObject({
      reviews: ["first 2027-12-01", "next 2028-03-01", "next 2028-06-01", "next 2028-09-01"],
      due: null,
    }));

  it("without a start is told in months", () =>
    expect(scheduleOf({ months: [1, 3] }, null)).toEqual({
      needs: [],
      begins: { months: 0, day: null },
      begin: { months: 0, day: null },
      reviews: [
        { kind: "first", months: 1, day: null },
        { kind: "last", months: 3, day: null },
      ],
      due: { months: 3, day: null },
    }));
});

describe("the schedule of a plan", () => {
  const begins = (...steps: readonly PlanStep[]) => steps.map(({ strategy }) => beginsOf(steps).get(strategy));

  it("sets no more than three steps going at once: the next begins when one of them should begin to show", () => {
    const months = [
      [1, 3],
      [2, 6],
      [6, 12],
      [1, 3],
      [1, null],
      [3, 9],
    ] as const;
    expect(begins(...months.map((span, at) => step(at + 1, { months: span })))).toEqual([0, 0, 0, 1, 2, 2]);
  });

  it("begins no step before those it needs should have begun to show, and lets others go before it", () => {
    const [one, two] = [step(1, { months: [3, 6] }), step(2, { prerequisites: ["s1", "elsewhere"] })];
    expect(begins(one, two, step(3))).toEqual([0, 3, 0]);
    expect(begins(step(1, { months: [2, 6], prerequisiteFor: "s2" }), step(2))).toEqual([0, 2]);
  });

  it("counts reviews and the due day from the step's own begin", () => {
    const steps = [step(1, { months: [3, 6] }), step(2, { prerequisites: ["s1"] })];
    const found = schedulesOf(steps, day("2026-12-01")).get("s2");
    expect(found?.needs.map(({ rank }) => rank)).toEqual([1]);
    expect([found?.begins, found?.begin, found?.due].map((one) => isoOf(one?.day ?? 0))).toEqual([
      ...["2027-03-01", "2027-03-08", "2027-06-01"],
    ]);
    expect(
      schedulesOf(steps, null)
        .get("s2")
        ?.reviews.map(({ months: at }) => at),
    ).toEqual([4, 6]);
  });

  it("whatever the plan: never four at once, and nothing before what it needs", () => {
    const plans = fc.array(fc.tuple(fc.nat(12), fc.option(fc.nat(8))), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(plans, (shapes) => {
        const steps = shapes.map(([from, need], at) =>
          step(at + 1, {
            months: [from, from + 2],
            prerequisites: need !== null && need < at ? [`s${need + 1}`] : [],
          }),
        );
        const found = beginsOf(steps);
        const spans = steps.map(({ strategy, months: [from] }) => {
          const begin = found.get(strategy) ?? Number.NaN;
          return { begin, shows: begin + Math.max(from, 0.5) };
        });
        for (const [at, one] of spans.entries()) {
          const atOnce = spans.filter(({ begin, shows }) => begin <= one.begin && one.begin < shows).length;
          expect(atOnce).toBeLessThanOrEqual(3);
          for (const id of steps[at]?.prerequisites ?? [])
            expect(one.begin).toBeGreaterThanOrEqual(spans[Number(id.slice(1)) - 1]?.shows ?? Number.NaN);
        }
      }),
      { seed: 7 },
    );
  });
});
