import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { type ScoreSettings, score } from "../../../src/pipeline.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { createShelf } from "../../../src/shelf/shelf.ts";
import type { Export } from "../../sources/fuzz/corpus.ts";
import { isGzip } from "../../sources/fuzz/mutate.ts";

export const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");
export const shelf = createShelf(ROOT);

/** How the bytes come to the scanner: from a file on the disk, as one piece, or in pieces of so many bytes. */
export type Arrival = "file" | "whole" | number;

/** One run of `score`. */
export interface OracleCase {
  readonly files: readonly Export[];
  /** The earlier export that `settings.previous` names. */
  readonly earlier?: Export;
  readonly settings: ScoreSettings;
  /** Each respondent is written down as well. */
  readonly respondents?: boolean;
  readonly arrival?: Arrival;
}

export interface Compared {
  /** Null: the two engines gave the same, byte by byte. */
  readonly difference: string | null;
  /** There was something to score. */
  readonly scored: boolean;
  /** Rows that the scanner read by itself. */
  readonly scanned: number;
  /** What read each file, where the scanner was asked for. */
  readonly engines: readonly ("scan" | "stream")[];
}

const KEY = Buffer.alloc(32, 7);

/** Everything that comes of a run, as one text. */
interface Outcome extends Omit<Compared, "difference"> {
  readonly text: string;
}

async function run(one: OracleCase, engine: "scan" | "stream", arrival: Arrival): Promise<Outcome> {
  const folder = arrival === "file" ? mkdtempSync(path.join(tmpdir(), "trust-audit-oracle-")) : "";
  const { files, earlier, settings } = one;
  const lines: string[] = [];
  const respondents = one.respondents === true ? { write: (text: string) => void lines.push(text), key: KEY } : null;
  const inputs = files.map((file, at) => ({
    name: file.name,
    open: () => open(file, arrival, path.join(folder, `${at}`)),
  }));
  const doors = {
    shelf,
    open: () => (earlier === undefined ? Readable.from([]) : open(earlier, arrival, path.join(folder, "earlier"))),
    respondents,
  };
  try {
    const { audit, warnings, explanation, engine: engines } = await score({ ...settings, engine, inputs }, doors);
    return {
      text: pretty({ audit, warnings, explanation, lines: lines.join("") }),
      scored: audit.overall !== null,
      scanned: engines.reduce((sum, { scanned }) => sum + scanned, 0),
      engines: engines.map((each) => each.engine),
    };
  } catch (error) {
    const text = error instanceof ProblemsError ? pretty({ ...error }) : `a defect: ${(error as Error).stack}`;
    return { text, scored: false, scanned: 0, engines: [] };
  } finally {
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  }
}

function open({ bytes }: Export, arrival: Arrival, place: string): Readable {
  if (arrival === "whole") return Readable.from([bytes]);
  if (arrival !== "file") return Readable.from(pieces(bytes, arrival));
  writeFileSync(place, bytes);
  return createReadStream(place, { highWaterMark: 1024 * 256 });
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Line by line, so that a difference can be shown by its lines. */
function pretty(outcome: object): string {
  return JSON.stringify(outcome, null, 1);
}

/**
 * Scores with the streaming engine, which is the oracle, and with the scanner. Bytes come to the two in different pieces: nothing may
 * depend on it, but how far a gzip file that is cut off can be read.
 */
export async function bothEngines(one: OracleCase): Promise<Compared> {
  const { arrival = "file" } = one;
  const expected = await run(one, "stream", one.files.some(({ bytes }) => isGzip(bytes)) ? arrival : "whole");
  const { text, ...found } = await run(one, "scan", arrival);
  if (expected.text.startsWith("a defect")) return { ...found, difference: expected.text };
  return { ...found, difference: text === expected.text ? null : firstDifference(expected.text, text) };
}

function firstDifference(expected: string, found: string): string {
  const [ours, theirs] = [expected.split("\n"), found.split("\n")];
  const at = theirs.findIndex((line, place) => line !== ours[place]);
  const place = at < 0 ? theirs.length : at;
  const excerpt = (lines: readonly string[]) =>
    lines
      .slice(Math.max(0, place - 2), place + 5)
      .join("\n")
      .slice(0, 1500);
  return `stream:\n${excerpt(ours)}\nscan:\n${excerpt(theirs)}`;
}
