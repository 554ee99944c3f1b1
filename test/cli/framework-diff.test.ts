import { describe, expect, it } from "vitest";
import { diffSheet, raiseVersion } from "../../src/cli/framework-diff.ts";
import { diffFrameworks } from "../../src/framework/diff.ts";
import { readFramework } from "../../src/framework/read.ts";
import { changed, SAMPLE } from "../framework/sample.ts";

async function diff(later: string) {
  const [before, after] = await Promise.all(
    [SAMPLE, later].map(async (text) => {
      const { framework, problems } = await readFramework({ text, file: "f.yaml", hash: "abc" });
      return framework ?? expect.fail(problems.map((problem) => problem.message).join("\n"));
    }),
  );
  if (before === undefined || after === undefined) throw new Error("nothing was read");
  return diffFrameworks(before, after);
}

const K2 = "  - { id: K2, dimension: skill, text: Two }\n";
const heavier = changed(K2, "  - { id: K2, dimension: skill, weight: 2, text: Two }\n");
const VERSION = /^version: (.*)$/m;

describe("two texts of one version", () => {
  it("whose scores are not comparable must have two versions", async () => {
    const found = await diff(heavier);
    const version = VERSION.exec(SAMPLE)?.[1];
    expect(raiseVersion(found)).toMatch(
      new RegExp(`^Raise \`version\` in the later file: both say ${version}, with .* not comparable\\.$`),
    );
    const { blocks } = diffSheet(found, { before: "a", after: "b" });
    expect(blocks).toContainEqual({ kind: "paragraph", tone: "strong", text: raiseVersion(found) });
  });

  it("are fine where the later one says so, or every score may be compared", async () => {
    expect(raiseVersion(await diff(heavier.replace(VERSION, "version: 9.0.0")))).toBeNull();
    expect(raiseVersion(await diff(changed("text: Two", "text: Deux")))).toBeNull();
  });
});
