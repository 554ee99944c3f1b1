import { INVISIBLE } from "../../framework/answer-text.ts";
import { textIn } from "../../framework/text-cell.ts";
import { decodeEntities } from "../answers/cell-text.ts";
import { withoutApostrophe } from "../answers/tool-apostrophe.ts";
import type { PlannedFile } from "../source-plan.ts";

/**
 * The group a cell of the grouping column names, as it was meant: without what only the tool that wrote the file put
 * there. Only a survey of ours, which names its audience, writes groups as cells that no spreadsheet runs.
 */
export function groupTextOf(file: Pick<PlannedFile, "columns" | "head">): (cell: string) => string {
  const written = writtenBy(file);
  return (cell) => spacedAlike(written(cell));
}

/** Spaces and accents taken apart never make another group: nobody sees them. */
export function spacedAlike(text: string): string {
  return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim().normalize("NFC");
}

function writtenBy({ columns, head }: Pick<PlannedFile, "columns" | "head">): (cell: string) => string {
  if (columns.some(({ takenFor }) => takenFor === "audience")) return (cell) => textIn(cell.trim());
  switch (head.dialect) {
    case "limesurvey":
      return (cell) => withoutApostrophe("limesurvey", cell.trim());
    case "microsoft-forms":
      return (cell) => cell.trim().replace(/^([^;]+);$/, "$1");
    case "typeform":
    case "surveymonkey":
    case "qualtrics":
      // No tags are taken off: what stands between angle brackets may be what tells two groups apart.
      return (cell) => decodeEntities(cell).trim();
    default:
      return (cell) => cell.trim();
  }
}
