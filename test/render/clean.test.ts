import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanDeep, cleanLines, cleanText } from "../../src/render/clean.ts";
import { SAMPLE } from "./sample.ts";

const CASES: readonly (readonly [string, string, string])[] = [
  ["plain text stays", "Sales & service, 2nd floor", "Sales & service, 2nd floor"],
  ["letters of the world stay", "Größe Ωμέγα 営業 Отдел", "Größe Ωμέγα 営業 Отдел"],
  ["colours go", "\u001b[31mred\u001b[0m", "red"],
  ["titles go", "a\u001b]0;pwned\u0007b", "ab"],
  ["links go", "\u001b]8;;http://x\u001b\\click\u001b]8;;\u001b\\", "click"],
  ["one-byte sequences go", "a\u009b2Jb", "a2Jb"],
  ["nulls and bells go", "a\u0000b\u0007c", "abc"],
  ["line breaks and tabs become spaces", "a\r\nb\tc\u2028d", "a b c d"],
  ["brackets after a line break stay", "a\n[1]", "a [1]"],
  ["spaces are collapsed", "  a   b ", "a b"],
  ["marks that turn text round go", "a\u202egnp.exe\u2066", "agnp.exe"],
  ["zero-width spaces go", "pay\u200bpal", "paypal"],
  ["joined emoji stay whole", "👩‍🔬 lab", "👩‍🔬 lab"],
  ["lone surrogates go", "a\ud800b", "ab"],
];

describe("clean text", () => {
  it.each(CASES)("%s", (_, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  it("is safe and stable whatever it is given", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it("cuts names short and leaves numbers alone", () => {
    const cleaned = cleanDeep({ label: "x".repeat(5000), n: 7, deep: [{ text: "\u001b[1mbold" }] });
    expect([...cleaned.label]).toHaveLength(100);
    expect(cleaned.label.endsWith("…")).toBe(true);
    expect(cleaned.n).toBe(7);
    expect(cleaned.deep).toEqual([{ text: "bold" }]);
  });

  it("cleans deep exactly as it cleans one text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 20 }),
      fc.constantFrom(" a", "b ", "c  d", "plain", "e\n", 'say "f"', '"', '"g" ', "h\\", 'i\\" '),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.string({ minLength: 90, maxLength: 130 }), (texts, label) => {
        const cleaned = cleanDeep({ texts, inner: { label } });
        expect(cleaned).toEqual({ texts: texts.map((one) => cleanText(one)), inner: { label: cleanText(label, 100) } });
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it("leaves a clean document as it is", () => {
    expect(cleanDeep(SAMPLE)).toBe(SAMPLE);
    const quoted = { topic: '"Not applicable" is counted apart', list: ['a "b"'] };
    expect(cleanDeep(quoted)).toBe(quoted);
  });

  it("finds what is unclean beside a quote", () => {
    const long = `${"x".repeat(60)}"${"x".repeat(60)}`;
    expect(cleanDeep({ label: long }).label).toHaveLength(100);
    expect(cleanDeep({ text: `"${"y ".repeat(800)}` }).text).toHaveLength(1200);
    expect(cleanDeep({ text: 'a "b" ' })).toEqual({ text: 'a "b"' });
  });

  it("keeps the layout of laid-out text", () => {
    expect(cleanLines("a:\n    b\u001b[31m c\n\tend")).toBe("a:\n    b c\n  end");
  });

  it("cuts long names in lists, wherever they stand in them", () => {
    const long = "n".repeat(150);
    expect(cleanDeep({ by: ["department", "a ] b", long] }).by[2]).toHaveLength(100);
    expect(cleanDeep({ columns: [long] }).columns[0]).toHaveLength(100);
    expect(cleanDeep({ text: [long] }).text[0]).toHaveLength(150);
  });
});
