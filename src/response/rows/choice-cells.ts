import { normaliseAnswer } from "../../framework/answer-text.ts";
import { asWritten } from "../answers/answer-names.ts";
import { noteAnswer } from "../answers/unreadable.ts";
import { ownCopy } from "../own-copy.ts";
import type { AnswerTable, ChoiceColumn } from "../source-plan.ts";
import { MISSING } from "../types.ts";
import type { AnswerProblems } from "./problems.ts";

/** Reads an item that has one column for each of its answers. */
export interface ChoiceReader {
  /** Place in the program. */
  readonly item: number;
  /** The code of the one answer chosen, or a kind of MISSING. */
  read(cells: readonly string[], line: () => number): number;
}

/** What tools write where a choice was taken, beside its own label and code; and where it was not. */
const TAKEN: ReadonlySet<string> = new Set(["1", "x", "✓", "✔", "true", "yes", "y", "checked", "selected"]);
const LEFT: ReadonlySet<string> = new Set(["", "0", "false", "no", "n", "unchecked", "not selected", "-"]);

/** Distinct texts remembered per column, and how long one may be, in characters. */
const REMEMBERED = 256;
const LONGEST = 300;

type Mark = "taken" | "left" | "unknown";

/** None taken is unanswered; one is that answer; two are noted as several answers, and anything else as no answer. */
export function choiceReader(
  columns: readonly ChoiceColumn[],
  place: {
    readonly item: number;
    readonly table: AnswerTable | undefined;
    readonly file: string;
    readonly problems: AnswerProblems;
  },
): ChoiceReader {
  const { item, file, problems } = place;
  const seen = columns.map(() => new Map<string, Mark>());
  const markOf = (column: ChoiceColumn, at: number, cell: string): Mark => {
    const known = seen[at]?.get(cell);
    if (known !== undefined) return known;
    const mark = markIn(column, normaliseAnswer(cell));
    const texts = seen[at];
    if (mark !== "unknown" && texts !== undefined && texts.size < REMEMBERED && cell.length <= LONGEST)
      texts.set(ownCopy(cell), mark);
    return mark;
  };
  const bad = (cell: string, answers: readonly string[], line: () => number): number => {
    const fault = answers.length > 1 ? ({ kind: "several", answers } as const) : ({ kind: "unknown" } as const);
    noteAnswer(problems.bad(item, cell, fault), () => ({ file, line: line() }));
    return MISSING.unknown;
  };
  const several = (taken: readonly ChoiceColumn[], line: () => number): number => {
    const labels = taken.map(({ label }) => label);
    return bad(labels.map((label) => asWritten(label, place.table)).join("; "), labels, line);
  };
  const read = (cells: readonly string[], line: () => number): number => {
    const marks = columns.map((column, at) => markOf(column, at, cells[column.column] ?? ""));
    const strange = columns[marks.indexOf("unknown")];
    if (strange !== undefined) return bad(cells[strange.column] ?? "", [], line);
    const taken = columns.filter((_, at) => marks[at] === "taken");
    if (taken.length > 1) return several(taken, line);
    const lone = taken.length === 0 ? loneDoubt(columns, cells) : undefined;
    return lone === undefined ? (taken[0]?.code ?? MISSING.unanswered) : bad(lone, [], line);
  };
  return { item, read };
}

function markIn({ label, code }: ChoiceColumn, text: string): Mark {
  if (LEFT.has(text)) return "left";
  return TAKEN.has(text) || text === label || text === String(code) ? "taken" : "unknown";
}

/** A 0 alone, in the column of the answer 0, or a No in that of the answer No: that answer, or none? Nobody can tell. */
function loneDoubt(columns: readonly ChoiceColumn[], cells: readonly string[]): string | undefined {
  const filled = columns.filter(({ column }) => (cells[column] ?? "").trim() !== "");
  const [only, ...others] = filled;
  if (only === undefined || others.length > 0) return undefined;
  const cell = cells[only.column] ?? "";
  return [only.label, String(only.code)].includes(normaliseAnswer(cell)) ? cell : undefined;
}
