import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import type { PlanStep } from "../../../src/audit/types.ts";
import { planCalendar } from "../../../src/cli/plan/calendar.ts";
import { planChecklist } from "../../../src/cli/plan/checklist.ts";
import { dayOf } from "../../../src/cli/plan/dates.ts";
import { planTable } from "../../../src/cli/plan/table.ts";
import { textCell, textIn } from "../../../src/framework/text-cell.ts";
import { VERSION_2 } from "../../audit/whole.ts";

const START = dayOf("2026-12-01", "--start");
const HASH = "0123456789abcdef0123456789abcdef";
const [first, ...others] = VERSION_2.plan.steps;
if (first === undefined) throw new Error("the kept audit has no step");
const step = (more: Partial<PlanStep>): PlanStep => ({ ...first, ...more });

const rowsOf = (csv: string) => csv.split("\n").slice(0, -1);

describe("the plan as a table", () => {
  it("has a row for the first step and for each action, with months or dates", () => {
    const steps = [step({ actions: ["One", "Two"], firstStep: "Begin", title: "T", strategy: "s", watch: "w" })];
    expect(rowsOf(planTable(steps, null))).toEqual([
      "step,strategy,title,needs,action,owner,begin_months,due_months,measure,review_months,status",
      "1,s,T,,Begin,,0,0,w,1,open",
      "1,s,T,,One,,0,3,w,1,open",
      "1,s,T,,Two,,0,3,w,1,open",
    ]);
    expect(rowsOf(planTable(steps, START))).toEqual([
      "step,strategy,title,needs,action,owner,begin_date,due_date,measure,review_date,status",
      "1,s,T,,Begin,,2026-12-01,2026-12-08,w,2027-01-01,open",
      "1,s,T,,One,,2026-12-01,2027-03-01,w,2027-01-01,open",
      "1,s,T,,Two,,2026-12-01,2027-03-01,w,2027-01-01,open",
    ]);
  });

  it("leaves the due date of an open end empty", () =>
    expect(rowsOf(planTable([step({ actions: ["One"], months: [12, null] })], null))[2]).toMatch(
      /,One,,0,,.*,12,open$/,
    ));

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "\r=1"])(
    "makes %j harmless, and gives it back",
    (text) => {
      const csv = planTable([step({ title: "T", actions: [], firstStep: text })], null);
      const cell = textCell(text);
      expect(cell).toMatch(/^'/);
      expect(csv).toContain(cell);
      expect(textIn(cell)).toBe(text);
    },
  );

  it("leaves other apostrophes alone", () => expect(textIn("'tis open")).toBe("'tis open"));
});

describe("the plan as a calendar", () => {
  const calendar = (steps: readonly PlanStep[]) => planCalendar({ steps, framework: "F", start: START, hash: HASH });
  const parsed = (text: string) => new ICAL.Component(ICAL.parse(text));
  const valuesOf = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name));

  it("is read by another program: a task a step, an entry a review, with dates and texts", () => {
    const root = parsed(calendar([first, ...others]));
    expect(root.getAllSubcomponents("vtodo")).toHaveLength(VERSION_2.plan.steps.length);
    const [task] = root.getAllSubcomponents("vtodo");
    const [event] = root.getAllSubcomponents("vevent");
    if (task === undefined || event === undefined) throw new Error("nothing was read");
    expect(valuesOf(task, "summary")).toBe(`Step 1: ${first.title}`);
    expect(valuesOf(task, "due")).toBe("2027-03-01");
    expect(valuesOf(task, "dtstart")).toBe("2026-12-01");
    expect(valuesOf(task, "dtstamp")).toBe("2026-12-01T00:00:00Z");
    expect(valuesOf(task, "description").split("\n")).toEqual([
      `Next week: ${first.firstStep}`,
      ...first.actions.map((action) => `- ${action}`),
      `Watch: ${first.watch}`,
      "From the plan: F",
    ]);
    expect(valuesOf(event, "dtstart")).toBe("2027-01-01");
    expect(valuesOf(event, "dtend")).toBe("2027-01-02");
    expect(valuesOf(event, "summary")).toBe(`First review of step 1: ${first.title}`);
  });

  it("gives every part an id of its own, the same each time, and another of another audit", () => {
    const ids = (text: string) =>
      [...text.replaceAll("\r\n ", "").matchAll(/^UID:(.*)$/gm)].map(([, id]) => id?.trim());
    const found = ids(calendar([first, ...others]));
    expect(new Set(found).size).toBe(found.length);
    expect(ids(calendar([first, ...others]))).toEqual(found);
    const other = planCalendar({ steps: [first], framework: "F", start: START, hash: "f".repeat(32) });
    expect(found).not.toContain(ids(other)[0]);
  });

  it.each([
    "Commas, semicolons; and back\\slashes: \\n is no line",
    "Two\nlines",
    "ä".repeat(200),
    "🙂".repeat(120),
    "x".repeat(75 - "SUMMARY:Step 1: ".length),
    "x".repeat(76 - "SUMMARY:Step 1: ".length),
    "BEGIN:VEVENT",
  ])("keeps a text whole, in lines of at most 75 octets: %s", (title) => {
    const text = calendar([step({ title })]);
    const [task] = parsed(text).getAllSubcomponents("vtodo");
    expect(task?.getFirstPropertyValue("summary")).toBe(`Step 1: ${title}`);
    const lines = text.split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("has no task that is due on the day it begins", () => {
    const [task] = parsed(calendar([step({ months: [0, 0] })])).getAllSubcomponents("vtodo");
    expect(task?.getFirstProperty("dtstart")).toBeNull();
  });
});

