import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseAnswer } from "../../../src/framework/answer-text.ts";
import { answerTable, codeAnswer } from "../../../src/response/answers/answers.ts";
import { DONT_KNOW, NOT_APPLICABLE } from "../../../src/response/answers/words.ts";
import { DONT_KNOW_ABROAD, NOT_APPLICABLE_ABROAD } from "../../../src/response/answers/words-translated.ts";
import { MISSING } from "../../../src/response/types.ts";
import { AGREE, RATING, TURNOVER } from "../fixture.ts";

const SEED = { seed: 20261122 };
const agree = answerTable("C1", AGREE);
const rating = answerTable("recommend", RATING);
// Growth, say: below 0 and above 100 there are percentages, too.
const turnover = answerTable("T1", { ...TURNOVER, worst: -100_000, best: 100_000 });

describe("answers on a labelled scale", () => {
  it.each([
    ["Agree", 4],
    ["  agree ", 4],
    ["AGREE", 4],
    ["Strongly agree", 5],
    ["Strongly\u00a0 agree", 5],
    ["Disagree strongly", 1],
    ["Neutral", 3],
    ["4", 4],
    ["4.0", 4],
    ["4,0", 4],
    ["+4", 4],
    ["5 - Strongly agree", 5],
    ["5 – Strongly agree", 5],
    ["(5) Strongly agree", 5],
    ["5) Strongly agree", 5],
    ["5. Strongly agree", 5],
    ["5: Strongly agree", 5],
    ["Strongly agree (5)", 5],
    ["Strongly agree - 5", 5],
    ["Strongly agree: 5", 5],
    ["", MISSING.unanswered],
    ["   ", MISSING.unanswered],
    ["N/A", MISSING.notApplicable],
    ["#N/A", MISSING.notApplicable],
    ["n.a.", MISSING.notApplicable],
    ["Not applicable", MISSING.notApplicable],
    ["No basis to judge", MISSING.notApplicable],
    ["not my FIELD", MISSING.notApplicable],
    ["-98", MISSING.notApplicable],
    ["−98", MISSING.notApplicable],
    ["Don’t know", MISSING.dontKnow],
    ["Do not know", MISSING.dontKnow],
    ["Prefer not to say", MISSING.dontKnow],
    ["ask someone else", MISSING.dontKnow],
    // A survey tool numbers all its choices; 8 is no code of this scale.
    ["Not Applicable (8)", MISSING.notApplicable],
    // A point's own word wins over the built-in kinds of missing.
    ["Undecided", 3],
  ])("%j is %d", (text, code) => {
    expect(codeAnswer(agree, text)).toBe(code);
  });

  it.each([
    ["-99"],
    ["6"],
    ["0"],
    ["4.5"],
    ["45"],
    [",4"],
    ["4,"],
    ["Agre"],
    ["Agree; and more"],
    ["Agree strongly disagree"],
    ["7 - Splendid"],
    ["5 -"],
    ["04"],
    ["."],
  ])("%j is unknown", (text) => {
    expect(codeAnswer(agree, text)).toEqual({ kind: "unknown" });
  });

  it.each([
    ["Agree (5)", "agree", 4, 5],
    ["1 - Strongly agree", "strongly agree", 5, 1],
    ["Agree (8)", "agree", 4, 8],
    ["Not applicable (5)", "not applicable", null, 5],
    ["4 (5)", "4", 4, 5],
  ])("%j contradicts itself: %j", (text, ...[label, code, number]) => {
    expect(codeAnswer(agree, text)).toEqual({ kind: "disagrees", label, code, number });
  });

  it("reads the ends of a rating scale with their words", () => {
    expect(codeAnswer(rating, "0 - Not at all likely")).toBe(0);
    expect(codeAnswer(rating, "10 – Extremely likely")).toBe(10);
    expect(codeAnswer(rating, "7")).toBe(7);
    expect(codeAnswer(rating, "9 - Extremely likely")).toMatchObject({ kind: "disagrees", code: 10, number: 9 });
  });

  const points = AGREE.points.flatMap(({ code, label, aliases }) =>
    [label ?? "", ...aliases].map((word) => ({ code, word })),
  );
  const padding = fc.constantFrom("", " ", "  ", "\u00a0", "\t", "\ufeff");

  it("codes every spelling of a point to its point", () => {
    const spelling = fc.record({
      point: fc.constantFrom(...points),
      before: padding,
      after: padding,
      inner: fc.constantFrom(" ", "\u00a0", "  ", "\u202f"),
      case: fc.constantFrom("as is", "upper", "lower"),
      number: fc.constantFrom("none", "first -", "first )", "(first)", "first .", "first :", "last ()", "last -"),
    });
    fc.assert(
      fc.property(spelling, (one) => {
        const word =
          one.case === "upper"
            ? one.point.word.toUpperCase()
            : one.case === "lower"
              ? one.point.word.toLowerCase()
              : one.point.word;
        const { code } = one.point;
        const numbered = {
          none: word,
          "first -": `${code} - ${word}`,
          "first )": `${code}) ${word}`,
          "(first)": `(${code}) ${word}`,
          "first .": `${code}. ${word}`,
          "first :": `${code}: ${word}`,
          "last ()": `${word} (${code})`,
          "last -": `${word} - ${code}`,
        }[one.number];
        expect(codeAnswer(agree, one.before + numbered.replaceAll(" ", one.inner) + one.after)).toBe(code);
      }),
      SEED,
    );
  });

  it("never gives a code to a text that is neither a point nor carries its label", () => {
    const words = points.map(({ word }) => normaliseAnswer(word));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (text) => {
        const code = codeAnswer(agree, text);
        if (typeof code !== "number" || code <= MISSING.unknown) return;
        const read = normaliseAnswer(text);
        expect(
          words.some((word) => read.includes(word)) ||
            /^\+?[1-5]([.,]0{1,2})?$/.test(read) ||
            /^\(?[1-5].*[1-5]\)?$/.test(read),
        ).toBe(true);
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it("normalises once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = normaliseAnswer(text);
        expect(normaliseAnswer(once)).toBe(once);
      }),
      SEED,
    );
  });
});

