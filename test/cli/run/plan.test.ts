import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../../src/audit/types.ts";
import type { Host } from "../../../src/cli/host.ts";
import { runPlanExport, runPlanShow } from "../../../src/cli/run/plan.ts";
import { VERSION_2, VERSION_2_TEXT, WHOLE } from "../../audit/whole.ts";

function hostOf(text: string): { readonly host: Host; readonly said: () => string } {
  const parts: string[] = [];
  const stdout = new Writable({
    write: (chunk, _encoding, done) => {
      parts.push(String(chunk));
      done();
    },
  });
  const world = {
    stdout,
    width: 80,
    color: { out: false, err: false },
    open: () => Readable.from([Buffer.from(text)]),
  };
  return { host: world as unknown as Host, said: () => parts.join("") };
}

async function exported(audit: string | Audit, format: string): Promise<string> {
  const { host, said } = hostOf(typeof audit === "string" ? audit : JSON.stringify(audit));
  await runPlanExport(host, "audit.json", { output: [format], start: "2026-12-01" });
  return said();
}

async function shown(audit: string | Audit, format: string): Promise<{ readonly exit: number; readonly text: string }> {
  const { host, said } = hostOf(typeof audit === "string" ? audit : JSON.stringify(audit));
  return { exit: await runPlanShow(host, "audit.json", [format]), text: said() };
}

const [step] = VERSION_2.plan.steps;
if (step === undefined) throw new Error("the kept audit has no step");
const hostile: Audit = {
  ...VERSION_2,
  plan: {
    ...VERSION_2.plan,
    steps: [
      {
        ...step,
        strategy: "x\r\nUID:other",
        title: "=1+1\u001b[31m\u202e",
        firstStep: "a\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
        actions: ["\t=2", "@x"],
      },
    ],
  },
};

describe("the plan of a kept audit", () => {
  it.each(["markdown", "csv", "ics"])("of version 2 is written down as %s", async (format) => {
    const text = await exported(VERSION_2_TEXT, format);
    for (const { title } of VERSION_2.plan.steps)
      expect(text.replaceAll("\r\n ", "").replaceAll("\\,", ",")).toContain(title);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it("is written down the same each time", async () => {
    for (const format of ["markdown", "csv", "ics"])
      expect(await exported(VERSION_2_TEXT, format)).toBe(await exported(VERSION_2_TEXT, format));
  });

  it("cannot add a line to a calendar, a formula to a table or a control character to anything", async () => {
    const calendar = await exported(hostile, "ics");
    expect(calendar.split("\r\n").filter((line) => line.startsWith("UID:other"))).toEqual([]);
    expect(calendar.match(/^END:VCALENDAR/gm)).toHaveLength(1);
    const table = await exported(hostile, "csv");
    expect(
      table
        .split("\n")
        .flatMap((line) => line.split(","))
        .filter((cell) => /^"?[=@+\-\t]/.test(cell)),
    ).toEqual([]);
    for (const text of [calendar, table, await exported(hostile, "markdown"), (await shown(hostile, "terminal")).text])
      expect(text.replaceAll("\r\n", "").replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it("is shown alone, and as data", async () => {
    const { exit, text } = await shown(WHOLE, "terminal");
    expect(exit).toBe(0);
    expect(text).toContain(step.title);
    const data = JSON.parse((await shown(WHOLE, "json")).text);
    expect(data).toMatchObject({ format: "trust-audit/plan", formatVersion: 1, plan: WHOLE.plan });
  });

  it("that is none is shown with its reason and ends with 4; and is not written down", async () => {
    const none: Audit = { ...WHOLE, plan: { ...WHOLE.plan, steps: [], reason: "Every score is at its target." } };
    const { exit, text } = await shown(none, "terminal");
    expect(exit).toBe(4);
    expect(text).toContain("Every score is at its target.");
    await expect(exported(none, "csv")).rejects.toMatchObject({
      exitCode: 4,
      problems: [{ code: "PL001", message: "audit.json holds no plan: every score is at its target." }],
    });
  });

  it("in a calendar needs a start", async () => {
    const { host } = hostOf(VERSION_2_TEXT);
    await expect(runPlanExport(host, "audit.json", { output: ["ics"] })).rejects.toThrow(/when the plan begins/);
  });
});
