import { createFold, type Fold } from "../aggregate/fold.ts";
import { merge } from "../aggregate/merge.ts";
import { createPlan } from "../aggregate/plan.ts";
import type { Aggregate, AggregatePlan, Cell } from "../aggregate/types.ts";
import { ProblemsError } from "../problems/problem.ts";
import { refusePersonalGroups } from "../response/checks/personal-groups.ts";
import { refuseSeveralGroups } from "../response/checks/several-groups.ts";
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
import { fileCounts } from "./file-counts.ts";
import { createRowWatch, type RowWatch } from "./row-watch.ts";

/** Each group costs memory of its own; more than this is no grouping but an id or free text. */
const MOST_GROUPS = 1000;

export interface StreamRequest {
  readonly plan: SourcePlan;
  readonly program: ScoringProgram;
  /** One per file of the plan, in the same order; each is read once, to its end. */
  readonly sources: readonly TableSource[];
  /** Collects what cannot be read; the caller decides what it means. */
  readonly problems: AnswerProblems;
  readonly sink: RespondentSink | null;
}

/** Two files of fewer rows may well be alike by chance. */
const FEWEST_ROWS = 5;

/** What the rows of all files go through, one after the other. */
interface Instruments extends StreamRequest {
  readonly layout: AggregatePlan;
  readonly fold: Fold;
  readonly scorer: Scorer;
  readonly check: PatternCheck;
  readonly duplicates: DuplicateFilter;
  readonly watch: RowWatch;
  /** Data rows met so far, over all files. */
  row: number;
}

/**
 * Folds every respondent of every file in this thread, in constant memory per group, and merges the files.
 * Every source is closed at the end, however it ends. Throws ProblemsError where a file cannot be read on.
 */
export async function streamEngine(request: StreamRequest): Promise<Aggregate> {
  const { plan, program, sources } = request;
  const layout = createPlan(program, plan.by === null ? [] : [plan.by]);
  const instruments: Instruments = {
    ...request,
    layout,
    fold: createFold(program, layout),
    scorer: createScorer(program),
    check: createPatternCheck(program),
    duplicates: createDuplicateFilter(plan.rules.onDuplicate, request.problems),
    watch: createRowWatch(request.problems),
    row: 0,
  };
  let whole: Aggregate = { plan: layout, atoms: new Map(), ledger: emptyLedger() };
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
  instruments.watch.end({ by: plan.by, groups: groupNames(whole) });
  if (plan.by !== null) refuseGroups(plan.by, groupNames(whole));
  return whole;
}

const NO_LINE = (): number => 0;

async function foldFile(
  instruments: Instruments,
  source: TableSource,
  fileIndex: number,
): Promise<{ part: Aggregate; digest: string }> {
  const { plan, program, problems, layout, fold, scorer, check, duplicates, watch, sink } = instruments;
  const decoder = createDecoder({ plan, fileIndex, program, problems });
  const secondsOf = createTimer(source.head.duration);
  const hasIds = (plan.files[fileIndex]?.idColumn ?? -1) >= 0;
  const leaveCareless = plan.rules.exclude.includes("careless");
  const ledger = createLedger();
  const groups = createGroups(plan.by ?? "", layout.length);
  const unknownBefore = problems.unknownAnswers;
  const digest = instruments.sources.length > 1 ? createRowDigest() : null;
  const place = { file: source.head.file, line: NO_LINE };
  await source.rows((cells, line) => {
    instruments.row++;
    ledger.read();
    const fate = decoder.decode(cells, line);
    if (fate !== "scored") return ledger.exclude(fate);
    const { answers, group } = decoder;
    const id = watch.idOf(decoder.id);
    place.line = line;
    // Nothing new for a row: what each of a million rows leaves behind adds up.
    const repeat = id === "" ? "new" : duplicates.see(decoder, place);
    if (repeat !== "new") watch.repeated(id, repeat);
    if (repeat === "drop") return ledger.exclude("duplicate");
    const flags = check(answers, secondsOf(cells));
    if (leaveCareless && isCareless(flags)) {
      problems.leftOut(answers);
      return ledger.exclude("careless");
    }
    if (repeat === "repeated") ledger.repeatedId();
    ledger.score();
    if (!hasIds) watch.scored(answers, group);
    digest?.add(answers, group);
    const scored = scorer.score(answers);
    fold(groups.cellOf(group), { answers, scored, flags });
    sink?.respondent({ row: instruments.row, answers, scored });
  });
  watch.endFile(source.head.file);
  problems.counted(fileCounts(source.head.file, layout, groups.atoms));
  const part = { plan: layout, atoms: groups.atoms, ledger: ledger.done(problems.unknownAnswers - unknownBefore) };
  return { part, digest: digest?.value() ?? "" };
}

function refuseGroups(column: string, names: readonly string[]): void {
  refuseSeveralGroups(column, names);
  refusePersonalGroups(column, names);
}

function groupNames({ atoms }: Aggregate): readonly string[] {
  return [...atoms.keys()].flatMap((key) => JSON.parse(key) as string[]);
}

/** The cell of each group, made when its first respondent comes. */
function createGroups(column: string, length: number) {
  const cells = new Map<string | null, Cell>();
  const atoms = new Map<string, Cell>();
  const cellOf = (group: string | null): Cell => {
    const known = cells.get(group);
    if (known !== undefined) return known;
    if (cells.size >= MOST_GROUPS) throw tooManyGroups(column);
    const cell = new Float64Array(length);
    cells.set(group, cell);
    atoms.set(JSON.stringify(group === null ? [] : [group]), cell);
    return cell;
  };
  return { atoms, cellOf };
}

function tooManyGroups(column: string): ProblemsError {
  return new ProblemsError([
    {
      code: "SC004",
      severity: "error",
      message: `--by ${column}: the column has more than ${MOST_GROUPS} different values.`,
      help: "It looks like an id or free text; group by a column with few values, such as a department or a site.",
    },
  ]);
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
