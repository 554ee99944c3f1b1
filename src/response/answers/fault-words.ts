import { normaliseAnswer } from "../../framework/answer-text.ts";
import { isBeyondWhole, isStandIn } from "../../framework/figure-limits.ts";
import { quote } from "../../problems/quote.ts";
import { CORRECT_OR_MAP } from "../checks/contradiction-problems.ts";
import type { Testimony } from "../checks/contradictions.ts";
import { confirmingItems } from "../checks/reversals.ts";
import type { AnswerTable } from "../source-plan.ts";
import { isMissing } from "../types.ts";
import { asWritten, itemsNamed } from "./answer-names.ts";
import { readAnswer } from "./answers.ts";
import { repairedEncoding } from "./cell-text.ts";
import type { AnswerFault } from "./fault.ts";
import { boundsOf } from "./figure.ts";

/** code; what: how the text is wrong, after it and before its number; help: without its end. */
export interface FaultWords {
  readonly code: string;
  readonly what: string;
  readonly help: string;
}

interface Known {
  /** Of the first item the text was met in. */
  readonly table: AnswerTable | undefined;
  readonly answers: readonly AnswerTable[];
  readonly testimonies: readonly Testimony[];
}

/** What is wrong with a text, in words. */
export function faultWords(text: { readonly cell: string; readonly fault: AnswerFault }, known: Known): FaultWords {
  const { fault } = text;
  switch (fault.kind) {
    case "unknown":
      return unknownWords(text.cell, known.table);
    case "several":
      return {
        code: "ANS009",
        what: `holds several answers (${fault.answers.map((one) => quote(asWritten(one, known.table))).join(" and ")}), and a question of the scale ${known.table?.scale ?? ""} takes one`,
        help: "A question that took several answers cannot be scored on this scale: check that the column is the right one, correct the export",
      };
    case "disagrees":
      return disagreement(fault, known);
    case "ambiguous":
      return {
        code: "ANS003",
        what: "can be read as a decimal or as thousands",
        help: "Write figures without separators between thousands",
      };
    case "decimals":
      return {
        code: "ANS004",
        what: `has more than ${fault.most} decimals`,
        help: "Round it as the framework declares the figure",
      };
    case "too large":
      return { code: "ANS005", what: "is too large to be kept exactly", help: "Check it" };
  }
}

function unknownWords(cell: string, table: AnswerTable | undefined): FaultWords {
  const scale = `the scale ${table?.scale ?? ""}`;
  if (table?.closed === true)
    return {
      code: "MP016",
      what: `is not in the mapping, for ${scale}`,
      help: "If the question was changed, have a new mapping written; else add the text under `codes:` in the mapping",
    };
  const words = { code: "ANS001", what: `is no answer on ${scale}` };
  if (table?.kind === "figure")
    return {
      ...words,
      help: figureHelp(cell, table),
    };
  const repaired = repairedEncoding(cell);
  if (table !== undefined && repaired !== undefined && typeof readAnswer(table, repaired).value === "number")
    return {
      ...words,
      help: `The encoding is broken: this was ${quote(repaired.trim())}. Export the file again as UTF-8, without a spreadsheet in between`,
    };
  if (table !== undefined && isBeside(table, cell))
    return {
      ...words,
      help: `The codes of ${scale} are ${codesOf(table).join(", ")}. A number just outside them often stands for "not applicable", or the question was asked on another scale: find out which, correct the export, or say in a mapping what it means (trust-audit map FILE -f FRAMEWORK -o mapping.yaml)`,
    };
  return {
    ...words,
    help: `Known answers of ${scale}: ${(table?.shown ?? []).map((label) => quote(label)).join(", ")}. Correct the export, or say what the text means in a mapping (trust-audit map FILE -f FRAMEWORK -o mapping.yaml) or in the scale's aliases, if the framework is your own file`,
  };
}

function figureHelp(cell: string, table: AnswerTable): string {
  const value = Number(cell.replace(",", ".").replace(/[^-\d.]/g, ""));
  const bounds = boundsOf(table);
  if (bounds !== null && isStandIn(value, bounds))
    return "Many tools write such a number where there is no answer: list it under the scale's not_applicable or dont_know, empty the cell";
  if (bounds !== null && isBeyondWhole(value, bounds))
    return "A percentage lies between 0 and 100, unless the scale's worst or best lies beyond: correct it in the export";
  return "A figure is written like 12 or 12.5, without separators between thousands; correct it in the export";
}

/** One below the lowest code, or one above the highest. */
function isBeside(table: AnswerTable, cell: string): boolean {
  const text = normaliseAnswer(cell);
  const codes = codesOf(table);
  return /^-?\d+$/.test(text) && [Math.min(...codes) - 1, Math.max(...codes) + 1].includes(Number(text));
}

function codesOf({ codes }: AnswerTable): readonly number[] {
  return [...new Set([...codes.values()].filter((code) => !isMissing(code)))].sort((a, b) => a - b);
}

function disagreement(fault: AnswerFault & { readonly kind: "disagrees" }, known: Known): FaultWords {
  const { code, number } = fault;
  const scale = `the scale ${known.table?.scale ?? ""}`;
  const label = quote(asWritten(fault.label, known.table));
  if (code === null)
    return {
      code: "ANS013",
      what: `gives ${label} the number ${number}, which is an answer of ${scale}`,
      help: CORRECT_OR_MAP,
    };
  const confirmed = known.testimonies
    .filter(({ table }) => table.scale === known.table?.scale)
    .flatMap((testimony) => confirmingItems(testimony, fault.label));
  if (confirmed.length > 0)
    return {
      code: "ANS012",
      what: `looks mistyped, since ${label} stands with ${code} in ${itemsNamed([...new Set(confirmed)], known.answers)}, as on ${scale}`,
      help: CORRECT_OR_MAP,
    };
  return {
    code: "ANS002",
    what: `contradicts itself, since on ${scale} ${label} has the code ${code}, not ${number}`,
    help: "Find out which of the two was meant and correct the export",
  };
}
