import { readWritten } from "../answers/tool-apostrophe.ts";
import { audienceOf } from "../asked/audience-names.ts";
import { ownCopy } from "../own-copy.ts";
import type { PlannedFile, SourcePlan } from "../source-plan.ts";
import { type Answers, isMissing, NOT_ASKED } from "../types.ts";
import type { AudienceProblems } from "./audience-problems.ts";
import { groupTextOf } from "./group-text.ts";

/** Whose answers a row holds. What it holds is of the last row only. */
export interface RowAudience {
  /** Place among the plan's segments, −1: none. */
  readonly segment: number;
  /** Of the last row; "" where nothing tells it, or it is another than that of the file. */
  readonly id: string;
  /** Writes down what the last row's audience is not asked, and whose row it is among its groups. */
  mark(answers: Answers, groups: string[]): void;
  /** Finds out whose row it is: its cells, those of items that are not asked of its audience blank. Used again for the next row. */
  ownCells(cells: readonly string[], line: () => number): readonly string[];
  /** Notes why the row cannot be scored. */
  refuse(cells: readonly string[], line: () => number): void;
}

/** Distinct texts remembered. */
const REMEMBERED = 4096;

const NONE: readonly number[] = [];

/** Null where every row of the file is of one audience, and nothing in it could say otherwise. */
export function createRowAudience(plan: SourcePlan, file: PlannedFile, problems: AudienceProblems): RowAudience | null {
  const { audience } = file;
  if (audience === undefined) return null;
  const { only, column, held } = audience;
  const foreign = new Map([...audience.unasked].map(([id, items]) => [id, foreignCells(file, items)]));
  const textOf = groupTextOf(file);
  const known = new Map<string, string>();
  const { names } = audience;
  const read = (cell: string): string => {
    const id = audienceOf(names, textOf(cell));
    if (only !== null) return id === null || id === only.id ? remember(known, cell, only.id) : "";
    return id !== null && held.includes(id) ? remember(known, cell, id) : "";
  };
  const idOf = (cell: string): string => known.get(cell) ?? read(cell);
  const copy: string[] = [];
  const isAnswer = (item: number, cell: string): boolean => {
    const table = plan.answers[item];
    if (table === undefined || cell.trim() === "") return false;
    const { value } = readWritten(table, cell, file.head.dialect);
    return typeof value === "number" && !isMissing(value);
  };
  const row = {
    segment: audience.segment,
    id: "",
    mark: (answers: Answers, groups: string[]): void => {
      for (const item of audience.unasked.get(row.id) ?? NONE) answers[item] = NOT_ASKED;
      if (audience.segment >= 0) groups[audience.segment] = row.id;
    },
    ownCells: (cells: readonly string[], line: () => number): readonly string[] => {
      row.id = column < 0 ? (only?.id ?? "") : idOf(cells[column] ?? "");
      const own = foreign.get(row.id);
      if (own === undefined) return cells;
      copy.length = cells.length;
      for (let at = 0; at < cells.length; at += 1) copy[at] = cells[at] as string;
      for (const { item, at, isOnly } of own) {
        if (isOnly && isAnswer(item, copy[at] ?? "")) problems.unasked(item, { file: file.name, line });
        copy[at] = "";
      }
      return copy;
    },
    refuse: (cells: readonly string[], line: () => number): void => {
      const text = textOf(cells[column] ?? "");
      const found = audienceOf(names, text);
      const header = file.head.headers[column] ?? "";
      const spot = () => ({ file: file.name, line: line() });
      if (only !== null) problems.other({ ...only, header, found: found ?? text, spot });
      else problems.unknown({ text, header, known: held, isElsewhere: found !== null, names, spot });
    },
  };
  return row;
}

/** A column of an item that is not asked; `isOnly`: its cells are answers, not one of several choices. */
interface ForeignCell {
  readonly item: number;
  readonly at: number;
  readonly isOnly: boolean;
}

function foreignCells({ itemColumns, choiceColumns }: PlannedFile, items: readonly number[]): readonly ForeignCell[] {
  return items.flatMap((item): readonly ForeignCell[] => {
    const choices = choiceColumns?.get(item);
    if (choices !== undefined) return choices.map(({ column }) => ({ item, at: column, isOnly: false }));
    const at = itemColumns[item] ?? -1;
    return at < 0 ? [] : [{ item, at, isOnly: true }];
  });
}

function remember(known: Map<string, string>, cell: string, id: string): string {
  if (known.size < REMEMBERED) known.set(ownCopy(cell), id);
  return id;
}
