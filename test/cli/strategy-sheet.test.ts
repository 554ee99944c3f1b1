import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { facetMeanings, strategiesSheet, strategySheet } from "../../src/cli/strategy-sheet.ts";
import type { Strategy } from "../../src/framework/types.ts";
import { renderSheet } from "../../src/render/terminal/sheet.ts";
import { bundledShelf } from "../docs/strategies-page.ts";

const shelf = await bundledShelf();

function strategy(id: string): Strategy {
  const found = shelf.strategies.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** As at a terminal of 80 columns, its lines joined. */
async function shown(one: Strategy): Promise<string> {
  const text = await renderSheet(strategySheet(one, shelf), { width: 80, color: false });
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  return text.replace(/\s+/g, " ");
}

describe("a strategy as it is shown", () => {
  it("has every field in words", async () => {
    const one = strategy("algorithm-audit");
    const text = await shown(one);
    const { title, outcome, firstStep, actions, pitfall, watch, culture } = one;
    for (const says of [title, outcome, firstStep, ...actions, pitfall, watch, ...culture.values()])
      expect(text).toContain(says);
    expect(text).toContain("effort 3 (medium to high) shows in 6 to 12 months");
    expect(text).toContain("automation 0.6 Machines serve people and stay answerable.");
    expect(text).toContain("for customers and employees");
    expect(text).toContain("after a breach of privacy, integrity or competence");
  });

  it("says what must come first, and what it comes before", async () => {
    expect(await shown(strategy("algorithm-audit"))).toContain(
      "needs first Keep a person in the loop (human-in-the-loop)",
    );
    const later = await shown(strategy("human-in-the-loop"));
    expect(later).toContain("needs first nothing needed by");
    expect(later).toContain("Audit algorithms and allow appeal (algorithm-audit)");
    expect(await shown({ ...strategy("algorithm-audit"), prerequisites: ["elsewhere"] })).toContain(
      "needs first elsewhere",
    );
  });

  it("says which profiles lift it and which lower it", async () => {
    expect(await shown(strategy("quality-control"))).toMatch(/lifted by .*healthcare × 1\.3.* lowered by/);
    const everywhere = { ...strategy("quality-control"), sectors: ["technology"] };
    const [before, after] = [await shown(strategy("quality-control")), await shown(everywhere)];
    expect(before).toContain("sectors any");
    expect(after).toMatch(/sectors technology lifted by .*technology × 1\.15/);
    const lowered = shelf.profiles.flatMap(({ keys }) =>
      keys.flatMap(({ id, values }) =>
        [...values].flatMap(([value, { strategies }]) =>
          [...strategies].flatMap(([one, fit]) => (fit < 1 ? [{ one, says: `culture:${id}=${value} × ${fit}` }] : [])),
        ),
      ),
    );
    expect(lowered.length).toBeGreaterThan(0);
    for (const { one, says } of lowered.slice(0, 3)) expect(await shown(strategy(one))).toContain(says);
  });

  it("is for all where it names none", async () => {
    const one = { ...strategy("algorithm-audit"), audiences: [], breaches: [], prerequisites: [] };
    expect(await shown(one)).toMatch(/for everyone after a breach of any kind/);
    expect(await shown({ ...one, id: "new" })).toContain("lifted by no profile lowered by no profile");
  });
});

describe("the strategies as they are listed", () => {
  it("stand by level with effort and months", async () => {
    const text = await renderSheet(strategiesSheet(shelf.strategies), { width: 80, color: false });
    expect(text).toContain(`${shelf.strategies.length} strategies`);
    for (const { id } of shelf.strategies) expect(text).toMatch(new RegExp(`^ *${id} `, "m"));
    expect(text).toMatch(/psychological-safety +Make it safe to speak +4 +12 or more/);
    expect(text).toMatch(/promise-ledger +Keep a ledger of promises +1 +1 to 6/);
    expect(text.indexOf("Initial:")).toBeLessThan(text.indexOf("Governance:"));
    expect(JSON.stringify(strategiesSheet([strategy("open-books")]))).not.toContain("Governance:");
  });
});

describe("the facets", () => {
  it("mean what the schema says", () => {
    const schema = readFileSync(path.join(import.meta.dirname, "../../frameworks/strategy.schema.json"), "utf8");
    expect(facetMeanings(schema).get("voice")).toBe("Speaking up is safe.");
    expect(facetMeanings(schema).size).toBe(18);
  });
});
