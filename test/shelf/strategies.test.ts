import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isStrategyFile, readStrategyFiles } from "../../src/shelf/strategies.ts";
import { bundledShelf } from "../docs/strategies-page.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const BUNDLED = path.join(ROOT, "frameworks/strategies/open-books.yaml");
const { strategies } = await bundledShelf();

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "strategies-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** A copy of a bundled strategy with some of its lines replaced. */
async function own(id: string, replaced: Readonly<Record<string, string>> = {}): Promise<string> {
  const file = path.join(folder, `${id}.yaml`);
  const text = Object.entries({ id, ...replaced }).reduce(
    (all, [key, value]) => all.replace(new RegExp(`^${key}:.*$`, "m"), value === "" ? "" : `${key}: ${value}`),
    await readFile(BUNDLED, "utf8"),
  );
  await writeFile(file, text);
  return file;
}

async function codes(files: readonly string[]): Promise<readonly (readonly string[])[]> {
  const read = await readStrategyFiles(files, strategies);
  return files.map((file) => (read.get(file)?.problems ?? []).map(({ code }) => code));
}

describe("a file is meant as a strategy", () => {
  it.each([
    ["frameworks/strategies/open-books.yaml", true],
    ["frameworks/trust-equation.yaml", false],
    ["frameworks/profiles/retail.yaml", false],
    ["frameworks/profiles/culture.yaml", false],
    ["test/fixtures/frameworks/triage.yaml", false],
  ])("%s: %s", async (file, is) => {
    expect(await isStrategyFile(path.join(ROOT, file))).toBe(is);
  });

  it("also when half of it is missing", async () => {
    const file = path.join(folder, "half.yaml");
    await writeFile(file, "id: half\ntitle: Half\nactions: [One.]\n");
    expect(await isStrategyFile(file)).toBe(true);
    const read = (await readStrategyFiles([file], strategies)).get(file);
    expect(read?.strategy).toBeNull();
    expect(read?.problems.length).toBeLessThan(12);
  });
});

describe("strategies of one's own", () => {
  it("stand in place of the bundled one with the same id", async () => {
    expect(await codes([BUNDLED])).toEqual([[]]);
  });

  it("are held against the bundled ones", async () => {
    expect(await codes([await own("dearer", { intensity: "high" })])).toEqual([["FW093"]]);
    expect(await codes([await own("cheaper", { intensity: "low" })])).toEqual([["FW093"]]);
    const missing = await own("lonely", { facets: "{ care: 0.31 }", prerequisites: "[nothing-like-it]" });
    expect(await codes([missing])).toEqual([["FW091"]]);
    expect((await readStrategyFiles([missing], strategies)).get(missing)?.strategy).toBeNull();
  });

  it("are held against each other", async () => {
    const first = await own("first", { facets: "{ care: 0.31, purpose: 0.3 }", prerequisites: "[second]" });
    const second = await own("second", { facets: "{ care: 0.3, purpose: 0.31 }", prerequisites: "[]" });
    expect(await codes([first, second])).toEqual([[], []]);
    await own("second", { facets: "{ care: 0.3, purpose: 0.31 }", prerequisites: "[first]" });
    expect((await codes([first, second])).flat()).toEqual(["FW092"]);
  });

  it("tell their own faults with the place", async () => {
    const file = await own("late", { months: "[6, 2]", facets: "{ care: 0.31 }" });
    const [problem] = (await readStrategyFiles([file], strategies)).get(file)?.problems ?? [];
    expect(problem).toMatchObject({ code: "FW094", place: { file } });
    expect(problem?.place?.line).toBeGreaterThan(1);
  });
});
