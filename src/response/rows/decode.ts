import { readWritten } from "../answers/tool-apostrophe.ts";
import { isUnansweredText } from "../answers/unanswered-text.ts";
import { type BadAnswer, noteAnswer } from "../answers/unreadable.ts";
import { ownCopy } from "../own-copy.ts";
import type { AnswerTable, PlannedFile, SourcePlan } from "../source-plan.ts";
import type { Spot } from "../spot.ts";
import type { DialectName } from "../table-head.ts";
import { type Answers, type Exclusion, MISSING } from "../types.ts";
import { assessmentPlace } from "./assessment-problems.ts";
import { choiceReader } from "./choice-cells.ts";
import { groupTextOf } from "./group-text.ts";
import type { AnswerProblems } from "./problems.ts";
import { createRowAudience } from "./row-audience.ts";
import { createRowMarks } from "./row-marks.ts";
import { createRowWidth } from "./row-width.ts";
import { UNIT_WEIGHT } from "./weight-text.ts";
import { createWeights } from "./weights.ts";

/** Turns the cells of one file's rows into answers. What it holds is of the last row only and is used again. */
export interface RowDecoder {
  /** One per item of the program, in its order. */
  readonly answers: Answers;
  /** One value per segment of the plan, "" where blank. */
  readonly groups: readonly string[];
  /** The survey weight in units of 1/100,000; without a column of weights, 1. */
  readonly weight: number;
  /** Without spaces at the ends, its accents composed, as one tool writes them and another does not; "" where blank or without an id column. */
  readonly id: string;
  /** line: the line the row begins on, asked for only where something is wrong. */
  decode(cells: readonly string[], line: () => number): "scored" | Exclusion;
  /** What `decode` reads beside the answers, of a row that is known to be scored and whose answers the caller has put in place. */
  decodeRest(cells: readonly string[], line: () => number): void;
}

/** Cells of one character are looked up by it; this many characters from 0. */
const SINGLES = 128;
/** Distinct longer texts remembered per item; figures and comments have no end of them. */
const REMEMBERED = 4096;
/** A longer text is looked at each time instead of remembered: 4096 comments of 1 MB would be 4 GB. Characters. */
const LONGEST = 300;
/** Distinct texts of all segment columns remembered; more are no groups, and refused soon. */
const REMEMBERED_GROUPS = 100_000;

export function createDecoder(options: {
  readonly plan: SourcePlan;
  /** Which of the plan's files the rows are from. */
  readonly fileIndex: number;
  /** What scores the answers: the plan was made for its items. */
  readonly program: { readonly items: readonly unknown[] };
  readonly problems: AnswerProblems;
}): RowDecoder {
  const { plan, fileIndex, problems } = options;
  const file = plan.files[fileIndex];
  if (file === undefined) throw new Error(`the plan has no file ${fileIndex}`);
  if (plan.answers.length !== options.program.items.length) throw new Error("the plan was made for another program");
  const { answers, code } = createCoder(plan, file, problems);
  const { groups, readGroups } = createGroups(file);
  const weightOf = createWeights(file, problems);
  const fits = createWidthCheck(file, problems);
  const marked = createRowMarks(file.head.rowRules, plan.rules.include);
  const audience = createRowAudience(plan, file, problems.audiences);
  const assessment = assessmentPlace(plan, file);

  /** Why an answered row of somebody whose audience is not known is left out; null: it is known. */
  const unplaced = (cells: readonly string[], line: () => number): Exclusion | null => {
    if (audience === null || audience.id !== "") return null;
    audience.refuse(cells, line);
    problems.leftOut(answers);
    return "incomplete";
  };
  const readRest = (cells: readonly string[], line: () => number): void => {
    if (file.head.keptMarks !== undefined) problems.marks.look(file.head, cells);
    readGroups(cells);
    audience?.mark(answers, groups);
    if (file.weightColumn >= 0) decoder.weight = weightOf(cells[file.weightColumn] ?? "", line);
    if (assessment !== null)
      problems.assessments.row(cells[assessment] ?? "", () => ({ file: file.name, line: line() }));
    if (file.idColumn >= 0) decoder.id = (cells[file.idColumn] ?? "").trim().normalize("NFC");
  };
  const decoder = {
    answers,
    groups: groups as readonly string[],
    weight: UNIT_WEIGHT,
    id: "",
    decodeRest: readRest,
    decode: (cells: readonly string[], line: () => number): "scored" | Exclusion => {
      if (!fits(cells, line)) return "ragged";
      const mark = marked(cells);
      if (mark !== null) return mark;
      if (!code(audience === null ? cells : audience.ownCells(cells, line), line)) return "empty";
      const out = unplaced(cells, line);
      if (out !== null) return out;
      readRest(cells, line);
      return "scored";
    },
  };
  return decoder;
}

interface Coder {
  readonly answers: Answers;
  /** Fills the answers; true where at least one item is answered in some way. */
  code(cells: readonly string[], line: () => number): boolean;
}

