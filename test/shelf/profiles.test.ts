import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ProblemsError } from "../../src/problems/problem.ts";
import { precompileShelf } from "../../src/shelf/precompile.ts";
import { isProfileFile } from "../../src/shelf/profiles.ts";
import { createShelf } from "../../src/shelf/shelf.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const FIXTURES = path.join(ROOT, "test/fixtures");

let root = "";

/** A small package: one framework, the strategies, two profiles. */
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "shelf-"));
  const frameworks = path.join(root, "frameworks");
  await cp(path.join(FIXTURES, "profiles"), path.join(frameworks, "profiles"), { recursive: true });
  await cp(path.join(FIXTURES, "frameworks/guide.yaml"), path.join(frameworks, "guide.yaml"));
  await cp(path.join(ROOT, "frameworks/strategies"), path.join(frameworks, "strategies"), { recursive: true });
  const bakery = path.join(frameworks, "profiles/bakery.yaml");
  const text = await readFile(bakery, "utf8");
  await writeFile(bakery, text.replaceAll("distrust-symptoms", "guide").replaceAll("fear_of_change", "skill"));
  await precompileShelf(frameworks, path.join(root, "dist/shelf"));
});

afterAll(() => rm(root, { recursive: true }));

async function code(reference: string): Promise<string> {
  const error: unknown = await createShelf(root)
    .profile(reference)
    .catch((thrown: unknown) => thrown);
  return error instanceof ProblemsError ? error.problems.map((problem) => problem.code).join() : "none";
}

describe("profiles on the shelf", () => {
  it("are compiled when the package is built", async () => {
    const profiles = await createShelf(root).profiles();
    expect(profiles.map(({ id, kind }) => [id, kind])).toEqual([
      ["bakery", "sector"],
      ["custom", "culture"],
    ]);
    expect(profiles[0]?.dimensions.get("guide")?.get("skill")).toBe(1.5);
  });

  it("are chosen by id, and by the path of a file", async () => {
    const shelf = createShelf(root);
    expect((await shelf.profile("bakery")).profile.id).toBe("bakery");
    expect([...(await shelf.profile("custom:context=low")).values]).toEqual([["context", "low"]]);
    const own = path.join(root, "frameworks/profiles/custom.yaml");
    const chosen = await shelf.profile(`${own}:context=high`);
    expect([chosen.profile.id, chosen.text, ...chosen.values]).toEqual([
      "custom",
      `${own}:context=high`,
      ["context", "high"],
    ]);
  });

  it.each([
    ["bakry", "SC022"],
    ["custom", "SC023"],
    ["./nothing.yaml", "SH002"],
    ["./nothing.yaml:context=high", "SH002"],
    ["./folder/without-end", "SH002"],
  ])("%s is refused: %s", async (reference, expected) => {
    expect(await code(reference)).toBe(expected);
  });

  it("say what a file of one's own has wrong, against the bundled frameworks", async () => {
    const file = path.join(root, "own.yaml");
    const text = await readFile(path.join(FIXTURES, "profiles/bakery.yaml"), "utf8");
    await writeFile(file, text);
    expect(await code(file)).toBe("FW032,FW032");
  });

  it("may be none at all", async () => {
    const bare = path.join(root, "bare");
    await cp(path.join(root, "frameworks"), path.join(bare, "frameworks"), { recursive: true });
    await rm(path.join(bare, "frameworks/profiles"), { recursive: true });
    await precompileShelf(path.join(bare, "frameworks"), path.join(bare, "dist/shelf"));
    expect(await createShelf(bare).profiles()).toEqual([]);
  });
});

describe("a file is a profile", () => {
  async function isOne(text: string): Promise<boolean> {
    const file = path.join(root, "which.yaml");
    await writeFile(file, text);
    return isProfileFile(file);
  }
  const read = (name: string) => readFile(path.join(FIXTURES, name), "utf8");

  it("by its kind, and by its other keys where that is missing", async () => {
    for (const name of ["profiles/bakery.yaml", "profiles/custom.yaml"]) {
      const text = await read(name);
      expect([name, await isOne(text), await isOne(text.replace(/^kind:.*\n/m, ""))]).toEqual([name, true, true]);
    }
    expect(await isOne('{ "format": 1 }\n"kind": sector\n')).toBe(true);
    expect(await isOne("id: bare\ncontext:\n  drivers: [one]\n")).toBe(true);
  });

  it("and no framework is, not even one with a kind of its own", async () => {
    for (const name of ["frameworks/context.yaml", "frameworks/guide.yaml"]) {
      const text = await read(name);
      expect([name, await isOne(text), await isOne(`kind: survey\n${text}`)]).toEqual([name, false, false]);
    }
  });
});
