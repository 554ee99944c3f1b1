import type { Problem } from "../../problems/problem.ts";
import { mixedRows } from "../asked/assessment.ts";
import { type AssessmentUnit, unitOf } from "../columns/survey-columns.ts";
import type { PlannedFile, SourcePlan } from "../source-plan.ts";
import type { Spot } from "../spot.ts";

/** Watches what every row says that it stands for: the plan knows only the first of them. */
export interface AssessmentProblems {
  /** cell: under `assessment`; "" without such a column. */
  row(cell: string, spot: () => Spot): void;
  problems(): readonly Problem[];
}

/** The word of a room or an organisation; "": a person's row. */
type Kind = Exclude<AssessmentUnit, "self"> | "";

export function createAssessmentProblems(): AssessmentProblems {
  const firsts = new Map<Kind, Spot>();
  return {
    row: (cell, spot) => {
      const unit = unitOf(cell);
      const kind = unit === null || unit === "self" ? "" : unit;
      if (!firsts.has(kind)) firsts.set(kind, spot());
    },
    problems: () => {
      const [room] = [...firsts.keys()].filter((kind) => kind !== "");
      const other = [...firsts].find(([kind]) => kind !== room);
      return room === undefined || other === undefined ? [] : [mixedRows(room, other[1])];
    },
  };
}

/** Position of the column `assessment`; −1 in a file without one beside others that have it; null where none has. */
export function assessmentPlace({ files }: Pick<SourcePlan, "files">, { columns }: PlannedFile): number | null {
  const placeIn = (file: Pick<PlannedFile, "columns">): number =>
    file.columns.findIndex(({ takenFor }) => takenFor === "assessment");
  return files.some((file) => placeIn(file) >= 0) ? placeIn({ columns }) : null;
}
