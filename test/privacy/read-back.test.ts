import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAudit } from "../../src/audit/read.ts";
import type { Audit } from "../../src/audit/types.ts";
import { SAMPLES } from "../formats/samples.ts";
import { WHOLE } from "../part.ts";
import { run } from "./run.ts";

const TEAM = path.resolve(import.meta.dirname, "..", "scenarios", "files", "team.yaml");
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-read-back-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** People with numbers as ids; answers differ by person and wave. */
function answers(ids: readonly number[], wave: number): readonly string[] {
  return ids.map((n) =>
    [`p${n}`, n % 3 === 0 ? "A" : "B", 2025 + wave, ...[1, 2, 3].map((at) => 1 + ((n * at + wave) % 5))].join(),
  );
}

const HEADER = "code,team,year,O1,O2,O3";
const people = (size: number, from = 0): readonly number[] => Array.from({ length: size }, (_, at) => at + from);

/** What `score` wrote, as every other command reads it. Null where it rightly wrote nothing. */
async function kept(
  files: Readonly<Record<string, readonly string[]>>,
  flags: readonly string[],
): Promise<Audit | null> {
  for (const [name, rows] of Object.entries(files))
    await writeFile(path.join(folder, name), `${[HEADER, ...rows].join("\n")}\n`);
  const file = path.join(folder, "audit.json");
  await rm(file, { force: true });
  const here = flags.map((flag) => (flag in files ? path.join(folder, flag) : flag));
  const { exit, stderr } = await run([
    "score",
    path.join(folder, "now.csv"),
    "-f",
    TEAM,
    ...here,
    "-o",
    `json:${file}`,
  ]);
  if (exit === 3) return null;
  expect([0, 4], stderr).toContain(exit);
  const { audit, problems } = await readAudit({ text: await readFile(file, "utf8"), file });
  expect(problems).toEqual([]);
  return audit;
}

describe("every audit that score writes is read back", { timeout: 60_000 }, () => {
  it.each([
    ["one has joined", people(20), people(21), true],
    ["one has left", people(21), people(20), true],
    ["too few in both", people(20), people(20, 17), true],
    ["the same people", people(20), people(20), false],
  ] as const)("against earlier answers: %s", async (_, before, now, isProtected) => {
    const files = { "now.csv": answers(now, 1), "then.csv": answers(before, 0) };
    const audit = await kept(files, ["--previous", "then.csv", "--id", "code", "--by", "team"]);
    expect(audit?.change).toMatchObject(isProtected ? { people: null, changes: [], splits: [] } : { reason: null });
  });

  it.each([
    [3, 20],
    [20, 3],
    [4, 4],
    [20, 21],
  ])("of a wave of %i and one of %i", async (before, now) => {
    const rows = [...answers(people(before), 0), ...answers(people(now, 100), 1)];
    expect(await kept({ "now.csv": rows }, ["--wave", "year", "--by", "team"])).not.toBeNull();
  });

  it("whoever answers, joins and leaves", { timeout: WHOLE ? 600_000 : 60_000 }, async () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(some, some, fc.boolean(), async (before, now, isPaired) => {
        const files = isPaired
          ? { "now.csv": answers(now, 1), "then.csv": answers(before, 0) }
          : { "now.csv": [...answers(before, 0), ...answers(now, 1)] };
        await kept(files, isPaired ? ["--previous", "then.csv", "--id", "code"] : ["--wave", "year", "--by", "team"]);
      }),
      { numRuns: WHOLE ? 300 : 15 },
    );
  });

  it.each(SAMPLES)("the sample made by hand: %s", async (_, audit) => {
    expect((await readAudit({ text: JSON.stringify(audit), file: "a.json" })).problems).toEqual([]);
  });
});
