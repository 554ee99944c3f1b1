import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/types.ts";
import { render } from "../../src/render/registry.ts";
import { SAMPLES, TOO_FEW } from "../formats/samples.ts";
import { LOAD_SAMPLE, SAMPLE } from "./sample.ts";
import { JOURNEY_SAMPLE, LADDER_SAMPLE, MAP_SAMPLE, TRIAGE_SAMPLE } from "./sample-systems.ts";

const draw = (audit: Audit) => render(audit, { format: "terminal", width: 80, color: false });

/** The block at the top and all that follows it. */
async function split(audit: Audit): Promise<readonly [top: readonly string[], rest: string]> {
  const text = await draw(audit);
  const from = text.indexOf("At a glance");
  const to = text.indexOf("\nWhat was asked");
  return [text.slice(from, to).trimEnd().split("\n"), text.slice(to)];
}

const flat = (text: string | readonly string[]) => [text].flat().join(" ").replace(/\s+/g, " ");
const SHOWN = SAMPLES.filter(([, audit]) => audit.overall !== null);

describe("the top of the report", () => {
  it.each(SHOWN)("%s: takes no more than 20 lines of 80 columns below its heading", async (_, audit) => {
    const [top] = await split(audit);
    expect(top[0]).toMatch(/^At a glance/);
    const [, , ...lines] = top;
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(lines.length).toBeGreaterThan(0);
  });

  it.each(SHOWN)("%s: says no number that does not stand below", async (_, audit) => {
    const [top, rest] = await split(audit);
    const numbers = (text: string) => text.match(/[−+]?\d+(?:[.,]\d+)*/g) ?? [];
    const below = new Set(numbers(rest));
    const said = numbers(flat(top.slice(1)).replace(/\d+ more below/, ""));
    expect(said.filter((number) => !below.has(number))).toEqual([]);
  });

  it("says what it comes to", async () => {
    const [top] = await split(SAMPLE);
    const text = flat(top);
    expect(text).toContain("Trust quotient index 53 (95 % interval 52 to 54), mixed, from 240 people; target 75");
    expect(text).toContain("Weakest Self-orientation 51 (49 to 53), Credibility 56 (54 to 57); n 240");
    expect(text).toContain("Findings High: Seen to look after itself first (clear) and Medium: Promises slip");
    expect(text).toContain("Step 1 Keep a promise ledger (effort 1; shows in 1 to 3 months)");
    expect(text).toContain("Hidden Some results are hidden to protect small groups.");
  });

  it("says which interval has judged, where a headcount has narrowed the one shown", async () => {
    const overall = SAMPLE.overall as NonNullable<Audit["overall"]>;
    const [lead, ...others] = overall.composites;
    const composites = [{ ...lead, judged: { low: 48, high: 57 } } as typeof lead, ...others].flatMap(
      (one) => one ?? [],
    );
    const told = async (audit: Audit) => flat((await split(audit))[0]);
    const audit = { ...SAMPLE, overall: { ...overall, composites } };
    expect(await told(audit)).toMatch(/How sure Judged by 48 to 57, the interval without the headcount\. /);
    const without = { ...audit, asked: { ...SAMPLE.asked, headcount: null, responseRate: null } };
    expect(await told(without)).not.toContain("Judged by");
  });

  it("names three findings and counts the others", async () => {
    const [finding] = SAMPLE.findings;
    const more = finding ? [finding, finding] : [];
    const [top] = await split({ ...SAMPLE, findings: [...SAMPLE.findings, ...more] });
    expect(flat(top)).toContain("2 more below");
    expect(top.filter((line) => line.includes("High: "))).toHaveLength(3);
  });

  it("reads as load where the framework does", async () => {
    const text = flat((await split(LOAD_SAMPLE))[0]);
    expect(text).toContain("Distrust load load 51 (95 % interval 49 to 54)");
    expect(text).toContain("Weighs most Fear of blame 70");
  });

  it("has a line for every audience, the level, the weakest moment, the colours", async () => {
    expect(flat((await split(MAP_SAMPLE))[0])).toContain(
      "Employees 49 (95 % interval 45 to 53), weak or mixed, from 60 people",
    );
    expect(flat((await split(LADDER_SAMPLE))[0])).toContain(
      "Level Level 1 of 3, Fundamentals; the same in 93 % of draws.",
    );
    expect(flat((await split(JOURNEY_SAMPLE))[0])).toContain("Weakest moment Customers: Service (index 47");
    expect(flat((await split(TRIAGE_SAMPLE))[0])).toContain("Red Customers leave or buy less");
  });

  it("is not there where nothing is shown", async () => expect(await draw(TOO_FEW)).not.toContain("At a glance"));
});
