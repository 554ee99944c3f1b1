import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Problem } from "../../problems/problem.ts";
import type { AnswerFault } from "../answers/fault.ts";
import { type BadAnswer, type UnreadableText, unreadableProblems } from "../answers/unreadable.ts";
import type { FileCounts } from "../checks/column-counts.ts";
import { createColumnTexts } from "../checks/column-texts.ts";
import { createWitness, type Sight } from "../checks/contradictions.ts";
import { doubtfulColumns } from "../checks/doubtful-columns.ts";
import { numberFiles } from "../checks/number-files.ts";
import { createStrangeMarks, type StrangeMarks } from "../checks/strange-marks.ts";
import { ownCopy } from "../own-copy.ts";
import type { SourcePlan } from "../source-plan.ts";
import type { Spot } from "../spot.ts";
import { type Answers, MISSING } from "../types.ts";
import { type AssessmentProblems, createAssessmentProblems } from "./assessment-problems.ts";
import { type AudienceProblems, createAudienceProblems } from "./audience-problems.ts";
import { createRaggedProblems, type RaggedProblems } from "./ragged.ts";
import { createWeightProblems, type WeightProblems } from "./weight-problems.ts";

/** Collects what cannot be read in the rows of all files, in bounded memory. */
export interface AnswerProblems {
  /** The count to add to for this text; the same object for the same text on the same scale. */
  bad(item: number, cell: string, fault: AnswerFault): BadAnswer;
  /** A text as it was read in a column: what contradicts others is told at the end. */
  met(sight: Sight): void;
  readonly ragged: RaggedProblems;
  readonly marks: StrangeMarks;
  readonly weights: WeightProblems;
  readonly audiences: AudienceProblems;
  readonly assessments: AssessmentProblems;
  /** The answers of a file, when all of its rows were read. */
  counted(file: FileCounts): void;
  /** Anything else that the rows showed, already in words. */
  found(problem: Problem): void;
  /** One id with different answers, where the rules make that an error. */
  repeatedId(first: Spot, again: Spot): void;
  /** A row that was decoded is left out after all: its answers count for nobody. */
  leftOut(answers: Answers): void;
  /** Answers that could not be read so far, in rows that are not left out. */
  readonly unknownAnswers: number;
  /** What was collected, in the order in which it was met. Errors, or warnings where the rules say go on. */
  problems(): readonly Problem[];
}

/** How many pairs of rows are named, and different texts remembered. */
const NAMED = 3;
const REMEMBERED = 1000;

export function createAnswerProblems(
  plan: Pick<SourcePlan, "answers" | "rules"> & Partial<Pick<SourcePlan, "files">>,
): AnswerProblems {
  const texts = new Map<string, UnreadableText>();
  const overflow: BadAnswer = { count: 0, spots: [] };
  const ragged = createRaggedProblems(plan.rules.onRagged);
  const witness = createWitness(plan.answers);
  const columns = createColumnTexts(plan.answers);
  const counts: FileCounts[] = [];
  const others: Problem[] = [];
  const repeated: { first: Spot; again: Spot }[] = [];
  let repeats = 0;
  let leftOut = 0;
  const marks = createStrangeMarks();
  const weights = createWeightProblems();
  const audiences = createAudienceProblems(plan);
  const assessments = createAssessmentProblems();
  return {
    ragged,
    marks,
    weights,
    audiences,
    assessments,
    met: (sight) => {
      witness.met(sight);
      columns.met(sight);
    },
    counted: (file) => counts.push(file),
    found: (problem) => others.push(problem),
    bad: (item, cell, fault) => {
      const key = `${plan.answers[item]?.scale} ${normaliseAnswer(cell.slice(0, 300))}`;
      const known = texts.get(key);
      known?.items.add(item);
      if (known !== undefined) return known;
      if (texts.size >= REMEMBERED) return overflow;
      const text = { cell: ownCopy(cell.slice(0, 100)), fault, items: new Set([item]), count: 0, spots: [] };
      texts.set(ownCopy(key), text);
      return text;
    },
    repeatedId: (first, again) => {
      repeats += 1;
      if (repeated.length < NAMED) repeated.push({ first, again });
    },
    leftOut: (answers) => {
      for (const answer of answers) if (answer === MISSING.unknown) leftOut += 1;
    },
    get unknownAnswers() {
      let sum = overflow.count - leftOut;
      for (const { count } of texts.values()) sum += count;
      return sum;
    },
    problems: () => [
      ...unreadableProblems(plan, {
        unreadable: [...texts.values()],
        overflow: overflow.count,
        testimonies: witness.testimonies(),
      }),
      ...numberFiles(witness.testimonies()),
      ...doubtfulColumns({ answers: plan.answers, files: plan.files ?? [] }, columns.columns(), counts),
      ...ragged.problems(),
      ...marks.problems(),
      ...weights.problems(),
      ...audiences.problems(),
      ...assessments.problems(),
      ...(repeats === 0 ? [] : [repeatedProblem(repeated, repeats)]),
      ...others,
    ],
  };
}

function repeatedProblem(repeated: readonly { first: Spot; again: Spot }[], repeats: number): Problem {
  const pairs = repeated
    .map(({ first, again }) => `${first.file}:${first.line} and ${again.file}:${again.line}`)
    .join("; ");
  const more = repeats > repeated.length ? `; and ${repeats - repeated.length} more` : "";
  return {
    code: "ANS007",
    severity: "error",
    message: `One id stands on rows with different answers: ${pairs}${more}.`,
    help: "Correct the ids, or use --on-duplicate keep (count both as people) or first (keep the first row).",
    ...(repeated[0] === undefined ? {} : { place: repeated[0].again }),
    kept: `Rows that repeat an id with other answers: ${repeats}.`,
  };
}