describe("a step that needs another", () => {
  const [one, two] = [
    step({ rank: 1, strategy: "one", title: "First", months: [2, 6] }),
    step({ rank: 2, strategy: "two", title: "Second", prerequisites: ["one"], actions: [], firstStep: "Begin" }),
  ];
  it("says so in every format, and begins when that should begin to show", () => {
    expect(rowsOf(planTable([one, two], START)).at(-1)).toMatch(/^2,two,Second,step 1,Begin,,2027-02-01,2027-02-08,/);
    const text = planChecklist({ ...VERSION_2, plan: { ...VERSION_2.plan, steps: [one, two] } }, START);
    expect(text).toContain("- **Begins:** at once\n");
    expect(text).toContain("- **Begins:** on 2027-02-01\n- **Needs:** step 1, First\n");
    expect(text).toContain("- [ ] **In its first week, by 2027-02-08:** Begin");
    expect(text).toContain("No more than three are set going at a time");
    const calendar = planCalendar({ steps: [one, two], framework: "F", start: START, hash: HASH });
    const [, task] = new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vtodo");
    expect(String(task?.getFirstPropertyValue("dtstart"))).toBe("2027-02-01");
    expect(String(task?.getFirstPropertyValue("description"))).toMatch(
      /^Needs step 1: First\nIn its first week: Begin\n/,
    );
  });
});

describe("the plan as a checklist", () => {
  const audit = (more: Partial<PlanStep>) => ({ ...VERSION_2, plan: { ...VERSION_2.plan, steps: [step(more)] } });

  it("has a box for the first step and for each action, what to watch and when to look", () => {
    const text = planChecklist(audit({ actions: ["One", "Two"], firstStep: "Begin", how: ["Quietly"] }), START);
    expect(text.match(/^- \[ \] .*$/gm)).toEqual([
      "- [ ] **Next week, by 2026-12-08:** Begin",
      "- [ ] One",
      "- [ ] Two",
    ]);
    expect(text).toContain("1 step, in the order of the plan. Begins on 2026-12-01.");
    expect(text).toContain(`- **Watch:** ${first.watch}`);
    expect(text).toContain("- **How here:** Quietly");
    expect(text).toContain("- **First review:** on 2027-01-01\n- **Last review:** on 2027-03-01\n");
  });

  it("says whose scores a step is for, where there are several audiences", () => {
    const audience = { id: "staff", title: "Staff" };
    const because = first.because.slice(0, 1).map((one) => ({ ...one, title: "Care", audience }));
    expect(planChecklist(audit({ because }), null)).toContain("- **For:** Care (Staff)\n");
  });

  it("without a start tells months, and of an open end how often", () => {
    expect(planChecklist(audit({ months: [1, 3] }), null)).toContain("- **First review:** after 1 month\n");
    expect(planChecklist(audit({ months: [12, null] }), null)).toContain(
      "- **Reviews:** first after 12 months, then every 3 months; its end is open",
    );
  });

  it("shows a text as it is: nothing of it becomes markup", () =>
    expect(planChecklist(audit({ title: "<b>*x*</b> [y](http://z)" }), null)).toContain("&lt;b&gt;\\*x\\*"));
});