function createCoder(plan: SourcePlan, file: PlannedFile, problems: AnswerProblems): Coder {
  const choices = [...(file.choiceColumns ?? [])].map(([item, own]) =>
    choiceReader(own, { item, table: plan.answers[item], file: file.name, problems }),
  );
  // An item with a column for each of its answers is read by itself.
  const columns = Int32Array.from(file.itemColumns, (column, item) => (file.choiceColumns?.has(item) ? -1 : column));
  const readers = cellReaders(plan, file, problems);
  // Filled as cells of one character come; NaN: not seen yet, or no answer.
  const singles = new Float64Array(columns.length * SINGLES).fill(Number.NaN);
  const answers = new Float64Array(columns.length);

  // The two innermost functions of the whole program.
  const codeOf = (item: number, cell: string, line: () => number): number => {
    const character = cell.length === 1 ? cell.charCodeAt(0) : SINGLES;
    if (character >= SINGLES) return (readers[item] as CellReader)(cell, line);
    const place = item * SINGLES + character;
    const known = singles[place] as number;
    if (!Number.isNaN(known)) return known;
    const value = (readers[item] as CellReader)(cell, line);
    if (value !== MISSING.unknown) singles[place] = value;
    return value;
  };
  const code = (cells: readonly string[], line: () => number): boolean => {
    let answered = false;
    for (let item = 0; item < columns.length; item += 1) {
      const column = columns[item] as number;
      const cell = column < 0 ? "" : (cells[column] ?? "");
      const value = cell === "" ? MISSING.unanswered : codeOf(item, cell, line);
      answers[item] = value;
      answered ||= value !== MISSING.unanswered;
    }
    for (const choice of choices) {
      const value = choice.read(cells, line);
      answers[choice.item] = value;
      answered ||= value !== MISSING.unanswered;
    }
    return answered;
  };
  return { answers, code };
}

/** Values of the segment columns, as they were meant; the same value is the same string each time, with memory of its own. */
function createGroups(file: PlannedFile): { groups: string[]; readGroups(cells: readonly string[]): void } {
  const textOf = groupTextOf(file);
  const known = new Map<string, string>();
  const columns = Int32Array.from(file.segmentColumns);
  const groups = Array.from(columns, () => "");
  const groupOf = (cell: string): string => {
    const group = ownCopy(textOf(cell));
    if (cell.length <= LONGEST && known.size < REMEMBERED_GROUPS) known.set(ownCopy(cell), group);
    return group;
  };
  return {
    groups,
    readGroups: (cells) => {
      for (let at = 0; at < columns.length; at += 1) {
        const cell = cells[columns[at] as number] ?? "";
        groups[at] = known.get(cell) ?? groupOf(cell);
      }
    },
  };
}

/** The code of a cell; what cannot be read is noted and comes back as MISSING.unknown. */
type CellReader = (cell: string, line: () => number) => number;

interface CellPlace {
  /** Place in the program. */
  readonly item: number;
  readonly file: string;
  readonly dialect: DialectName;
  readonly problems: AnswerProblems;
  /** Texts that stand for no answer in this file, as `normaliseAnswer` writes them. */
  readonly unanswered: ReadonlySet<string>;
}

function cellReaders({ answers }: SourcePlan, file: PlannedFile, problems: AnswerProblems): readonly CellReader[] {
  const unanswered = new Set(file.head.unanswered);
  const { dialect } = file.head;
  return answers.map((table, item) => cellReader(table, { item, file: file.name, dialect, problems, unanswered }));
}

/** Remembers what each text of one item means, so that only its first sight costs anything. */
function cellReader(table: AnswerTable, place: CellPlace): CellReader {
  const codes = new Map<string, number>();
  const bad = new Map<string, BadAnswer>();
  const spotOf = (line: () => number): Spot => ({ file: place.file, line: line() });
  const note = (known: BadAnswer, line: () => number): number => {
    noteAnswer(known, () => spotOf(line));
    return MISSING.unknown;
  };
  const firstSight = (cell: string, line: () => number): number => {
    const known = bad.get(cell);
    if (known !== undefined) return note(known, line);
    const read = readWritten(table, cell, place.dialect);
    place.problems.met({ item: place.item, file: place.file, cell, read, spot: () => spotOf(line) });
    // A code of the scale stays one; but every number is a figure, and -99 would be taken for one in silence.
    const isBlank =
      (typeof read.value !== "number" || table.kind === "figure") && isUnansweredText(place.unanswered, cell);
    const code = isBlank ? MISSING.unanswered : read.value;
    if (typeof code === "number") {
      if (codes.size < REMEMBERED && cell.length <= LONGEST) codes.set(ownCopy(cell), code);
      return code;
    }
    const entry = place.problems.bad(place.item, cell, code);
    if (bad.size < REMEMBERED && cell.length <= LONGEST) bad.set(ownCopy(cell), entry);
    return note(entry, line);
  };
  return (cell, line) => codes.get(cell) ?? firstSight(cell, line);
}

/** Whether a row has the cells the header promises; notes those that have not. */
function createWidthCheck(
  file: PlannedFile,
  problems: AnswerProblems,
): (cells: readonly string[], line: () => number) => boolean {
  const { headers } = file.head;
  const widthOf = createRowWidth(file.head, file.columns);
  return (cells, line) => {
    const width = widthOf(cells);
    if (width === "trailing") problems.ragged.trailing(file.name);
    if (width === "ragged") problems.ragged.row(file.name, line(), { found: cells.length, expected: headers.length });
    return width !== "ragged";
  };
}
