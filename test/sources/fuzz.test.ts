import path from "node:path";
import { Readable } from "node:stream";
import { beforeAll, describe, expect, it } from "vitest";
import { score } from "../../src/pipeline.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { fuzzCase, tryCase, tryInspect } from "./fuzz/case.ts";
import { allExports, type Export } from "./fuzz/corpus.ts";

/**
 * Spoilt exports: cut, bits flipped, columns and lines swapped, encodings mixed, files spliced, containers damaged. Whatever
 * comes in is scored with every row accounted for, or refused with a problem that says where and what to do.
 * One case alone: FUZZ_CASE=123 npx vitest run test/sources/fuzz.test.ts
 */
const ROOT = path.resolve(import.meta.dirname, "..", "..");
const whole = process.env["TRUST_AUDIT_PROVE"] === "full";
const SINGLE = process.env["FUZZ_CASE"];
const CASES = whole ? 20_000 : 800;
const PARTS = 10;
const SLOWEST = 2_000;

const FRAMEWORKS = ["trust-equation", "distrust-symptoms", path.join(ROOT, "test/scenarios/files/team.yaml")] as const;
const shelf = createShelf(ROOT);
const frameworks = new Map<string, [string, ...string[]]>();
const [first, ...others] = allExports();
const exports: [Export, ...Export[]] = [first ?? { name: "none.csv", bytes: Buffer.alloc(0) }, ...others];

/** The framework an export was made for: the first that reads it, guesses and all. */
async function framework({ name, bytes }: Export): Promise<[string, ...string[]]> {
  const { settings } = fuzzCase(0, exports, () => FRAMEWORKS);
  const rules = { onUnknown: "missing", onRagged: "skip", onDuplicate: "keep", acceptGuesses: true } as const;
  for (const one of FRAMEWORKS) {
    const how = { ...settings, framework: one, by: null, id: null, dialect: null };
    const inputs = [{ name, open: () => Readable.from([bytes]) }];
    const read = await score(
      { ...how, rules: { ...rules, include: [], exclude: [] }, inputs },
      { shelf, open: () => Readable.from([]) },
    ).then(
      () => true,
      () => false,
    );
    if (read) return [one, ...FRAMEWORKS];
  }
  return [...FRAMEWORKS];
}

async function tryAll(cases: readonly number[]): Promise<void> {
  const complaints: string[] = [];
  let scored = 0;
  let slowest = { milliseconds: 0, n: 0 };
  for (const n of cases) {
    const one = fuzzCase(n, exports, (name) => frameworks.get(name) ?? [...FRAMEWORKS]);
    const outcome = await tryCase(one, shelf);
    const looked = n % 3 === 0 ? await tryInspect(one, shelf) : [];
    if (outcome.scored) scored += 1;
    if (outcome.milliseconds > slowest.milliseconds) slowest = { milliseconds: outcome.milliseconds, n };
    complaints.push(...[...outcome.complaints, ...looked].map((complaint) => `FUZZ_CASE=${n} ${complaint}`));
  }
  if (whole)
    process.stdout.write(
      `${scored} of ${cases.length} scored; case ${slowest.n} took longest, ${Math.round(slowest.milliseconds)} ms\n`,
    );
  expect(complaints.slice(0, 10)).toEqual([]);
  expect(slowest.milliseconds, `case ${slowest.n} is the slowest`).toBeLessThan(SLOWEST);
  // Were everything refused, little would be proved.
  if (cases.length > 20) expect(scored / cases.length).toBeGreaterThan(0.1);
}

describe("spoilt exports are scored whole or refused clearly", () => {
  beforeAll(async () => {
    for (const one of exports) frameworks.set(one.name, await framework(one));
  }, 60_000);

  if (SINGLE !== undefined) it(`case ${SINGLE}`, () => tryAll([Number(SINGLE)]));
  else
    it.each(Array.from({ length: PARTS }, (_, part) => part))(`part %i of ${PARTS}`, { timeout: 600_000 }, (part) =>
      tryAll(Array.from({ length: CASES / PARTS }, (_, at) => 1 + part + at * PARTS)),
    );
});
