import path from "node:path";
import { describe, expect, it } from "vitest";
import { ProblemsError } from "../../src/problems/problem.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { frameworkUnder } from "../../src/shelf/under.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const shelf = createShelf(ROOT);
const HEALTHCARE = path.join(ROOT, "frameworks/profiles/healthcare.yaml");

async function said(...profiles: readonly string[]): Promise<string> {
  const error: unknown = await frameworkUnder(shelf, "trust-equation", profiles).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemsError)) return "nothing";
  return error.problems.map(({ code, message, help }) => `${code} ${message} ${help}`).join("\n");
}

describe("a framework under its profiles", () => {
  it("has their questions, and says which dimensions are theirs", async () => {
    const plain = await frameworkUnder(shelf, "trust-equation", []);
    expect([plain.profiles, plain.added.size, plain.warnings]).toEqual([[], 0, []]);
    const under = await frameworkUnder(shelf, "trust-equation", ["healthcare", "culture:context=high"]);
    expect(under.profiles.map(({ text }) => text)).toEqual(["healthcare", "culture:context=high"]);
    const before = new Set(plain.framework.dimensions.map(({ id }) => id));
    const own = under.framework.dimensions.map(({ id }) => id).filter((id) => !before.has(id));
    expect(own).toHaveLength(1);
    expect([...under.added]).toEqual(own);
    expect([under.file, under.warnings]).toEqual([plain.file, []]);
  });

  it("says nothing of questions that nobody expects there", async () => {
    const { added, warnings } = await frameworkUnder(shelf, "trust-indicators", ["healthcare"]);
    expect([added.size, warnings.map(({ code }) => code)]).toEqual([0, []]);
  });

  it.each<readonly [string, readonly string[]]>([
    ["SC035", ["healthcare", "healthcare"]],
    ["SC035", ["healthcare", "retail", HEALTHCARE]],
    ["SC035", ["culture:context=high", "culture:context=low"]],
    ["SC035", ["culture:context=high", "culture:power-distance=low"]],
    ["SC022", ["healthcare", "helthcare"]],
    ["nothing", ["healthcare", "retail"]],
  ])("%s is said of %s", async (code, profiles) => {
    expect(await said(...profiles)).toMatch(new RegExp(`^${code}\\b`));
  });

  it("tells how keys that were set in two choices are set in one", async () => {
    expect(await said("culture:context=high", "culture:power-distance=low")).toContain(
      "in one choice: culture:context=high,power-distance=low.",
    );
    expect(await said("culture:context=high", "culture:context=low")).toContain(
      "Choose it once, and set each key once.",
    );
    const file = path.join(ROOT, "frameworks/profiles/culture.yaml");
    expect(await said(`${file}:context=high`, "culture:power-distance=low")).toContain(
      `in one choice: ${file}:context=high,power-distance=low.`,
    );
    expect(await said("healthcare", HEALTHCARE)).toContain(`is chosen twice: healthcare and ${HEALTHCARE}.`);
  });
});
