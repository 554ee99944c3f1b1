import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { scoreMeasured } from "./measured.ts";

const ROWS = WHOLE ? 4_000_000 : 250_000;

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "trust-audit-many-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An export of so many rows, some thousands at a time. */
function table(rows: number, rowOf: (at: number) => string): Readable {
  function* chunks(): Generator<Buffer> {
    yield Buffer.from("code,O1,O2,O3\n");
    for (let done = 0; done < rows; done += 5000)
      yield Buffer.from(Array.from({ length: Math.min(5000, rows - done) }, (_, at) => rowOf(done + at)).join(""));
  }
  return Readable.from(chunks(), { objectMode: false });
}

const answers = (at: number): string => `${1 + (at % 5)},${1 + (Math.floor(at / 5) % 5)}`;
const person = (at: number): string => `R_${(at * 2_654_435_761).toString(36)}${at},${answers(at)},3\n`;

it(`an id for each of ${ROWS / 1_000_000} million people takes at most 40 bytes a person`, {
  timeout: 120_000,
}, async () => {
  const most = async (name: string, flags: readonly string[]): Promise<number> => {
    const run = await scoreMeasured(table(ROWS, person), { folder, name, flags });
    expect(run.exit).toBe(0);
    return run.most;
  };
  const without = await most("without", []);
  expect(((await most("keep", ["--id", "code"])) - without) / ROWS).toBeLessThan(40);
  const flags = ["--id", "code", "--on-duplicate", "error"];
  expect(((await most("error", flags)) - without) / ROWS).toBeLessThan(40);
});

it("a different text in every row takes no more than six times as long as answers, row by row", {
  timeout: 60_000,
}, async () => {
  const ROWS = WHOLE ? 400_000 : 50_000;
  const flags = ["--on-unknown", "missing"];
  const secondsOf = async (name: string, rowOf: (at: number) => string, more: readonly string[]): Promise<number> => {
    const run = await scoreMeasured(table(ROWS, rowOf), { folder, name, flags: [...flags, ...more] });
    expect(run.exit).toBe(0);
    return run.seconds;
  };
  // The scanner leaves rows with such texts to this engine, too.
  const clean = await secondsOf("clean", (at) => `${at},${answers(at)},3\n`, ["--engine", "stream"]);
  expect(await secondsOf("bad", (at) => `${at},${answers(at)},bad${at}\n`, [])).toBeLessThan(6 * clean);
});
