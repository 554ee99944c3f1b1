import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readFramework } from "../../src/framework/read.ts";
import { lintCatalogue, readStrategy } from "../../src/framework/strategy.ts";
import { newFramework } from "../../src/framework/template.ts";
import type { Strategy } from "../../src/framework/types.ts";

const FRAMEWORKS = path.join(import.meta.dirname, "../../frameworks");
const STRATEGIES = path.join(FRAMEWORKS, "strategies");

function yamlIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith(".yaml"));
}

const catalogue: Strategy[] = [];

beforeAll(async () => {
  for (const file of yamlIn(STRATEGIES)) {
    const { strategy } = await readStrategy({ text: readFileSync(path.join(STRATEGIES, file), "utf8"), file });
    if (strategy !== null) catalogue.push(strategy);
  }
});

describe("the strategies of the catalogue", () => {
  it.each(yamlIn(STRATEGIES))("%s has no problem", async (file) => {
    const { strategy, problems } = await readStrategy({
      text: readFileSync(path.join(STRATEGIES, file), "utf8"),
      file,
    });
    expect(problems).toEqual([]);
    expect(`${strategy?.id}.yaml`).toBe(file);
  });

  it("have no problem together", () => {
    expect(catalogue.length).toBe(yamlIn(STRATEGIES).length);
    expect(lintCatalogue(catalogue, yamlIn(STRATEGIES))).toEqual([]);
  });
});

describe("the bundled frameworks", () => {
  it("are there", () => {
    expect(yamlIn(FRAMEWORKS)).toEqual(expect.arrayContaining(["distrust-symptoms.yaml", "trust-equation.yaml"]));
  });

  it.each(yamlIn(FRAMEWORKS))("%s has no problem and no warning", async (file) => {
    const text = readFileSync(path.join(FRAMEWORKS, file), "utf8");
    const { framework, problems } = await readFramework({ text, file, catalogue, hash: "0", wording: true });
    expect(problems).toEqual([]);
    expect(`${framework?.id}.yaml`).toBe(file);
    expect(text.startsWith("# yaml-language-server: $schema=./framework.schema.json\n")).toBe(true);
  });

  it("give the trust quotient its known ends", async () => {
    const text = readFileSync(path.join(FRAMEWORKS, "trust-equation.yaml"), "utf8");
    const { framework } = await readFramework({ text, file: "f", hash: "0" });
    expect(framework?.composites[0]).toMatchObject({ id: "trust", transform: "log", worst: 0.6, best: 15 });
  });

  it("never make the reader throw, whatever line is lost or doubled", async () => {
    const lines = readFileSync(path.join(FRAMEWORKS, "trust-equation.yaml"), "utf8").split("\n");
    const edit = fc.record({
      at: fc.nat(lines.length - 1),
      lost: fc.nat(3),
      put: fc.constantFrom(
        "",
        "  - x",
        "items: {}",
        "  id: 1",
        "- { id: a }",
        "  text: [",
        "composites: 3",
        "    scale: ~",
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const broken = [...lines];
        for (const { at, lost, put } of edits) broken.splice(at, lost, put);
        const { framework, problems } = await readFramework({
          text: broken.join("\n"),
          file: "f",
          catalogue,
          hash: "0",
        });
        expect(framework === null).toBe(problems.some((problem) => problem.severity === "error"));
      }),
      { seed: 20261122, numRuns: 60 },
    );
  });
});

describe("newFramework", () => {
  it.each(["My framework", 'A "quoted": title # with signs', "Vertrauen – wie groß?", "信頼"])(
    "is valid with the title %s",
    async (title) => {
      const text = newFramework({ id: "my-framework", title });
      const { framework, problems } = await readFramework({
        text,
        file: "my-framework.yaml",
        catalogue,
        hash: "0",
        wording: true,
      });
      expect(problems).toEqual([]);
      expect(framework).toMatchObject({ id: "my-framework", title });
      expect(framework?.dimensions).toHaveLength(2);
      expect(framework?.items.filter((item) => item.reverse)).toHaveLength(2);
    },
  );
});
