import { createReadStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import type { ReadingRules } from "../../../../src/response/source-plan.ts";
import { dimension, framework, item } from "../../../fixture.ts";
import { grouped, NOTHING_NAMED } from "../../../response/fixture.ts";
import { RULES } from "../../../settings.ts";
import { CORES } from "../both-cores.ts";
import { readWith, type ScanCase } from "../scanned.ts";
import { type FakeThreads, fakeThreads } from "./fake-threads.ts";

const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-parts-"));
/** To be called behind all tests of a file: this module may be shared by several. */
export function removeFiles(): void {
  rmSync(folder, { recursive: true, force: true });
}

const small = framework({
  items: [item("A1", "a"), item("A2", "a", { reverse: true }), item("B1", "b"), item("B2", "b")],
  dimensions: [dimension("a", ["A1", "A2"]), dimension("b", ["B1", "B2"])],
});

export const HEADER = "site,team,comment,A1,A2,B1,B2";
const LENIENT: Partial<ReadingRules> = { onUnknown: "missing", onRagged: "skip" };

/** Of a file that stands on the disk, as only such a file is read in parts. */
export function caseOf(text: string | Buffer, { rules = LENIENT, by = ["site", "team"] }: Way = {}): ScanCase {
  const named = { ...NOTHING_NAMED, dialect: null, sheet: null, audience: null, form: null };
  const file = path.join(folder, "answers.csv");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, text);
  return {
    framework: small,
    files: [Buffer.alloc(0)],
    // So small a file is read by its first look: it stays open all the same.
    open: () => createReadStream(file, { autoClose: false }),
    request: { ...named, segments: grouped(...by), id: null, rules: { ...RULES, ...rules } },
  };
}

interface Way {
  readonly rules?: Partial<ReadingRules>;
  readonly by?: readonly string[];
}

export interface How {
  readonly count: number;
  readonly first: number;
  readonly part: number;
  readonly chunk: number;
  readonly mostUnusual?: number;
  readonly mostSums?: number;
}

export const HOWS: readonly How[] = [
  { count: 2, first: 100, part: 150, chunk: 400_000 },
  { count: 3, first: 300, part: 60, chunk: 17 },
  { count: 1, first: 1, part: 1, chunk: 400_000 },
];

/** What the threads did, where they do what one thread does. */
export async function expectSame(
  one: ScanCase,
  hows: readonly How[] = HOWS,
  cores = CORES,
): Promise<readonly FakeThreads[]> {
  const { said } = await readWith(one, null);
  const all: FakeThreads[] = [];
  for (const [name, createCore] of cores)
    for (const { chunk, ...how } of hows) {
      const threads = fakeThreads(createCore, how);
      const read = await readWith(one, { createCore, chunk, threads });
      expect({ name, how, said: read.said }).toEqual({ name, how, said });
      all.push(threads);
    }
  return all;
}

export const SITES = ["north", "south", '"east"'];
export const ORDINARY = Array.from(
  { length: 60 },
  (_, at) => `${SITES[at % 3]},${at % 2 === 0 ? "x" : "y"},${at % 7 === 0 ? "well, " : "ok"},1,${1 + (at % 5)},3,4`,
).map((row) => row.replace("well, ", '"well, so"'));

export function table(rows: readonly string[], lineEnd = "\n"): string {
  return [HEADER, ...rows, ""].join(lineEnd);
}

/** The ordinary rows again and again, with these among them. */
export function among(...rows: readonly string[]): readonly string[] {
  return [...ORDINARY, ...ORDINARY.slice(0, 13), ...rows, ...ORDINARY, ...rows, ...ORDINARY.slice(0, 7)];
}

/** More than is looked at before a file is known to be UTF-8. */
export const LONG = Buffer.from(table(Array.from({ length: 30 }, () => among()).flat()));

/** What comes after it is cut into small parts. */
export const LARGE: readonly How[] = [
  { count: 2, first: 9000, part: 20_000, chunk: 7000 },
  { count: 2, first: LONG.length - 300, part: 250, chunk: 400_000 },
];

/** Rows that nobody has looked at before they are read. */
export function late(rows: readonly string[]): Buffer {
  return Buffer.concat([LONG, Buffer.from(`${rows.join("\n")}\n`)]);
}
