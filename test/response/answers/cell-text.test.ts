import { describe, expect, it } from "vitest";
import { repairedEncoding, withoutHtml } from "../../../src/response/answers/cell-text.ts";

describe("a text without HTML", () => {
  it.each([
    ["<b>Agree</b>", "Agree"],
    ["Don&#39;t know", "Don't know"],
    ["Don&#x27;t", "Don't"],
    ["R&eacute;sum&Eacute;", "RésumÉ"],
    ["Gr&ouml;&szlig;e", "GrößE".replace("E", "e")],
    ["a &lt; b", "a < b"],
    ["&unknown;", "&unknown;"],
    ["&#9999999;", "&#9999999;"],
    ["5 < 6 > 4", "5 < 6 > 4"],
  ])("%j is %j", (text, plain) => {
    expect(withoutHtml(text).trim()).toBe(plain);
  });
});

describe("an encoding that was read wrong", () => {
  it.each([
    ["Stimme Ã¼berhaupt nicht zu", "Stimme überhaupt nicht zu"],
    ["Donâ€™t know", "Don’t know"],
    ["Ni dâ€™accord", "Ni d’accord"],
  ])("%j was %j", (text, repaired) => {
    expect(repairedEncoding(text)).toBe(repaired);
  });

  it.each([["Agree"], ["überhaupt"], ["Ã"], ["Ã¼ and 日本"], ["Ã¼ and ü"]])("%j is left", (text) => {
    expect(repairedEncoding(text)).toBeUndefined();
  });
});
