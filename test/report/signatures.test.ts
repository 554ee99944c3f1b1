import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readFramework } from "../../src/framework/read.ts";
import { restrictFramework } from "../../src/framework/restrict.ts";
import type { Framework } from "../../src/framework/types.ts";
import { signaturesOf } from "../../src/report/signatures.ts";
import { changed, SAMPLE } from "../framework/sample.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");

async function compiled(text: string): Promise<Framework> {
  const { framework, problems } = await readFramework({ text, file: "f.yaml", hash: hash(text) });
  return framework ?? expect.fail(problems.map((problem) => problem.message).join("\n"));
}

/** Of one audience alone, as it was asked. */
const only = (framework: Framework, id: string): Framework => ({
  ...framework,
  audiences: framework.audiences.filter((audience) => audience.id === id),
});

const differing = (first: Framework, second: Framework, part: "scoring" | "wording") => {
  const later = signaturesOf(second, hash);
  return signaturesOf(first, hash).flatMap((one) =>
    later.find(({ of, id }) => of === one.of && id === one.id)?.[part] === one[part] ? [] : [one.id],
  );
};

describe("the signatures of a framework's scores", () => {
  it("are one of every dimension and composite, and the same for the same text", async () => {
    const found = signaturesOf(await compiled(SAMPLE), hash);
    expect(found.map(({ of, id }) => `${of} ${id}`)).toEqual([
      ...["skill", "self", "worries", "figures"].map((id) => `dimension ${id}`),
      ...["base", "trust"].map((id) => `composite ${id}`),
    ]);
    expect(signaturesOf(await compiled(SAMPLE), hash)).toEqual(found);
    for (const { scoring, wording } of found) expect(`${scoring}${wording}`).toMatch(/^[\da-f]{128}$/);
    expect(new Set(found.map(({ scoring }) => scoring)).size).toBe(found.length);
  });

  it("part scoring from wording", async () => {
    const first = await compiled(SAMPLE);
    const reworded = await compiled(changed("text: One", "text: Eins"));
    expect(differing(first, reworded, "scoring")).toEqual([]);
    expect(differing(first, reworded, "wording")).toEqual(["skill", "base", "trust"]);
    const weighted = await compiled(changed("text: One", "weight: 2, text: One"));
    expect(differing(first, weighted, "scoring")).toEqual(["skill", "base", "trust"]);
    expect(differing(first, weighted, "wording")).toEqual([]);
  });

  it("know the words of the audiences that were asked, and no others", async () => {
    const [first, second] = await Promise.all([SAMPLE, changed("customers: Drei", "customers: Tre")].map(compiled));
    if (first === undefined || second === undefined) throw new Error("nothing was compiled");
    expect(differing(only(first, "employees"), only(second, "employees"), "wording")).toEqual([]);
    expect(differing(only(first, "customers"), only(second, "customers"), "wording")).toContain("skill");
  });

  it("are alike in scoring between audiences that are asked the same items", async () => {
    const framework = await compiled(SAMPLE);
    expect(differing(only(framework, "employees"), only(framework, "customers"), "scoring")).toEqual([]);
    expect(differing(only(framework, "employees"), only(framework, "customers"), "wording")).toContain("skill");
  });

  it("of a shorter form are those of other scores", async () => {
    const framework = await compiled(SAMPLE);
    const short = restrictFramework(framework, new Set(["K1", "S1", "S2", "W1", "F1"]));
    expect(differing(framework, short, "scoring")).toEqual(["skill", "base", "trust"]);
  });
});
