import { Readable } from "node:stream";
import { type FileReader, foldFiles, readByRows } from "../../../src/engines/fold-files.ts";
import { type InputsRequest, openInputs } from "../../../src/engines/inputs.ts";
import { planScan } from "../../../src/engines/scan/columns.ts";
import { type ScanRequest, scanFile } from "../../../src/engines/scan/scan-file.ts";
import type { Framework } from "../../../src/framework/types.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { createAnswerProblems } from "../../../src/response/rows/problems.ts";
import type { RespondentSink } from "../../../src/sinks/types.ts";

export interface ScanCase {
  readonly framework: Framework;
  readonly files: readonly Buffer[];
  readonly request: Omit<InputsRequest, "inputs">;
  readonly only?: "scores" | null;
  /** Every respondent is looked at. */
  readonly sink?: boolean;
  /** Opens each file, where it is not to be a stream of all of its bytes. */
  readonly open?: (bytes: Buffer) => Readable;
}

/** Null: row by row. chunk: bytes that are read in one go. */
export type Engine = Pick<ScanRequest, "createCore" | "chunk" | "threads"> | null;

/** Everything that an engine says of the files, and how many rows were ordinary. */
export async function readWith(
  one: ScanCase,
  engine: Engine,
): Promise<{ readonly said: unknown; readonly scanned: number }> {
  const { framework, request, only = null, files, open = (bytes) => Readable.from([bytes]) } = one;
  const inputs = files.map((bytes, at) => ({ name: `${at}.csv`, open: () => open(bytes) }));
  const people: string[] = [];
  const sink: RespondentSink = { respondent: (person) => void people.push(JSON.stringify(person)) };
  let scanned = 0;
  try {
    const { sources, reading } = await openInputs(framework, { ...request, inputs });
    const { plan, program } = reading;
    const problems = createAnswerProblems(plan);
    const readers = plan.files.flatMap((file): readonly FileReader[] => {
      if (engine === null) return [];
      const scan = planScan(plan, file, program);
      if (typeof scan === "string") return [readByRows];
      return [
        async (source, people, onBytes) => {
          // As the choice of the engine has it.
          if (source.raw === null) return readByRows(source, people, onBytes);
          scanned += await scanFile({ source, people, plan: scan, onBytes, ...engine });
        },
      ];
    });
    const fold = { plan, program, sources, readers, problems, sink: one.sink === true ? sink : null, only };
    const { atoms, ledger } = await foldFiles(fold, null);
    const cells = [...atoms].map(([key, cell]) => [key, [...cell]]);
    return { said: { cells, ledger, problems: problems.problems(), people }, scanned };
  } catch (error) {
    if (error instanceof ProblemsError) return { said: { thrown: error.problems }, scanned };
    throw error;
  }
}
