import type { SourcePlan } from "../response/source-plan.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import type { TableSource } from "../sources/table/source.ts";
import { type FileReader, readByRows } from "./fold-files.ts";

/** `scan`: bytes are counted without making cells of them, where the file allows it. `stream`: row by row. `auto`: what is faster. */
export type EngineName = "auto" | "scan" | "stream";

/** What read a file, and why. */
export interface FileEngine {
  readonly file: string;
  readonly engine: "scan" | "stream";
  /** For people, to follow "since". */
  readonly why: string;
  /** Rows that were scanned, and not cut into cells one by one; with "stream" 0. */
  readonly scanned: number;
}

export interface ChosenEngines {
  /** One per file. */
  readonly readers: readonly FileReader[];
  /** What became of each, when all of them are read. */
  told(): readonly FileEngine[];
}

export interface EngineRequest {
  readonly plan: SourcePlan;
  readonly program: ScoringProgram;
  /** One per file of the plan. */
  readonly sources: readonly TableSource[];
  /** Threads that may read a file at once; null or left out: as many as pay. */
  readonly threads?: number | null;
}

/** Reading so much row by row takes less time than loading the scanner. Bytes. */
const SMALL = 262_144;

/** Which engine reads which file. No number depends on it: where a scanner meets what it does not know, rows are read one by one. */
export async function chooseEngines(asked: EngineName, request: EngineRequest): Promise<ChosenEngines> {
  const chosen: ChosenEngine[] = [];
  for (const fileIndex of request.sources.keys()) chosen.push(await chooseEngine(asked, request, fileIndex));
  return { readers: chosen.map(({ reader }) => reader), told: () => chosen.map(({ told }) => told()) };
}

interface ChosenEngine {
  readonly reader: FileReader;
  told(): FileEngine;
}

async function chooseEngine(
  asked: EngineName,
  { plan, program, sources, threads = null }: EngineRequest,
  fileIndex: number,
): Promise<ChosenEngine> {
  const source = sources[fileIndex];
  const file = source?.head.file ?? "";
  const stream = (why: string) => ({
    reader: readByRows,
    told: (): FileEngine => ({ file, engine: "stream", why, scanned: 0 }),
  });
  const against = source === undefined ? "there is no such file" : reasonAgainst(asked, source);
  if (against !== null) return stream(against);
  let scanned = 0;
  let why = "it is UTF-8 text";
  const { readByScan } = await import("./scan/read-by-scan.ts");
  const onScanned = (rows: number, more: string): void => {
    scanned = rows;
    if (more !== "") why = `it is UTF-8 text; ${more}`;
  };
  const reader = readByScan({ plan, program, fileIndex, threads, onScanned });
  if (typeof reader === "string") return stream(reader);
  return { reader, told: () => ({ file, engine: "scan", why, scanned }) };
}

/** What is known without the scanner. */
function reasonAgainst(asked: EngineName, { head, size, raw }: TableSource): string | null {
  if (asked === "stream") return "it was asked for";
  if (head.sheet !== null) return "it is a workbook";
  if (raw === null) return "it is not UTF-8 text";
  return asked === "auto" && size !== null && size < SMALL ? "it is small" : null;
}
