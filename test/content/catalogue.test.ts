import { describe, expect, it } from "vitest";
import type { FrameworkDocument } from "../../src/framework/document.ts";
import { SECONDS_PER_ITEM } from "../../src/framework/minutes.ts";
import { FACETS } from "../../src/framework/vocabulary.ts";
import { FRAMEWORKS, frameworkOf } from "./bundled.ts";
import { CATALOGUE, page } from "./catalogue.ts";
import { printOf } from "./similarity.ts";

function asked(framework: FrameworkDocument, audience: string) {
  return framework.items.filter(({ text }) => typeof text === "string" || Object.hasOwn(text, audience));
}

/** The preset of an item's scale, or its kind. */
function kindOf(
  framework: FrameworkDocument,
  { scale = framework.defaults?.scale ?? "" }: { readonly scale?: string },
): string {
  const own = framework.scales?.[scale];
  if (own === undefined) return scale;
  return own.preset ?? ["rating", "figure", "points"].find((kind) => Object.hasOwn(own, kind)) ?? "";
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));
}

/** What a page must name: dimensions; of a cell of a table ("Empathy: advanced") its row, of a sign its trend and severity. */
function titlesOf({ dimensions, triage }: FrameworkDocument): readonly string[] {
  if (triage !== undefined) return triage.signs.map(({ title }) => title);
  return dimensions.map(({ title }) => title.replace(/:.*$/, ""));
}

/** A page may say it in words of its own: half of those of the title are enough. */
function isNamed(title: string, words: ReadonlySet<string>): boolean {
  const own = [...printOf(title).words];
  return own.filter((word) => words.has(word)).length * 2 >= own.length;
}

describe("the bundled frameworks", () => {
  it("are these ten", () => {
    expect(FRAMEWORKS.map(({ id }) => id).toSorted()).toEqual(Object.keys(CATALOGUE).toSorted());
  });

  describe.each(Object.entries(CATALOGUE))("%s", (id, entry) => {
    const framework = frameworkOf(id);

    it("has its dimensions, items, audiences, scales and forms", () => {
      const audiences = framework.audiences.map((audience) => audience.id);
      expect(framework.dimensions).toHaveLength(entry.dimensions);
      expect(Object.fromEntries(audiences.map((one) => [one, asked(framework, one).length]))).toEqual(entry.items);
      expect(tally(framework.items.map((item) => kindOf(framework, item)))).toEqual(entry.scales);
      expect((framework.forms ?? []).map(({ items }) => items.length)).toEqual(entry.forms ?? []);
    });

    it("has at least one reverse-keyed opinion in five, for each audience", () => {
      for (const { id: audience } of framework.audiences) {
        const opinions = asked(framework, audience).filter(
          (item) => item.dimension !== undefined && kindOf(framework, item) === "agree",
        );
        const reversed = opinions.filter(({ reverse }) => reverse === true);
        expect(reversed.length * 5, audience).toBeGreaterThanOrEqual(opinions.length);
      }
    });

    it("takes twelve minutes at most, or has a form that does", () => {
      const longest = Math.max(...Object.values(entry.items));
      const shortest = Math.min(longest, ...(framework.forms ?? []).map(({ items }) => items.length));
      expect((shortest * SECONDS_PER_ITEM) / 60).toBeLessThanOrEqual(12);
    });

    it("says where its wording comes from", () => {
      const provenance = framework.provenance.replace(/\s+/g, " ");
      expect(provenance).toMatch(/^Own (?:choice and )?wording/);
      expect(provenance).toMatch(/not yet validated/i);
      const citations = (framework.sources ?? []).map(({ citation }) => citation);
      for (const source of entry.sources ?? [])
        expect(
          citations.some((one) => source.test(one)),
          `${source}`,
        ).toBe(true);
    });

    it("has a guide in four parts", () => {
      expect(Object.keys(framework.guide ?? {})).toEqual(["when", "whom", "read", "limits"]);
      for (const [part, text] of Object.entries(framework.guide ?? {})) {
        expect(text.split(/[.!?](?:\s|$)/).filter(Boolean).length, part).toBeGreaterThanOrEqual(2);
      }
      expect(framework.guide?.limits.replace(/\s+/g, " ")).toMatch(/not (?:yet )?(?:been )?validated|starting values/i);
    });

    it("has a page that names its dimensions", () => {
      const text = page(id);
      const words = printOf(text).words;
      expect(text.startsWith(`# `)).toBe(true);
      expect(text.split("\n")[0]).toContain(`\`${id}\``);
      const parts = ["## When to use it", "## Whom to ask", "## How to read it", "## Limits"];
      expect((text.match(/^## .*$/gm) ?? []).filter((heading) => parts.includes(heading))).toEqual(parts);
      expect(titlesOf(framework).filter((title) => !isNamed(title, words))).toEqual([]);
    });

    it("ties each dimension to facets", () => {
      for (const { id: dimension, facets = {}, supplementary } of framework.dimensions) {
        const names = Object.keys(facets);
        expect(names.filter((name) => !FACETS.some((facet) => facet === name))).toEqual([]);
        if (supplementary === true) continue;
        expect(names.length, dimension).toBeGreaterThanOrEqual(1);
        expect(names.length, dimension).toBeLessThanOrEqual(3);
      }
    });

    it("has findings of good news and of bad", () => {
      const findings = framework.findings ?? [];
      expect(findings.length).toBeGreaterThanOrEqual(6);
      expect(findings.some(({ severity }) => severity === "strength")).toBe(true);
      expect(findings.filter(({ ask }) => ask === undefined).map((one) => one.id)).toEqual([]);
    });
  });
});
