import { createFold } from "../aggregate/fold.ts";
import { createPlan } from "../aggregate/plan.ts";
import type { Aggregate, Cell } from "../aggregate/types.ts";
import { createDecoder } from "../response/decode.ts";
import { createDuplicateFilter } from "../response/duplicates.ts";
import { createLedger } from "../response/ledger.ts";
import type { AnswerProblems } from "../response/problems.ts";
import type { SourcePlan } from "../response/source-plan.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import { createPatternCheck } from "../scoring/quality.ts";
import { createScorer } from "../scoring/scorer.ts";
import type { RespondentSink } from "../sinks/types.ts";
import type { CsvSource } from "../sources/csv/open.ts";

export interface StreamRequest {
  readonly plan: SourcePlan;
  readonly program: ScoringProgram;
  /** One per file of the plan, in the same order; each is read once, to its end. */
  readonly sources: readonly CsvSource[];
  /** Collects what cannot be read; the caller decides what it means. */
  readonly problems: AnswerProblems;
  readonly sink: RespondentSink | null;
}

/** Folds every respondent of every file into one aggregate, in this thread, in constant memory per group. */
export async function streamEngine(request: StreamRequest): Promise<Aggregate> {
  const { plan, program } = request;
  const layout = createPlan(program, plan.by === null ? [] : [plan.by]);
  const fold = createFold(program, layout);
  const scorer = createScorer(program);
  const check = createPatternCheck(program);
  const duplicates = createDuplicateFilter(plan.rules.onDuplicate, request.problems);
  const ledger = createLedger();
  const atoms = new Map<string, Cell>();
  const cells = new Map<string, Cell>();
  let row = 0;

  for (const [fileIndex, source] of request.sources.entries()) {
    const decoder = createDecoder({ plan, fileIndex, program, problems: request.problems });
    await source.rows((cellsOfRow, line) => {
      row++;
      ledger.read();
      const fate = decoder.decode(cellsOfRow, line);
      if (fate !== "scored") return ledger.exclude(fate);
      const id = decoder.id;
      const repeat =
        id === ""
          ? "new"
          : duplicates.see({
              id,
              answers: decoder.answers,
              group: decoder.group,
              spot: () => ({ file: source.head.file, line: line() }),
            });
      if (repeat === "drop") return ledger.exclude("duplicate");
      if (repeat === "repeated") ledger.repeatedId();
      ledger.score();
      const scored = scorer.score(decoder.answers);
      fold(cellOf(decoder.group), { answers: decoder.answers, scored, flags: check(decoder.answers) });
      request.sink?.respondent({ row, answers: decoder.answers, scored });
    });
  }
  return { plan: layout, atoms, ledger: ledger.done(request.problems.unknownAnswers) };

  function cellOf(group: string | null): Cell {
    const key = group ?? "";
    const known = cells.get(key);
    if (known !== undefined) return known;
    const cell = new Float64Array(layout.length);
    cells.set(key, cell);
    atoms.set(JSON.stringify(group === null ? [] : [group]), cell);
    return cell;
  }
}
