import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Audit, PlanStep } from "../../../src/audit/types.ts";
import { reviewOf } from "../../../src/cli/plan/review.ts";
import { reviewJson, reviewSheet } from "../../../src/cli/plan/review-sheet.ts";
import { dueWords, verdictWords } from "../../../src/cli/plan/review-words.ts";
import { readTracked, type Tracked } from "../../../src/cli/plan/tracked.ts";
import { comparisonOf } from "../../../src/diagnosis/comparison.ts";
import { VERSION_2 } from "../../audit/whole.ts";

const [given] = VERSION_2.plan.steps;
if (given === undefined) throw new Error("the kept audit has no step");
const because = (dimension: string, more: Partial<PlanStep["because"][number]> = {}) => ({
  ...{ audience: null, dimension, title: dimension, index: 50, share: 1 },
  ...more,
});
const planned = (more: Partial<PlanStep>): Audit => ({
  ...VERSION_2,
  plan: { ...VERSION_2.plan, steps: [{ ...given, strategy: "s", months: [3, 6], ...more }] },
});

/** The kept audit with the means of some dimensions so many points higher. */
function risen(by: Record<string, number>): Audit {
  const { overall } = VERSION_2;
  if (overall === null) throw new Error("nothing is shown");
  const dimensions = overall.dimensions.map((one) =>
    one.mean.kind === "estimate" ? { ...one, mean: { ...one.mean, value: one.mean.value + (by[one.id] ?? 0) } } : one,
  );
  return { ...VERSION_2, overall: { ...overall, dimensions } };
}

interface Case {
  readonly step?: Partial<PlanStep>;
  readonly by?: Record<string, number>;
  readonly months?: number | null;
  readonly status?: "done" | "started" | "open";
  readonly after?: Audit;
}

function reviewed({ step = {}, by = {}, months = 7, status, after = risen(by) }: Case) {
  const before = planned({ because: [because("credibility")], ...step });
  const tracked: Tracked | null =
    status === undefined ? null : new Map([["s", { status, owners: ["Kim"], done: 1, rows: 3 }]]);
  const comparison = comparisonOf({ name: "a.json", audit: before }, { name: "b.json", audit: after });
  const review = reviewOf({ comparison, tracked, months });
  const [only] = review.steps;
  if (only === undefined) throw new Error("no step was reviewed");
  return { review, only, says: verdictWords(only, review), due: dueWords(only, months) };
}

const UP = { credibility: 1 };
const DOWN = { credibility: -1 };
/** Nothing that says the one made the other. */
const CAUSAL = /because of|thanks to|worked|led to|effect|result of|caused|helped/;

