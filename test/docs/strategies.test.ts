import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LEVELS } from "../../src/cli/strategy-sheet.ts";
import { bundledShelf, pageOf, strategiesPage } from "./strategies-page.ts";

const written = readFileSync(path.resolve(import.meta.dirname, "../../docs/strategies.md"), "utf8");

describe("docs/strategies.md", () => {
  it("is what the YAML says, byte for byte (node scripts/docs/strategies.mjs writes it)", async () => {
    expect(written).toBe(await strategiesPage());
  });

  it("changes with every field", async () => {
    const shelf = await bundledShelf();
    const [first, ...rest] = shelf.strategies;
    if (first === undefined) throw new Error("no strategies");
    const changes = [
      { title: "X" },
      { level: "outward" as const },
      { actions: ["X"] },
      { firstStep: "X" },
      { outcome: "X" },
      { effort: 0.5 },
      { months: [99, null] as const },
      { facets: new Map([["care", 0.99]]) },
      { prerequisites: ["open-books"] },
      { audiences: ["partners"] },
      { breaches: ["care"] },
      { sectors: ["retail"] },
      { culture: new Map([["context", "X"]]) },
      { pitfall: "X" },
      { watch: "X" },
    ];
    for (const change of changes) {
      const strategies = [{ ...first, ...change }, ...rest];
      expect(pageOf({ ...shelf, strategies }), JSON.stringify(change)).not.toBe(written);
    }
  });

  it("has every strategy once, under a level of its own", async () => {
    const { strategies } = await bundledShelf();
    expect(written.match(/^### /gm)).toHaveLength(strategies.length);
    for (const { title } of Object.values(LEVELS)) expect(written).toMatch(new RegExp(`^## ${title}: `, "m"));
  });
});
