import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CodedScale, Framework } from "../../src/framework/types.ts";
import { TARGETS, type Target } from "../../src/instrument/target-names.ts";
import { writeInstrument } from "../../src/instrument/targets.ts";
import { ProblemsError } from "../../src/problems/problem.ts";
import { dimension, framework, item } from "../fixture.ts";
import { everyInstrument, instrumentOf } from "./bundled.ts";
import { runAppsScript } from "./rules/apps-script.ts";
import { limesurveyFaults, limesurveyQuestions, limesurveyRows } from "./rules/limesurvey.ts";
import { qualtricsFaults, qualtricsQuestions } from "./rules/qualtrics.ts";
import { spssFaults } from "./rules/spss.ts";

const exported = await everyInstrument();

/** Names in the syntax's list of missing values, which holds every variable. */
function variableNames(syntax: string): readonly string[] {
  return (/MISSING VALUES\n([^(]*)\(/.exec(syntax)?.[1] ?? "").trim().split(/\s+/);
}

describe.each(exported)("$name keeps the rules of", ({ instrument, framework: one }) => {
  it("LimeSurvey", () =>
    expect(limesurveyFaults(limesurveyRows(writeInstrument("limesurvey-tsv", instrument, one)))).toEqual([]));
  it("Qualtrics", () => expect(qualtricsFaults(writeInstrument("qualtrics-txt", instrument, one))).toEqual([]));
  it("Apps Script", () =>
    expect(runAppsScript(writeInstrument("google-forms-script", instrument, one)).length).toBeGreaterThan(5));
  it("SPSS", () => {
    const syntax = writeInstrument("codebook-spss", instrument, one);
    expect(spssFaults(syntax, variableNames(syntax))).toEqual([]);
  });
  it("R: ASCII only", () => expect(writeInstrument("codebook-r", instrument, one)).toMatch(/^[\x20-\x7e\n]*$/));
  it("nobody: what is measured is told in codebooks alone", () => {
    for (const target of TARGETS.filter((name) => !name.startsWith("codebook")))
      expect(writeInstrument(target, instrument, one)).not.toMatch(/credibility|low_confidence|openness/);
  });
});

/** A framework of one question for each text, on the fixture's scale. */
function asking(texts: readonly string[], scale: Partial<CodedScale> = {}): Framework {
  const ids = texts.map((_, at) => `C${at + 1}`);
  const base = framework({ items: [], dimensions: [] });
  const agree = base.scales.get("agree");
  if (agree?.kind !== "coded") throw new Error("the fixture's scale");
  return {
    ...base,
    scales: new Map([["agree", { ...agree, ...scale }]]),
    items: ids.map((id, at) => item(id, "d", { text: new Map([["employees", texts[at] ?? ""]]) })),
    dimensions: [dimension("d", ids)],
  };
}

function codesOf(target: Target, one: Framework): readonly string[] {
  try {
    writeInstrument(target, instrumentOf(one, "employees", null), one);
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

const points = (labels: readonly string[]) => labels.map((label, at) => ({ code: at + 1, label, aliases: [] }));

describe("what would not come back is refused", () => {
  it.each<[string, Framework, Target, readonly string[]]>([
    ["two items worded alike", asking(["We are told.", "we are told"]), "google-forms-script", ["EX001", "EX001"]],
    ["two items worded alike", asking(["We are told.", "we are told"]), "markdown", ["EX001", "EX001"]],
    ["the same, where columns are named by id", asking(["We are told.", "we are told"]), "limesurvey-tsv", []],
    ["a wording that begins with another item's id", asking(["C2: is it so?", "It is so."]), "markdown", ["EX001"]],
    [
      "a label that is another point's code",
      asking(["Well?"], { points: points(["2", "two"]) }),
      "csv-template",
      ["EX002"],
    ],
    ["two labels alike", asking(["Well?"], { points: points(["Yes", "yes"]) }), "markdown", ["EX002"]],
    ["nothing to ask", asking([]), "qualtrics-txt", ["EX003"]],
  ])("%s: %#", (_, one, target, codes) => expect(codesOf(target, one)).toEqual(codes));
});

describe("a framework in another language", () => {
  const german = asking(["Wir wissen Bescheid.", "Wir werden gefragt."], {
    points: points(["Nein", "Ja"]),
    notApplicable: ["Trifft nicht zu"],
    dontKnow: ["Weiß nicht"],
  });
  const instrument = {
    ...instrumentOf(german, german.audiences[0]?.id ?? "", null, "de"),
    title: "Fragen",
    segments: [],
  };

  it.each(["limesurvey-tsv", "qualtrics-txt", "markdown", "google-forms-script"] as const)(
    "%s has its words",
    (target) => {
      const text = writeInstrument(target, instrument, german);
      expect(text).toContain("Trifft nicht zu");
      expect(text).toContain("Weiß nicht");
      const english = /Please|Thank you|about \d+ minute|Statement|Not applicable|Don.t know|About you/;
      expect(english.exec(text)).toBeNull();
    },
  );

  it("says so to LimeSurvey, whose rules it keeps", () => {
    const rows = limesurveyRows(writeInstrument("limesurvey-tsv", instrument, german));
    expect(limesurveyFaults(rows)).toEqual([]);
    expect(new Set(rows.flatMap((row) => (row["language"] ? [row["language"]] : [])))).toEqual(new Set(["de"]));
  });
});

describe("any text", () => {
  const sign = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(..."abc XYZ12") },
    fc.constantFrom(
      ..."\"'\\,;\t\n\r<>&{}[]$=+-@*/#|`~^%()_.:!?\u2028\u00fc\u4e2d",
      "\u{1F600}",
      "[[",
      "]]",
      "*/",
      "</script>",
    ),
  );
  const text = fc.array(sign, { minLength: 1, maxLength: 40 }).map((signs) => `Is it ${signs.join("")}?`);
  const texts = fc.uniqueArray(text, { minLength: 1, maxLength: 6 });

  it("comes through every writer as it is, or is refused", () => {
    fc.assert(
      fc.property(texts, (wordings) => {
        const one = asking(wordings);
        if (codesOf("google-forms-script", one).length > 0) return;
        const instrument = instrumentOf(one, "employees", null);
        const own = wordings.map((wording) => wording.replace(/[\s\p{Cc}\u2028]+/gu, " ").trim());
        const lime = limesurveyRows(writeInstrument("limesurvey-tsv", instrument, one));
        const qualtrics = writeInstrument("qualtrics-txt", instrument, one);
        const syntax = writeInstrument("codebook-spss", instrument, one);
        expect(limesurveyFaults(lime)).toEqual([]);
        expect(qualtricsFaults(qualtrics)).toEqual([]);
        expect(spssFaults(syntax, variableNames(syntax))).toEqual([]);
        const google = runAppsScript(writeInstrument("google-forms-script", instrument, one));
        for (const asked of [limesurveyQuestions(lime), qualtricsQuestions(qualtrics), google])
          expect(asked.slice(2).map(({ wording }) => wording)).toEqual(own);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});