describe("a step reviewed", () => {
  it.each([
    [
      { by: UP, status: "done" },
      "better",
      /^Rose clearly since, for the better: credibility\. The step was marked done\. That it was the step that did it, the numbers cannot say\.$/,
    ],
    [{ by: UP, status: "started" }, "better", /Whether it had a part in it, the numbers cannot say\.$/],
    [{ by: UP, status: "open" }, "better", /The step is still open: look for what else has changed\.$/],
    [{ by: UP }, "better", /Whether the step was carried out is not known here/],
    [{ by: DOWN, status: "done" }, "worse", /^Fell clearly since, for the worse: credibility\./],
    [{ status: "done" }, "no clear change", /^No clear change since\. .*have passed: ask those concerned/],
    [{ status: "done", months: 4 }, "no clear change", /it shows in 3 to 6 months, and 4 have passed\.$/],
    [{ status: "open" }, "no clear change", /^No clear change since\. The step is still open\.$/],
    [{}, "no clear change", /^No clear change since\.$/],
    [{ by: UP, months: 2, status: "done" }, "too early", /^Too early: it shows in 3 to 6 months, and 2 have passed\.$/],
    [{ by: UP, months: null }, "better", /^Rose clearly/],
    [{ step: { because: [] } }, "answers no score", /no number can show it/],
    [
      { step: { because: [because("credibility"), because("intimacy")] }, by: { credibility: 1, intimacy: -1 } },
      "mixed",
      /^Mixed: the index of credibility has clearly got better since, of intimacy worse\./,
    ],
    [{ after: { ...risen({}), overall: null } }, "too few to say", /cannot say/],
  ] as readonly [Case, string, RegExp][])("%j is %s", (given, verdict, words) => {
    const { only, says } = reviewed(given);
    expect(only.verdict).toBe(verdict);
    expect(says).toMatch(words);
    expect(says).not.toMatch(CAUSAL);
  });

  it("of a load says that it fell, for the better", () => {
    const load = (audit: Audit): Audit => ({ ...audit, framework: { ...audit.framework, reading: "load" } });
    expect(reviewed({ after: load(risen(UP)) }).says).toMatch(/^Fell clearly since, for the better/);
    expect(reviewed({ after: load(risen(DOWN)) }).says).toMatch(/^Rose clearly since, for the worse/);
  });

  it.each([
    [{ months: 2 }, "not yet", /first review, in 1 month\./],
    [{ months: 3 }, "first review", /the last in 3 months/],
    [{ months: 5.5 }, "first review", /the last in 0\.5 months/],
    [{ months: 6 }, "last review", /should have shown/],
    [{ months: 13, step: { months: [12, null] } }, "regular review", /every 3 months/],
    [{ months: null }, "unknown", /A review 3 months after it began, the last after 6 months\./],
    [{ months: 6, status: "open" }, "last review", /^It has not been begun; to begin next week: /],
  ] as readonly [Case, string, RegExp][])("%j is due: %s", (given, due, words) => {
    const found = reviewed(given);
    expect(found.only.due).toBe(due);
    expect(found.due).toMatch(words);
  });

  it("of a step that begins later counts from its begin, unless it was marked as begun", () => {
    const steps = [
      { ...given, rank: 1, strategy: "first", months: [3, 6] as const },
      { ...given, rank: 2, strategy: "s", months: [2, 4] as const, prerequisites: ["first"] },
    ].map((one) => ({ ...one, because: [because("credibility")] }));
    const before: Audit = { ...VERSION_2, plan: { ...VERSION_2.plan, steps } };
    const comparison = comparisonOf({ name: "a", audit: before }, { name: "b", audit: risen(UP) });
    const later = (months: number, status: "open" | "started" = "open") => {
      const tracked: Tracked = new Map([["s", { status, owners: [], done: 0, rows: 3 }]]);
      const review = reviewOf({ comparison, tracked, months });
      const step = review.steps[1];
      if (step === undefined) throw new Error("no second step");
      return [step.begins, step.verdict, step.due, verdictWords(step, review), dueWords(step, months)];
    };
    expect(later(1)).toEqual([
      ...[3, "too early", "not begun"],
      "Too early: it was to begin after 3 months, and shows 2 to 4 months later; 1 have passed.",
      `To begin in 2 months: ${given.firstStep}`,
    ]);
    expect(later(4).slice(0, 3)).toEqual([3, "too early", "not yet"]);
    expect(later(5).slice(1, 3)).toEqual(["better", "first review"]);
    expect(later(4, "started").slice(0, 3)).toEqual([0, "better", "last review"]);
  });

  it("says why a change is not there to see", () => {
    const gone = risen({});
    const { overall } = gone;
    const after: Audit = {
      ...gone,
      overall: overall && { ...overall, dimensions: overall.dimensions.filter(({ id }) => id !== "credibility") },
    };
    expect(reviewed({ after }).only.moved[0]).toMatchObject({ change: null, reason: "it is not shown in both audits" });
  });

  it("looks at the audience it was for, and nowhere else where that is not shown", () => {
    const audience = { id: "staff", title: "Staff" };
    const both = (audit: Audit, more: number): Audit => {
      const { overall } = risen({ credibility: more });
      if (overall === null) throw new Error("nothing is shown");
      const cell = { ...overall, kind: "group" as const, path: ["staff"], label: "Staff" };
      const grouping = { text: "audience", kind: "single" as const, columns: ["audience"], cells: [cell] };
      return {
        ...audit,
        asked: { ...audit.asked, audienceColumn: "audience" },
        groupings: [{ ...grouping, withheld: false, reason: null, comparisons: [], agreement: [] }],
      };
    };
    const before = both(planned({ because: [because("credibility", { audience })] }), 0);
    const compared = (after: Audit) =>
      reviewOf({
        comparison: comparisonOf({ name: "a", audit: before }, { name: "b", audit: after }),
        tracked: null,
        months: 7,
      }).steps[0];
    expect(compared(both(risen({}), 1))?.verdict).toBe("better");
    const { says } = reviewed({
      step: { because: [because("credibility"), because("credibility", { audience })] },
      by: UP,
    });
    expect(says).toMatch(/^Rose clearly since, for the better: credibility and credibility \(Staff\)\./);
    expect(compared(both(risen(UP), 0))?.verdict).toBe("no clear change");
    expect(compared({ ...risen(UP), groupings: [] })?.moved[0]?.reason).toBe("it is not shown in both audits");
  });

  it("stands on the page with interval, status, owner and what is due; and so as data", () => {
    const { review } = reviewed({ by: UP, status: "started" });
    const page = JSON.stringify(reviewSheet(review));
    for (const text of [
      /credibility \(100 %\): \+25 \(\+\d+ to \+\d+\), up \(better\)/,
      /Kim/,
      /1 of 3 actions done/,
      /7 months/,
    ])
      expect(page).toMatch(text);
    expect(page).not.toMatch(CAUSAL);
    expect(reviewJson(review)).toMatchObject({
      format: "trust-audit/plan-review",
      months: 7,
      files: { before: "a.json", after: "b.json" },
      steps: [
        { strategy: "s", verdict: "better", due: "last review", tracked: { status: "started", owners: ["Kim"] } },
      ],
    });
  });
});

