import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { facetMeanings, LEVELS, type StrategyShelf, strategyFacts } from "../../src/cli/strategy-sheet.ts";
import { readProfile } from "../../src/framework/profile.ts";
import { readStrategy } from "../../src/framework/strategy.ts";
import { markdownSheet } from "../../src/render/markdown/draw.ts";
import type { Block } from "../../src/render/sheet.ts";

const FRAMEWORKS = path.resolve(import.meta.dirname, "../../frameworks");

/** docs/strategies.md, made of the YAML of the catalogue: each strategy with every field, by level. */
export async function strategiesPage(): Promise<string> {
  return pageOf(await bundledShelf());
}

export function pageOf(shelf: StrategyShelf): string {
  const { strategies, facets } = shelf;
  const page = markdownSheet({
    title: "Strategies",
    blocks: [
      paragraph(
        `A plan chooses its steps from these ${strategies.length} strategies. Each answers some facets of trust, with a strength: the part of the need for the facet that it takes away, from 0 to 1. How a plan is made of them is told in diagnosis.md, and how to write one in framework-format.md; trust-audit frameworks show ID prints the same of one of them.`,
      ),
      paragraph(
        "Effort is 1 (low), 1.5 (low to medium), 2 (medium), 3 (medium to high) or 4 (high); months are those until it shows. Both are starting estimates from practice. A profile lifts or lowers the strengths by its factor; none goes above 1. This page is made of frameworks/strategies/ by node scripts/docs/strategies.mjs.",
      ),
      heading(2, "Facets"),
      {
        kind: "table",
        columns: [{ title: "facet" }, { title: "means" }, { title: "strategies, the strongest first" }],
        rows: [...facets].map(([facet, means]) => [facet, means, addressing(facet, shelf)]),
      },
      ...Object.entries(LEVELS).flatMap(([level, { title, about }]): readonly Block[] => [
        heading(2, `${title}: ${about}`),
        ...strategies
          .filter((one) => one.level === level)
          .flatMap((strategy) => [
            heading(3, strategy.title),
            { kind: "facts" as const, rows: strategyFacts(strategy, shelf).filter(({ label }) => label !== "level") },
          ]),
      ]),
    ],
  });
  return page.replace(/\b(?:diagnosis|framework-format)\.md\b/g, "[$&]($&)");
}

function addressing(facet: string, { strategies }: StrategyShelf): string {
  const own = strategies.flatMap(({ id, facets }) => {
    const strength = facets.get(facet);
    return strength === undefined ? [] : [{ id, strength }];
  });
  return own
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ id, strength }) => `${id} ${strength}`)
    .join(", ");
}

/** The catalogue as it is in the checkout, without a build. */
export async function bundledShelf(): Promise<StrategyShelf> {
  const strategies = await Promise.all(
    texts("strategies").map(async (one) => present((await readStrategy(one)).strategy, one.file)),
  );
  const profiles = await Promise.all(
    texts("profiles").map(async (one) => present((await readProfile(one)).profile, one.file)),
  );
  const facets = facetMeanings(readFileSync(path.join(FRAMEWORKS, "strategy.schema.json"), "utf8"));
  return { strategies, profiles, facets };
}

function texts(folder: string): readonly { readonly file: string; readonly text: string }[] {
  const names = readdirSync(path.join(FRAMEWORKS, folder)).filter((name) => name.endsWith(".yaml"));
  return names.toSorted().map((file) => ({ file, text: readFileSync(path.join(FRAMEWORKS, folder, file), "utf8") }));
}

function present<T>(read: T | null, file: string): T {
  if (read === null) throw new Error(`${file} cannot be used.`);
  return read;
}

function heading(level: 2 | 3, text: string): Block {
  return { kind: "heading", level, text };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}
