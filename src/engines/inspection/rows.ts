import type { Framework } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { ProblemsError } from "../../problems/problem.ts";
import { settleUnit } from "../../response/asked/assessment.ts";
import { createIdWatch } from "../../response/checks/id-watch.ts";
import { createLedger } from "../../response/ledger.ts";
import { createDecoder } from "../../response/rows/decode.ts";
import { createDuplicateFilter } from "../../response/rows/duplicates.ts";
import { type AnswerProblems, createAnswerProblems } from "../../response/rows/problems.ts";
import type { SourcePlan } from "../../response/source-plan.ts";
import type { Ledger } from "../../response/types.ts";
import type { TableSource } from "../../sources/table/source.ts";
import { foldFiles } from "../fold-files.ts";
import { createProgress, type OnProgress } from "../progress.ts";
import type { Reading } from "../reading.ts";
import { settleAudiences } from "../settle-audiences.ts";
import type { Inspection } from "./types.ts";

export interface ReadRows {
  readonly ledger: Ledger | null;
  readonly problems: readonly Problem[];
  readonly whole: Inspection["whole"];
}

export interface RowsToRead {
  readonly sources: readonly TableSource[];
  readonly onProgress: OnProgress | undefined;
}

/** The rows as `score` goes through them. */
export async function scoreRows(
  full: Framework,
  reading: Reading,
  { sources, onProgress }: RowsToRead,
): Promise<ReadRows> {
  const { plan, program } = reading;
  const problems = createAnswerProblems(plan);
  try {
    // For the verdict the number of people is enough.
    const aggregate = await foldFiles(
      { plan, program, sources, problems, sink: null, only: "scores", onProgress },
      null,
    );
    const found = problems.problems();
    const isSound = found.every(({ severity }) => severity !== "error");
    const settled = settleUnit(reading.framework, { ...reading, ledger: aggregate.ledger });
    return {
      ledger: aggregate.ledger,
      problems: [...found, ...settled.problems],
      whole: isSound ? settleAudiences(full, { reading, aggregate, where: null }) : null,
    };
  } catch (error) {
    return { ledger: null, problems: [...problems.problems(), ...problemsOf(error)], whole: null };
  }
}

/** The fate of rows that cannot be scored yet: what would come of them by what is known of the columns. */
export async function countRows(plan: SourcePlan, { sources, onProgress }: RowsToRead): Promise<ReadRows> {
  const problems = createAnswerProblems(plan);
  const ledger = createLedger();
  const duplicates = createDuplicateFilter(plan.rules.onDuplicate, problems);
  const ids = createIdWatch();
  const broken: Problem[] = [];
  const onBytes = createProgress(sources, () => ledger.done(0).read, onProgress);
  for (const [fileIndex, source] of sources.entries()) {
    const row = createRow(plan, fileIndex, problems);
    try {
      await source.rows((cells, line) => {
        ledger.read();
        const { fate, decoder } = row(cells, line);
        if (fate !== "scored") return ledger.exclude(fate);
        const place = { file: source.head.file, line };
        ids.idOf(decoder.id);
        if (ids.isSomebodys && duplicates.see(decoder, place) === "drop") return ledger.exclude("duplicate");
        ledger.score();
      }, onBytes);
    } catch (error) {
      broken.push(...problemsOf(error));
    }
    ids.endFile(source.head.file);
  }
  return { ledger: ledger.done(problems.unknownAnswers), problems: [...problems.problems(), ...broken], whole: null };
}

function createRow(plan: SourcePlan, fileIndex: number, problems: AnswerProblems) {
  const decoder = createDecoder({ plan, fileIndex, program: { items: plan.answers }, problems });
  return (cells: string[], line: () => number) => ({ fate: decoder.decode(cells, line), decoder });
}

/** What is no problem of the user's goes on as it is. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemsError) return error.problems;
  throw error;
}
