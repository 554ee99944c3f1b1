import { capital } from "../problems/capital.ts";
import type { Fate, Response } from "./responses.ts";
import type { Question, Survey } from "./survey.ts";

/** One survey tool's way of writing an export. */
export interface Writer {
  /** Answers as their words or as numbers: what the tool writes unless told otherwise. */
  readonly usual: AnswerStyle;
  /** In numbers the tool cannot write "not applicable" or "don't know". */
  readonly numbersOnly: boolean;
  layout(survey: Survey, style: ExportStyle): Layout;
}

export type AnswerStyle = "labels" | "codes";

export interface ExportStyle {
  readonly answers: AnswerStyle;
  /** Without rows of no use and without what tells who somebody is. */
  readonly clean: boolean;
}

export interface Layout {
  readonly columns: readonly Column[];
  /** Rows of no use that the tool keeps; none in a clean export. */
  readonly plants: readonly Fate[];
  readonly csv: CsvStyle;
}

export interface Column {
  /** One text per header row of the tool. */
  readonly header: readonly string[];
  cell(response: Response): string;
}

export interface CsvStyle {
  /** A byte order mark begins the file. */
  readonly bom: boolean;
  readonly newline: "\n" | "\r\n";
  /** Cells in quotation marks. */
  readonly quoted: "all" | "where needed";
  /** A blank line ends the file. */
  readonly blankEnd: boolean;
}

/** Questions as a tool shows them: those of one worded scale that follow each other as one grid, others alone. */
export type Block =
  | { readonly kind: "grid"; readonly rows: readonly PlacedQuestion[] }
  | { readonly kind: "single"; readonly row: PlacedQuestion };

export interface PlacedQuestion {
  readonly question: Question;
  /** Position among the survey's questions. */
  readonly at: number;
}

/** What stands above a grid. */
export const GRID_STEM = "How far does each of these apply?";

export function blocksOf({ questions }: Survey): readonly Block[] {
  const blocks: { kind: "grid" | "single"; rows: PlacedQuestion[] }[] = [];
  for (const [at, question] of questions.entries()) {
    const last = blocks.at(-1);
    const goesOn = last?.kind === "grid" && question.worded && last.rows[0]?.question.scale.id === question.scale.id;
    if (goesOn) last.rows.push({ question, at });
    else blocks.push({ kind: question.worded ? "grid" : "single", rows: [{ question, at }] });
  }
  return blocks.flatMap(({ kind, rows }): readonly Block[] => {
    const [row] = rows;
    return kind === "grid" ? [{ kind, rows }] : row === undefined ? [] : [{ kind, row }];
  });
}

/** The answer to a question as the cell of an export; "" where there is none. */
export function answerCell({ question, at }: PlacedQuestion, answers: AnswerStyle): (response: Response) => string {
  const { words, worded } = question;
  return ({ replies }) => {
    const reply = replies[at];
    switch (reply?.kind) {
      case "point":
        return answers === "labels" && worded ? (reply.point.label ?? "") : String(reply.point.code);
      case "figure":
        return reply.text;
      case "notApplicable":
        return capital(words.notApplicable);
      case "dontKnow":
        return capital(words.dontKnow);
      default:
        return "";
    }
  };
}

/** A column per segment, headed by its name in every header row that `headers` gives. */
export function segmentColumns(
  { segments }: Survey,
  headers: (name: string) => readonly string[] = (name) => [name],
): readonly Column[] {
  return segments.map(({ name }, at) => ({ header: headers(name), cell: (response) => response.segments[at] ?? "" }));
}

/** A column of one header row. */
export function column(header: string, cell: (response: Response) => string): Column {
  return { header: [header], cell };
}