describe("the tracked table", () => {
  const read = (text: string) => readTracked({ name: "plan.csv", open: () => Readable.from([Buffer.from(text)]) });

  it("tells how far each step has come, and whose it is", async () => {
    const tracked = await read(
      "step,strategy,owner,status\n1,a,Kim,done\n1,a,Kim,Done\n2,b,Lee,started\n2,b,Kim,open\n3,c,,\n4,d,'=x,done\n4,d,,open\n,,,\n",
    );
    expect([...tracked]).toEqual([
      ["a", { status: "done", owners: ["Kim"], done: 2, rows: 2 }],
      ["b", { status: "started", owners: ["Lee", "Kim"], done: 0, rows: 2 }],
      ["c", { status: "open", owners: [], done: 0, rows: 1 }],
      ["d", { status: "started", owners: ["=x"], done: 1, rows: 2 }],
    ]);
  });

  it("may come back from a spreadsheet, with semicolons and other columns", async () => {
    const tracked = await read("\ufeffNote;Status;Strategy\r\nx;done;a\r\n");
    expect(tracked.get("a")?.status).toBe("done");
  });

  it("is refused without its columns, and with a status that is none", async () => {
    await expect(read("a,b\n1,2\n")).rejects.toMatchObject({ problems: [{ code: "PL002" }] });
    await expect(read("strategy,status\na,finished\nb,done\nc,half\n")).rejects.toMatchObject({
      problems: [
        { code: "PL003", place: { line: 2 } },
        { code: "PL003", place: { line: 4 } },
      ],
    });
  });

  it("names rows that are no step of the plan", () => {
    const tracked: Tracked = new Map([["stranger", { status: "done", owners: [], done: 1, rows: 1 }]]);
    const comparison = comparisonOf({ name: "a", audit: planned({}) }, { name: "b", audit: risen({}) });
    expect(reviewOf({ comparison, tracked, months: 1 }).strangers).toEqual(["stranger"]);
  });
});
