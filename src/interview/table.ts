import { type MissingWords, missingWordsOf } from "../framework/missing-words.ts";
import { textCell } from "../framework/text-cell.ts";
import type { Unit } from "../framework/types.ts";
import type { Table } from "./csv.ts";
import { finishedSeats } from "./replay.ts";
import { WHOLE_SHEET } from "./sheet.ts";
import type { Answer, InterviewPlan, ItemQuestion, Seat, Seating } from "./types.ts";

interface Column {
  readonly header: string;
  cell(seat: Seat): string;
}

/**
 * The answers as `score` reads them: a row for each finished seat, in the order people sat, which the caller must shuffle.
 * Nothing in a row says who or when.
 */
export function answersTable(plan: InterviewPlan, seats: readonly Seat[]): Table {
  const finished = finishedSeats(seats);
  const columns = [
    ...assessmentColumn(plan),
    { header: "audience", cell: () => plan.audience },
    ...plan.setup.segments.map(({ name }) => ({ header: name, cell: choiceOf(name) })),
    ...plan.items.map((item) => ({ header: item.id, cell: answerOf(item) })),
    ...(plan.setup.seating.kind === "consensus" ? roomColumns(plan, finished) : []),
  ];
  return {
    headers: columns.map(({ header }) => header),
    rows: finished.map((seat) => columns.map(({ cell }) => cell(seat))),
  };
}

/**
 * Comments without the answers of whoever wrote them: by item, and within an item in alphabetical order, which says nothing
 * about who sat when. A consensus has its notes beside its answers, and here only what was said on everything.
 */
export function commentsTable(plan: InterviewPlan, seats: readonly Seat[]): Table {
  const finished = finishedSeats(seats);
  const items = plan.setup.seating.kind === "consensus" ? [] : plan.items;
  const questions = [
    ...items.map(({ id, text }) => ({ key: id, item: id, text })),
    { key: WHOLE_SHEET, item: "", text: "" },
  ];
  const rows = questions.flatMap(({ key, item, text }) =>
    finished
      .flatMap(({ comments }) => comments.get(key)?.trim() || [])
      .sort(byCodeUnit)
      .map((comment) => [item, textCell(text), textCell(comment)]),
  );
  return { headers: ["item", "question", "comment"], rows };
}

/** Makes the rows one assessment instead of people; there is no such column for people. */
function assessmentColumn({ setup, unit }: InterviewPlan): readonly Column[] {
  const word = assessmentWord(setup.seating.kind, unit);
  return word === null ? [] : [{ header: "assessment", cell: () => word }];
}

function assessmentWord(seating: Seating["kind"], unit: Unit): string | null {
  if (seating === "consensus") return "consensus";
  if (unit !== "person") return unit;
  return seating === "one" ? "self" : null;
}

function choiceOf(segment: string): Column["cell"] {
  return ({ answers }) => {
    const answer = answers.get(`@${segment}`);
    return answer?.kind === "choice" ? textCell(answer.text) : "";
  };
}

function answerOf({ id, scale }: ItemQuestion): Column["cell"] {
  const words = missingWordsOf(scale);
  return ({ answers }) => {
    const answer = answers.get(id);
    return answer === undefined ? "" : answerCell(answer, words);
  };
}

function answerCell(answer: Answer, words: MissingWords): string {
  switch (answer.kind) {
    case "code":
      return String(answer.code);
    case "figure":
      return answer.text;
    case "notApplicable":
      return words.notApplicable;
    case "dontKnow":
      return words.dontKnow;
    case "choice":
    case "skipped":
      return "";
  }
}

/** What the room left beside its answers, where it left anything. */
function roomColumns({ items }: InterviewPlan, seats: readonly Seat[]): readonly Column[] {
  return items.flatMap(({ id }) => [
    ...(seats.some(({ hands }) => hands.has(id))
      ? [{ header: `${id} hands`, cell: ({ hands }: Seat) => hands.get(id)?.join(" ") ?? "" }]
      : []),
    ...(seats.some(({ comments }) => comments.has(id))
      ? [{ header: `${id} note`, cell: ({ comments }: Seat) => textCell(comments.get(id) ?? "") }]
      : []),
  ]);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
