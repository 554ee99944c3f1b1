import { describe, expect, it } from "vitest";
import { FRAMEWORKS, PROFILES, STRATEGIES, textsOf } from "./bundled.ts";
import { CATALOGUE, page } from "./catalogue.ts";

/** Claims of what something does to trust, in numbers or with the authority of studies. */
const FIGURES =
  /\d\s*(?:%|per ?cent)|\b[rdRη]²?\s*=\s*-?[.\d]|\bp\s*[<=]\s*[.\d]|\beffect sizes?\b|\b\d+ times (?:more|less|as)\b|\b(?:up to|by) \d+ (?:points|times)\b/i;
const AUTHORITY =
  /\bproven\b|\b(?:studies|research|evidence|experts?) (?:shows?|suggests?|finds?|proves?)\b|\bsignificant(?:ly)?\b|\bscientific(?:ally)?\b|\b(?:doubles|trebles) (?:trust|sales|profit|output)\b/i;

/** American spellings that slip in; each with the British form in mind. */
const AMERICAN =
  /\b(?:\w*(?:organiz|recogniz|apologiz|prioritiz|minimiz|maximiz|realiz|customiz|summariz|emphasiz|analyz|utiliz|standardiz|anonymiz|criticiz)\w*|behaviors?|colors?|favor(?:s|ed|able|ite)?|honor(?:s|ed)?|labor|neighbor\w*|rumors?|center(?:s|ed)?|defense|offense|fulfill(?:s|ment)?|enroll(?:s|ment)|skillful|traveled|traveling|canceled|labeled|modeled|counselor|program(?:s)?|catalogs?|gray|gotten|skeptic\w*|judgment)\b/i;

function* texts(): Iterable<readonly [string, string]> {
  for (const document of [...FRAMEWORKS, ...PROFILES, ...STRATEGIES]) {
    // Titles of works keep the spelling they have.
    const { sources: _sources, ...rest } = document as { readonly id: string; readonly sources?: unknown };
    for (const [way, text] of textsOf(rest)) yield [`${rest.id}.${way}`, text.replace(/\s+/g, " ")];
  }
}

describe("what is said", () => {
  it.each([
    ["Trust rises by 40%.", FIGURES],
    ["Trust and sales go together (r = .4).", FIGURES],
    ["Research shows that this works.", AUTHORITY],
    ["A proven way.", AUTHORITY],
    ["People organize themselves.", AMERICAN],
    ["Behavior at work.", AMERICAN],
  ])("would be told: %s", (text, told) => {
    expect(text).toMatch(told);
  });

  it("holds no figure of an effect and no authority of studies", () => {
    expect([...texts()].filter(([, text]) => FIGURES.test(text) || AUTHORITY.test(text))).toEqual([]);
  });

  it("is in British spelling", () => {
    expect([...texts()].filter(([, text]) => AMERICAN.test(text))).toEqual([]);
  });

  it("keeps to it on the pages, where per cent are worst and best values of figures", () => {
    // What stands in brackets with a year names a work, in the spelling it has.
    const lines = Object.keys(CATALOGUE).flatMap((id) =>
      page(id)
        .replace(/\([^()]*\b(?:19|20)\d\d\b[^()]*\)/g, "")
        .split("\n"),
    );
    expect(lines.filter((line) => AMERICAN.test(line) || AUTHORITY.test(line))).toEqual([]);
    const pages = Object.keys(CATALOGUE).filter((id) => FIGURES.test(page(id)));
    expect(pages).toEqual(["trust-indicators"]);
  });
});
