import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotationLines } from "../../src/render/github/annotations.ts";
import { auditJobSummary, renderGithub, verdictGithub, verdictJobSummary } from "../../src/render/github.ts";
import { SAMPLES, TOO_FEW } from "../formats/samples.ts";
import { gate, verdict } from "../formats/verdict.ts";
import { readAnnotations } from "../formats/workflow-commands.ts";
import { LOAD_SAMPLE, SAMPLE } from "./sample.ts";

describe("an audit as annotations", () => {
  it.each(SAMPLES)("%s: every line is one, and none is an error", (_, audit) => {
    const log = renderGithub(audit);
    const read = readAnnotations(log);
    expect(read).toHaveLength(log.split("\n").length - 1);
    expect(read.filter(({ level, text }) => level === "error" || text === "")).toEqual([]);
  });

  it("warns of high findings and notes the others, worst first", () => {
    const read = readAnnotations(renderGithub(SAMPLE)).filter(({ title }) =>
      /^(High|Medium|Low|Strength): /.test(title),
    );
    expect(read.map(({ level, title }) => `${level} ${title}`)).toEqual([
      "warning High: Seen to look after itself first",
      "notice Medium: Promises slip",
      "notice Strength: Known to care",
    ]);
  });

  it("says the headline, what is hidden, a lowered minimum, and why nothing is shown", () => {
    expect(readAnnotations(renderGithub(SAMPLE)).slice(0, 2)).toEqual([
      {
        level: "notice",
        title: "Trust quotient",
        text: "index 53 (95 % interval 52 to 54), mixed, from 240 people; target 75",
      },
      { level: "notice", title: "Hidden", text: "Some results are hidden to protect small groups." },
    ]);
    expect(readAnnotations(renderGithub(LOAD_SAMPLE))).toContainEqual({
      level: "warning",
      title: "Mind",
      text: "Minimum group lowered to 3.",
    });
    expect(readAnnotations(renderGithub(TOO_FEW))[0]).toMatchObject({
      level: "warning",
      title: "Trust equation: no result",
    });
  });
});

describe("a verdict as annotations", () => {
  const three = verdict([gate("pass", { gate: "n >= 30" }), gate("not enough data", { name: "shops" }), gate("fail")], {
    mind: ["The framework has changed."],
  });

  it("puts failed gates first, as errors; too little data is a warning", () =>
    expect(readAnnotations(verdictGithub(three)).map(({ level, title }) => `${level} ${title}`)).toEqual([
      "error Gate failed: trust.index >= 55",
      "warning Gate: not enough data: shops",
      "notice Gate passed: n >= 30",
      "notice Data",
      "warning Mind",
    ]));

  it("is a short page for the summary of the step", () => {
    expect(verdictJobSummary(three)).toContain("# Gates: Trust equation");
    expect(verdictJobSummary(three)).toContain("**Fail.**");
    expect(verdictJobSummary(three)).toMatch(/\| shops: trust\.index &gt;= 55 +\| not enough data \|/);
  });
});

describe("the summary of a step", () => {
  it("is the top of the report alone", () => {
    expect(auditJobSummary(SAMPLE)).toContain("## At a glance");
    expect(auditJobSummary(SAMPLE)).not.toContain("## Plan");
    expect(auditJobSummary(TOO_FEW)).toContain("## Too few people answered");
  });
});

describe("workflow commands", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom("::error::x", "%0A::error::", "%250A", "a,b=c:d", "line\r\nnext", "%"),
  );

  it("bring any text back as it was, in one line", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ title: text, text }), { maxLength: 4 }), (pairs) => {
        const annotations = pairs.map((pair) => ({ level: "notice" as const, ...pair }));
        expect(readAnnotations(annotationLines(annotations))).toEqual(annotations);
      }),
    );
  });
});
