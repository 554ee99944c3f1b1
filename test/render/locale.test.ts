import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inLocale, withLocale } from "../../src/render/locale.ts";
import { chance, count, exact, interval, mean, nps, points, pValue, share, short } from "../../src/render/numbers.ts";

describe("numbers of a language", () => {
  it.each([
    [null, "1,234,567", "−1,234.57", "12.5"],
    ["en-GB", "1,234,567", "−1,234.57", "12.5"],
    ["de-DE", "1.234.567", "−1.234,57", "12,5"],
    ["de-CH", "1’234’567", "−1’234.57", "12.5"],
    ["fr-FR", "1\u202f234\u202f567", "−1\u202f234,57", "12,5"],
    ["hi-IN", "12,34,567", "−1,234.57", "12.5"],
    ["es-ES", "1.234.567", "−1234,57", "12,5"],
    ["ar-EG", "1,234,567", "−1,234.57", "12.5"],
  ])("in %s", (locale, million, negative, half) =>
    expect(withLocale(locale, () => [count(1234567), mean(-1234.567), short(12.5)])).toEqual([million, negative, half]),
  );

  it("are judged by their value and not by how they look", () =>
    withLocale("de-DE", () => {
      expect(share(0.0001)).toBe("under 1 %");
      expect(share(0.9999, 1)).toBe("over 99,9 %");
      expect(chance(1)).toBe("over 99 %");
      expect(pValue(0.0001)).toBe("under 0,001");
      expect(nps(0.4)).toBe("0");
      expect(points(1.25, 1)).toBe("+1,3");
      expect(short(1234.5)).toBe("1.234,5");
      expect(exact(1234.5)).toBe("1234,5");
      expect(interval({ low: -0.04, high: 0.04 }, mean)).toBe("−0,04 to 0,04");
    }));

  it("end with what they were set for, however that ends, one within the other", () => {
    const inside = withLocale("de-DE", () => [mean(1.5), withLocale("fr-FR", () => mean(1.5)), mean(1.5)]);
    expect(inside).toEqual(["1,50", "1,50", "1,50"]);
    expect(withLocale("de-DE", () => [mean(1.5), withLocale(null, () => mean(1.5)), mean(1.5)])).toEqual([
      "1,50",
      "1.50",
      "1,50",
    ]);
    expect(() =>
      withLocale("de-DE", () => {
        throw new Error("within");
      }),
    ).toThrow("within");
    expect(mean(1.5)).toBe("1.50");
  });

  it("are the same digits in every language, whatever else ran before", () =>
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.constantFrom("de-DE", "de-CH", "fr-FR", "hi-IN", "ar-EG", "sv-SE", "pt-BR", "ja-JP"),
        (value, locale) => {
          const digits = (text: string) => text.replace(/[^\d−+]/g, "");
          const plain = mean(value);
          expect(digits(withLocale(locale, () => mean(value)))).toBe(digits(plain));
          expect(mean(value)).toBe(plain);
        },
      ),
    ));

  it("stay as they are where they are too long to be digits", () => expect(inLocale("1e+21", true)).toBe("1e+21"));
});
