import { createFold, type Fold } from "../aggregate/fold.ts";
import { createPlan } from "../aggregate/plan.ts";
import type { AggregatePlan } from "../aggregate/types.ts";
import { createLedger, type LedgerCount } from "../response/ledger.ts";
import { createDecoder, type RowDecoder } from "../response/rows/decode.ts";
import {
  createDuplicateFilter,
  createRowDigest,
  type DuplicateFilter,
  type RowDigest,
} from "../response/rows/duplicates.ts";
import { createTimer } from "../response/rows/duration.ts";
import type { AnswerProblems } from "../response/rows/problems.ts";
import type { SourcePlan } from "../response/source-plan.ts";
import type { Exclusion } from "../response/types.ts";
import type { ScoringProgram } from "../scoring/program.ts";
import { createPatternCheck, isCareless, type PatternCheck } from "../scoring/quality.ts";
import { createScorer, type Scorer } from "../scoring/scorer.ts";
import type { RespondentSink } from "../sinks/types.ts";
import type { TableSource } from "../sources/table/source.ts";
import { type Atoms, createAtoms, type FileAtoms } from "./atoms.ts";
import { createRowWatch, type RowWatch } from "./row-watch.ts";

/** What is done with the people of all files. */
export interface PeopleRequest {
  readonly plan: SourcePlan;
  readonly program: ScoringProgram;
  /** Collects what cannot be read; the caller decides what it means. */
  readonly problems: AnswerProblems;
  readonly sink: RespondentSink | null;
  readonly onScored: OnScored | null;
  /** `scores`: no sums for reliability, drivers and agreement. */
  readonly only: "scores" | null;
  /** Files of the run. */
  readonly files: number;
}

/** Told of every respondent who counts. id: "" where there is none. scores: of the dimensions, used again for the next one. */
export type OnScored = (id: string, scores: Float64Array) => void;

/** What the rows of all files go through, one after the other. */
export interface Instruments extends PeopleRequest {
  readonly layout: AggregatePlan;
  readonly atoms: Atoms;
  readonly fold: Fold;
  readonly scorer: Scorer;
  readonly check: PatternCheck;
  readonly duplicates: DuplicateFilter;
  readonly watch: RowWatch;
  /** Data rows met so far, over all files. */
  rowsMet: number;
}

export function createInstruments(request: PeopleRequest): Instruments {
  const { plan, program, problems, only } = request;
  const segments = plan.segments.map(({ column }) => column);
  const layout = createPlan(program, { segments, weighted: plan.weight !== null, only });
  return {
    ...request,
    layout,
    atoms: createAtoms(plan.segments),
    fold: createFold(program, layout),
    scorer: createScorer(program),
    check: createPatternCheck(program),
    duplicates: createDuplicateFilter(plan.rules.onDuplicate, problems),
    watch: createRowWatch(problems),
    rowsMet: 0,
  };
}

/** The people of one file: what becomes of each row, however it was read. What it holds of a row is of the last one only. */
export interface FilePeople {
  readonly instruments: Instruments;
  readonly fileIndex: number;
  /** Its name. */
  readonly file: string;
  readonly decoder: RowDecoder;
  readonly ledger: LedgerCount;
  readonly cells: FileAtoms;
  /** Names the rows in their order; null where this file is the only one. */
  readonly digest: RowDigest | null;
  readonly hasIds: boolean;
  /** A row as its cells: what came of reading it. */
  row(cells: readonly string[], line: () => number): "scored" | Exclusion;
  /** A row that is known to be scored, its answers already among those of the decoder. cells: those of columns that hold no answers. */
  answered(cells: readonly string[], line: () => number): void;
  /** A row that is left out, for a reason found elsewhere. */
  left(fate: Exclusion): void;
  /** Rows that were scored and folded elsewhere. */
  counted(rows: number): void;
}

const NO_LINE = (): number => 0;

export function createPeople(
  instruments: Instruments,
  source: Pick<TableSource, "head">,
  fileIndex: number,
): FilePeople {
  const { plan, program, problems } = instruments;
  const decoder = createDecoder({ plan, fileIndex, program, problems });
  const ledger = createLedger();
  const file = {
    ...{ fileIndex, decoder, ledger },
    cells: instruments.atoms.ofFile(instruments.layout.length),
    digest: instruments.files > 1 ? createRowDigest() : null,
    hasIds: (plan.files[fileIndex]?.idColumn ?? -1) >= 0,
  };
  const person = createPerson(instruments, { ...file, source });
  return {
    instruments,
    ...file,
    file: source.head.file,
    row: (cells, line) => {
      instruments.rowsMet += 1;
      ledger.read();
      const fate = decoder.decode(cells, line);
      if (fate === "scored") person(cells, line);
      else ledger.exclude(fate);
      return fate;
    },
    answered: (cells, line) => {
      instruments.rowsMet += 1;
      ledger.read();
      decoder.decodeRest(cells, line);
      person(cells, line);
    },
    left: (fate) => {
      instruments.rowsMet += 1;
      ledger.read();
      ledger.exclude(fate);
    },
    counted: (rows) => {
      instruments.rowsMet += rows;
      ledger.read(rows);
      ledger.score(rows);
    },
  };
}

/** What everybody goes through whose row the decoder has read. */
function createPerson(
  instruments: Instruments,
  file: Pick<FilePeople, "fileIndex" | "decoder" | "ledger" | "cells" | "digest" | "hasIds"> & {
    readonly source: Pick<TableSource, "head">;
  },
): (cells: readonly string[], line: () => number) => void {
  const { plan, problems, fold, scorer, check, duplicates, watch, sink, onScored } = instruments;
  const { fileIndex, decoder, ledger, digest, hasIds } = file;
  const secondsOf = createTimer(file.source.head.duration);
  const leaveCareless = plan.rules.exclude.includes("careless");
  const place = { file: file.source.head.file, line: NO_LINE };
  return (cells, line) => {
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
    fold(file.cells.cellOf(groups), { answers, scored, flags, weight });
    onScored?.(id, scored.scores);
    sink?.respondent({ row: instruments.rowsMet, file: fileIndex, id, groups, weight, answers, scored, flags });
  };
}
