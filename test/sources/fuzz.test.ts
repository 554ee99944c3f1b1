import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { bundleWorker, type FuzzStep, watchedWorker } from "./fuzz/steps.ts";

/**
 * Spoilt exports: cut, bits flipped, columns and lines swapped, encodings mixed, files spliced, containers damaged. Whatever
 * comes in is scored with every row accounted for, or refused with a problem that says where and what to do; and soon.
 * One case alone: FUZZ_CASE=123 npx vitest run test/sources/fuzz.test.ts
 */
const ROOT = path.resolve(import.meta.dirname, "..", "..");
const SINGLE = process.env["FUZZ_CASE"];
const CASES = WHOLE ? 20_000 : 60;
const PARTS = WHOLE ? 10 : 5;
/** Milliseconds for a step that is known to hang: fewer than others have, and many times what a case takes. */
const SHORT = 700;
/** Each costs seconds and a new worker. */
const MOST_HANGS = 3;

const FRAMEWORKS = ["trust-equation", "distrust-symptoms", path.join(ROOT, "test/scenarios/files/team.yaml")] as const;
const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-fuzz-"));
const WORKER = path.join(folder, "worker.mjs");
const setup = { root: ROOT, frameworks: FRAMEWORKS, hangsAt: null };
const worker = watchedWorker(WORKER, setup);

beforeAll(() => bundleWorker(WORKER, ROOT), 60_000);
afterAll(async () => {
  await worker.end();
  rmSync(folder, { recursive: true, force: true });
});

const stepsOf = (n: number): readonly FuzzStep[] =>
  n % 3 === 0
    ? [
        { n, way: "score" },
        { n, way: "inspect" },
      ]
    : [{ n, way: "score" }];

interface Tried {
  readonly scored: number;
  readonly complaints: readonly string[];
}

async function tryAll(cases: readonly number[], by = worker): Promise<Tried> {
  const complaints: string[] = [];
  let [scored, hangs] = [0, 0];
  for (const step of cases.flatMap(stepsOf)) {
    const outcome = await by.ask(step);
    const found =
      "answer" in outcome ? outcome.answer : { scored: false, complaints: [`${step.way} ${outcome.failure}`] };
    if (found.scored) scored += 1;
    complaints.push(...found.complaints.map((complaint) => `FUZZ_CASE=${step.n} ${complaint}`));
    if ("failure" in outcome) hangs += 1;
    if (hangs === MOST_HANGS) break;
  }
  return { scored, complaints };
}

describe("spoilt exports are scored whole or refused clearly, and within seconds", () => {
  const fine = async (cases: readonly number[]) => {
    const { scored, complaints } = await tryAll(cases);
    if (WHOLE) process.stdout.write(`${scored} of ${cases.length} scored\n`);
    expect(complaints.slice(0, 10)).toEqual([]);
    // Were everything refused, little would be proved.
    if (cases.length > 20) expect(scored / cases.length).toBeGreaterThan(0.1);
  };

  if (SINGLE !== undefined) it(`case ${SINGLE}`, { timeout: 600_000 }, () => fine([Number(SINGLE)]));
  else
    it.each(Array.from({ length: PARTS }, (_, part) => part))(`part %i of ${PARTS}`, { timeout: 600_000 }, (part) =>
      fine(Array.from({ length: CASES / PARTS }, (_, at) => 1 + part + at * PARTS)),
    );
});

describe("a case that never gives way", () => {
  it("is told by its number, and the cases after it are tried all the same", { timeout: 60_000 }, async () => {
    const hanging = watchedWorker(WORKER, { ...setup, hangsAt: 7 }, SHORT);
    const { scored, complaints } = await tryAll([7, ...Array.from({ length: 30 }, (_, at) => 8 + at)], hanging);
    await hanging.end();
    expect(complaints).toEqual([expect.stringMatching(/^FUZZ_CASE=7 score is still running after \d+ ms$/)]);
    expect(scored).toBeGreaterThan(0);
  });
});
