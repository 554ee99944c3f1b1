import { merge } from "../aggregate/merge.ts";
import type { Aggregate } from "../aggregate/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import { emptyLedger } from "../response/ledger.ts";
import type { TableSource } from "../sources/table/source.ts";
import { fileCounts } from "./file-counts.ts";
import {
  createInstruments,
  createPeople,
  type FilePeople,
  type Instruments,
  type OnScored,
  type PeopleRequest,
} from "./people.ts";
import { createProgress, type OnProgress } from "./progress.ts";

export interface FoldRequest extends Omit<PeopleRequest, "files" | "onScored"> {
  /** One per file of the plan, in the same order; each is read once, to its end. */
  readonly sources: readonly TableSource[];
  /** How each of them is read; left out: row by row, all of them. */
  readonly readers?: readonly FileReader[];
  readonly onProgress?: OnProgress | undefined;
}

/** Hands every row of a file to its people, in order. onBytes: told of bytes read. Throws ProblemsError where it cannot be read on. */
export type FileReader = (source: TableSource, people: FilePeople, onBytes: (count: number) => void) => Promise<void>;

/** Two files of fewer rows may well be alike by chance. */
const FEWEST_ROWS = 5;

/** By the tolerant reader, which copes with whatever a table may be. */
export const readByRows: FileReader = (source, people, onBytes) =>
  source.rows((cells, line) => {
    people.row(cells, line);
  }, onBytes);

/**
 * Folds every respondent of every file in this thread, in constant memory per atom, and merges the files.
 * Every source is closed at the end, however it ends. Throws ProblemsError where a file cannot be read on.
 */
export async function foldFiles(request: FoldRequest, onScored: OnScored | null): Promise<Aggregate> {
  const { plan, sources, readers = [] } = request;
  const instruments = createInstruments({ ...request, onScored, files: sources.length });
  const onBytes = createProgress(sources, () => instruments.rowsMet, request.onProgress);
  let whole: Aggregate = { plan: instruments.layout, atoms: new Map(), ledger: emptyLedger() };
  const seen = new Map<string, string>();
  try {
    for (const [fileIndex, source] of sources.entries()) {
      const read = readers[fileIndex] ?? readByRows;
      const { part, digest } = await foldFile(instruments, { source, fileIndex, read, onBytes });
      const twin = seen.get(digest);
      if (twin !== undefined && part.ledger.scored >= FEWEST_ROWS) throw sameRows(source.head.file, twin);
      seen.set(digest, source.head.file);
      whole = merge(whole, part);
    }
  } finally {
    for (const source of sources) source.close();
  }
  instruments.watch.end(plan.segments, whole.atoms);
  return whole;
}

async function foldFile(
  instruments: Instruments,
  file: {
    readonly source: TableSource;
    readonly fileIndex: number;
    readonly read: FileReader;
    readonly onBytes: (count: number) => void;
  },
): Promise<{ part: Aggregate; digest: string }> {
  const { problems, layout, watch } = instruments;
  const { source, fileIndex, read, onBytes } = file;
  const unknownBefore = problems.unknownAnswers;
  const people = createPeople(instruments, source, fileIndex);
  await read(source, people, onBytes);
  watch.endFile(source.head.file);
  const { cells } = people.cells;
  problems.counted(fileCounts(source.head.file, layout, cells));
  const ledger = people.ledger.done(problems.unknownAnswers - unknownBefore);
  return { part: { plan: layout, atoms: cells, ledger }, digest: people.digest?.value() ?? "" };
}

/** Counting people twice would show groups too small to be shown. */
function sameRows(file: string, twin: string): ProblemsError {
  return new ProblemsError([
    {
      code: "SC005",
      severity: "error",
      message: `${file} holds the same answers, row by row, as ${twin}.`,
      help: "One is a copy of the other, and each person counts once: leave one of them out.",
      place: { file },
    },
  ]);
}
