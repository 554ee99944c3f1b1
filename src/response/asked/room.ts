import { readHands } from "../../framework/hands.ts";
import { textIn } from "../../framework/text-cell.ts";
import type { CodedScale, Framework, Item, Scale } from "../../framework/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { answerTable, codeAnswer } from "../answers/answers.ts";
import { filledRows, sampledRows } from "../columns/survey-columns.ts";
import type { ColumnDecision, PlannedFile } from "../source-plan.ts";
import type { TableHead } from "../table-head.ts";
import { MISSING } from "../types.ts";

/** What a room left beside its one answer to an item. */
export interface RoomNote {
  readonly item: string;
  /** In the scale's own words; null where the room gave none. */
  readonly answer: string | null;
  readonly note: string | null;
  /** People per point of the scale, in ascending order of code; null without a show of hands. */
  readonly hands: readonly number[] | null;
}

interface Sheet {
  readonly framework: Framework;
  readonly file: PlannedFile;
  readonly head: TableHead;
  readonly row: readonly string[];
  readonly problems: Problem[];
}

/** Notes and shows of hands of the one row of a file, in framework order; nothing where there are none. ANS008: hands nobody can read. */
export function readRoom(
  framework: Framework,
  file: PlannedFile,
  head: TableHead,
): { readonly notes: readonly RoomNote[]; readonly problems: readonly Problem[] } {
  const [row] = filledRows(head);
  if (row === undefined) return { notes: [], problems: [] };
  const sheet: Sheet = { framework, file, head, row, problems: [] };
  const notes = framework.items.flatMap((item) => noteOn(sheet, item) ?? []);
  return { notes, problems: sheet.problems };
}

function noteOn(sheet: Sheet, item: Item): RoomNote | null {
  const scale = sheet.framework.scales.get(item.scale);
  if (scale === undefined) return null;
  const note = textIn(cellOf(sheet, "note", item.id));
  const hands = handsOn(sheet, item, scale);
  if (note === "" && hands === null) return null;
  const answer = answerWords(scale, codeAnswer(answerTable(item.id, scale), cellOf(sheet, "item", item.id)));
  return { item: item.id, answer, note: note === "" ? null : note, hands };
}

function columnOf({ file }: Sheet, kind: ColumnDecision["takenFor"], item: string): ColumnDecision | undefined {
  return file.columns.find((column) => column.takenFor === kind && column.item === item);
}

function cellOf(sheet: Sheet, kind: ColumnDecision["takenFor"], item: string): string {
  const column = columnOf(sheet, kind, item);
  return column === undefined ? "" : (sheet.row[column.position - 1] ?? "").trim();
}

function handsOn(sheet: Sheet, item: Item, scale: Scale): readonly number[] | null {
  const cell = cellOf(sheet, "hands", item.id);
  if (cell === "") return null;
  const read = readHands(cell, scale.kind === "coded" ? scale.points.length : 0);
  if (!("fault" in read)) return read.counts;
  sheet.problems.push(unreadable(sheet, item.id, read.fault));
  return null;
}

function unreadable(sheet: Sheet, item: string, why: string): Problem {
  const { head } = sheet;
  const line = sampledRows(head).find(({ cells }) => cells === sheet.row)?.line;
  const column = columnOf(sheet, "hands", item)?.position;
  return {
    code: "ANS008",
    severity: "warning",
    message: `The show of hands on ${item} (column ${column ?? "?"}) cannot be read: ${why}. It was left out.`,
    help: "Write the people for each answer with spaces between, from the lowest code to the highest, such as 0 2 5 8 1; or empty the cell.",
    place: { file: head.file, ...(line === undefined ? {} : { line }) },
  };
}

function answerWords(scale: Scale, code: ReturnType<typeof codeAnswer>): string | null {
  if (typeof code !== "number") return null;
  if (code === MISSING.notApplicable) return "not applicable";
  if (code === MISSING.dontKnow) return "don't know";
  if (code === MISSING.unanswered || code === MISSING.unknown) return null;
  if (scale.kind === "figure") return `${code / 10 ** scale.decimals} ${scale.unit}`.trim();
  return labelOf(scale, code);
}

function labelOf({ points }: CodedScale, code: number): string {
  return points.find((point) => point.code === code)?.label ?? String(code);
}