describe("figures", () => {
  it.each([
    ["12", 1200],
    ["12.5", 1250],
    ["12,5", 1250],
    ["12.50", 1250],
    ["12.5000", 1250],
    ["0,125", { kind: "decimals", most: 2 }],
    ["-3.1", -310],
    ["+3.1", 310],
    ["-0", 0],
    ["007", 700],
    ["12.5%", 1250],
    ["12.5 % a year", 1250],
    // 0.29 × 100 is 28.999999999999996 in binary fractions.
    ["0.29", 29],
    ["1.005", { kind: "ambiguous" }],
    ["1,234", { kind: "ambiguous" }],
    ["1,234.5", { kind: "unknown" }],
    ["1 234", { kind: "unknown" }],
    ["12.345", { kind: "ambiguous" }],
    ["12.3456", { kind: "decimals", most: 2 }],
    ["1e3", { kind: "unknown" }],
    ["about 12", { kind: "unknown" }],
    ["99999999", { kind: "too large" }],
    ["n/a", MISSING.notApplicable],
    ["don't know", MISSING.dontKnow],
    ["", MISSING.unanswered],
  ])("%j is %j", (text, value) => {
    expect(codeAnswer(turnover, text)).toEqual(value);
  });

  it("takes a point with three decimals where the scale has as many", () => {
    const three = answerTable("T1", { ...TURNOVER, decimals: 3 });
    expect(codeAnswer(three, "1.234")).toBe(1234);
    expect(codeAnswer(three, "1,234")).toEqual({ kind: "ambiguous" });
  });

  it("keeps every figure exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: -6_000_000, max: 6_000_000 }), fc.constantFrom(".", ","), (scaled, mark) => {
        const digits = String(Math.abs(scaled)).padStart(3, "0");
        const text = `${scaled < 0 ? "-" : ""}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
        expect(codeAnswer(turnover, text)).toBe(scaled);
      }),
      SEED,
    );
  });
});

describe("the built-in words for no answer", () => {
  it("are written as answers are compared", () => {
    const words = [...DONT_KNOW, ...DONT_KNOW_ABROAD, ...NOT_APPLICABLE, ...NOT_APPLICABLE_ABROAD];
    expect(words.map(normaliseAnswer)).toEqual(words);
  });
});

describe("figures that are none", () => {
  const parts = answerTable("T1", { ...TURNOVER, unit: "% of orders" });
  const rate = answerTable("T1", TURNOVER);
  const losses = answerTable("T1", { ...TURNOVER, unit: "%", worst: -50, best: 200 });
  const euros = answerTable("T1", { ...TURNOVER, unit: "EUR", worst: 0, best: 5000 });
  const wait = answerTable("T1", { ...TURNOVER, unit: "hours", worst: 72, best: 1 });
  it.each<[string, typeof parts, string, number | null]>([
    ["a percentage", parts, "45", 4500],
    ["of everybody", parts, "100 %", 10_000],
    ["of more than everybody", parts, "101", null],
    ["a rate of more than everybody", rate, "101", 10_100],
    ["of 4500", parts, "4500", null],
    ["below nothing", parts, "-3", null],
    ["below nothing, where the scale goes there", losses, "-3", -300],
    ["above the whole, where the scale goes there", losses, "150", 15_000],
    ["-99", wait, "-99", null],
    ["-66", wait, "-66", null],
    ["999", wait, "999", null],
    ["9999", wait, "9999", null],
    ["99", wait, "99", 9900],
    ["another large one", wait, "998", 99_800],
    ["999, within the scale", euros, "999", 99_900],
    ["9999, beyond it", euros, "9999", null],
    ["a loss of 12", euros, "-12", -1200],
  ])("%s", (_, table, text, value) => {
    expect(codeAnswer(table, text)).toEqual(value ?? { kind: "unknown" });
  });

  it("are kept apart where the framework lists them", () => {
    const listed = answerTable("T1", { ...TURNOVER, notApplicable: ["-99"] });
    expect(codeAnswer(listed, "-99")).toBe(MISSING.notApplicable);
  });
});

describe("answers in other languages and writings", () => {
  const points = AGREE.points.map((point) => ({
    ...point,
    translations: new Map([
      [
        "de",
        [["Stimme gar nicht zu"], ["Stimme nicht zu"], ["Weder noch"], ["Stimme zu"], ["Stimme völlig zu"]][
          point.code - 1
        ] ?? [],
      ],
      ["ar", [["لا أوافق بشدة"], ["لا أوافق"], ["محايد"], ["أوافق"], ["أوافق بشدة"]][point.code - 1] ?? []],
      [
        "tr",
        [["Kesinlikle katılmıyorum"], ["Katılmıyorum"], ["Kararsızım"], ["Katılıyorum"], ["Kesinlikle katılıyorum"]][
          point.code - 1
        ] ?? [],
      ],
    ]),
  }));
  const table = answerTable("C1", { ...AGREE, points });

  it.each([
    ["Stimme zu", 4],
    ["STIMME VÖLLIG ZU", 5],
    ["Stimme v\u006f\u0308llig zu", 5],
    ["Stimme zu (4)", 4],
    ["أوافق", 4],
    ["\u200fأوافق بشدة\u200e", 5],
    ["\u2067أوافـــق\u2069", 4],
    ["أوافق بشدّة", 5],
    ["٤", 4],
    ["۴", 4],
    ["\uff14", 4],
    ["KATILIYORUM", 4],
    ["Katılıyorum", 4],
    ["KES\u0130NL\u0130KLE KATILMIYORUM", 1],
    ["Weiß nicht", MISSING.dontKnow],
    ["Je ne sais pas", MISSING.dontKnow],
    ["לא רלוונטי", MISSING.notApplicable],
    ["Agree / Stimme zu", 4],
  ])("%j is %d", (text, code) => {
    expect(codeAnswer(table, text)).toBe(code);
  });

  it("are several where two of them are not one", () => {
    expect(codeAnswer(table, "Agree / Stimme nicht zu")).toMatchObject({ kind: "several" });
  });
});

describe("an answer as it is looked up", () => {
  it("stays as it is when it is looked up again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normaliseAnswer(normaliseAnswer(text))).toBe(normaliseAnswer(text));
      }),
      SEED,
    );
  });
  it("is the same composed and decomposed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normaliseAnswer(text.normalize("NFD"))).toBe(normaliseAnswer(text.normalize("NFC")));
      }),
      SEED,
    );
  });
});

describe("a table that a mapping closed", () => {
  const open = answerTable("C1", AGREE);
  const codes = new Map([
    ["4", 4],
    ["5", 5],
    ["agree", 4],
  ]);
  const closed = { ...open, codes, languages: new Map(), closed: true };

  it.each(["4.0", "+4", "Agree;", "5 - Agree", "Agree (4)", "4;Agree", "Agree; 5", "Strongly agree"])(
    "refuses %j",
    (cell) => {
      expect(codeAnswer(closed, cell)).toEqual({ kind: "unknown" });
    },
  );

  it("reads what it lists", () => {
    expect(["4", " AGREE ", "5", ""].map((cell) => codeAnswer(closed, cell))).toEqual([4, 4, 5, MISSING.unanswered]);
  });
});

describe("a label with its number", () => {
  it.each<[string, unknown]>([
    ["4.0 - Agree", 4],
    ["4.00 Agree", 4],
    ["Agree [4]", 4],
    ["Agree (4.0)", 4],
    ["[4] Agree", 4],
    ["Agree - 4.0", 4],
    ["4.5 - Agree", { kind: "unknown" }],
    ["Agree [4.5]", { kind: "unknown" }],
    ["Agree [2]", { kind: "disagrees", label: "agree", code: 4, number: 2 }],
    ["2.0 - Agree", { kind: "disagrees", label: "agree", code: 4, number: 2 }],
  ])("%j", (cell, value) => {
    expect(codeAnswer(agree, cell)).toEqual(value);
  });
});
