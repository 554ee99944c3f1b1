import { createFold, type Fold } from "../aggregate/fold.ts";
import { merge } from "../aggregate/merge.ts";
import { createPlan } from "../aggregate/plan.ts";
import type { Aggregate, AggregatePlan } from "../aggregate/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import { createLedger, emptyLedger } from "../response/ledger.ts";
import { createDecoder } from "../response/rows/decode.ts";
import { createDuplicateFilter, createRowDigest, type DuplicateFilter } from "../response/rows/duplicates.ts";
import { createTimer } from "../response/rows/duration.ts";
import type { AnswerProblems } from "../response/rows/problems.ts";
import type { SourcePlan } from "../response/source-plan.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import { createPatternCheck, isCareless, type PatternCheck } from "../scoring/quality.ts";
import { createScorer, type Scorer } from "../scoring/scorer.ts";
import type { RespondentSink } from "../sinks/types.ts";
import type { TableSource } from "../sources/table/source.ts";
import { type Atoms, createAtoms } from "./atoms.ts";
import { fileCounts } from "./file-counts.ts";
import { createRowWatch, type RowWatch } from "./row-watch.ts";

export interface FoldRequest {
  readonly plan: SourcePlan;
  readonly program: ScoringProgram;
  /** One per file of the plan, in the same order; each is read once, to its end. */
  readonly sources: readonly TableSource[];
  /** Collects what cannot be read; the caller decides what it means. */
  readonly problems: AnswerProblems;
  readonly sink: RespondentSink | null;
  /** `scores`: no sums for reliability, drivers and agreement. */
  readonly only: "scores" | null;
}

/** Told of every respondent who counts. id: "" where there is none. scores: of the dimensions, used again for the next one. */
export type OnScored = (id: string, scores: Float64Array) => void;

/** Two files of fewer rows may well be alike by chance. */
const FEWEST_ROWS = 5;

/** What the rows of all files go through, one after the other. */
interface Instruments extends FoldRequest {
  readonly onScored: OnScored | null;
  readonly layout: AggregatePlan;
  readonly atoms: Atoms;
  readonly fold: Fold;
  readonly scorer: Scorer;
  readonly check: PatternCheck;
  readonly duplicates: DuplicateFilter;
  readonly watch: RowWatch;
  /** Data rows met so far, over all files. */
  row: number;
}

/**
 * Folds every respondent of every file in this thread, in constant memory per atom, and merges the files.
 * Every source is closed at the end, however it ends. Throws ProblemsError where a file cannot be read on.
 */
export async function foldFiles(request: FoldRequest, onScored: OnScored | null): Promise<Aggregate> {
  const { plan, sources } = request;
  const instruments = createInstruments(request, onScored);
  let whole: Aggregate = { plan: instruments.layout, atoms: new Map(), ledger: emptyLedger() };
  const seen = new Map<string, string>();
  try {
    for (const [fileIndex, source] of sources.entries()) {
      const { part, digest } = await foldFile(instruments, source, fileIndex);
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

function createInstruments(request: FoldRequest, onScored: OnScored | null): Instruments {
  const { plan, program, problems, only } = request;
  const segments = plan.segments.map(({ column }) => column);
  const layout = createPlan(program, { segments, weighted: plan.weight !== null, only });
  return {
    ...request,
    onScored,
    layout,
    atoms: createAtoms(plan.segments),
    fold: createFold(program, layout),
    scorer: createScorer(program),
    check: createPatternCheck(program),
    duplicates: createDuplicateFilter(plan.rules.onDuplicate, problems),
    watch: createRowWatch(problems),
    row: 0,
  };
}

const NO_LINE = (): number => 0;

async function foldFile(
  instruments: Instruments,
  source: TableSource,
  fileIndex: number,
): Promise<{ part: Aggregate; digest: string }> {
  const { plan, program, problems, layout, fold, scorer, check, duplicates, watch, sink, onScored } = instruments;
  const decoder = createDecoder({ plan, fileIndex, program, problems });
  const secondsOf = createTimer(source.head.duration);
  const hasIds = (plan.files[fileIndex]?.idColumn ?? -1) >= 0;
  const leaveCareless = plan.rules.exclude.includes("careless");
  const ledger = createLedger();
  const atoms = instruments.atoms.ofFile(layout.length);
  const unknownBefore = problems.unknownAnswers;
  const digest = instruments.sources.length > 1 ? createRowDigest() : null;
  const place = { file: source.head.file, line: NO_LINE };
  await source.rows((cells, line) => {
    instruments.row++;
    ledger.read();
    const fate = decoder.decode(cells, line);
    if (fate !== "scored") return ledger.exclude(fate);
    const { answers, groups, weight } = decoder;
    const id = watch.idOf(decoder.id);
    place.line = line;
    // Nothing new for a row: what each of a million rows leaves behind adds up.
    const repeat = watch.isSomebodys ? duplicates.see(decoder, place) : "new";
    if (repeat !== "new") watch.repeated(id, repeat);
    if (repeat === "drop") return ledger.exclude("duplicate");
    const flags = check(answers, secondsOf(cells));
    if (leaveCareless && isCareless(flags)) {
      problems.leftOut(answers);
      return ledger.exclude("careless");
    }
    if (repeat === "repeated") ledger.repeatedId();
    ledger.score();
    if (!hasIds) watch.scored(answers, groups);
    digest?.add(answers, groups);
    const scored = scorer.score(answers);
    fold(atoms.cellOf(groups), { answers, scored, flags, weight });
    onScored?.(id, scored.scores);
    sink?.respondent({ row: instruments.row, file: fileIndex, id, groups, weight, answers, scored, flags });
  });
  watch.endFile(source.head.file);
  problems.counted(fileCounts(source.head.file, layout, atoms.cells));
  const part = { plan: layout, atoms: atoms.cells, ledger: ledger.done(problems.unknownAnswers - unknownBefore) };
  return { part, digest: digest?.value() ?? "" };
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
