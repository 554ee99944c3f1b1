import { looksLikeDate } from "../../response/rows/date-look.ts";
import type { RowRule } from "../../response/table-head.ts";
import { fieldNamed } from "./limesurvey-fields.ts";
import { FALSE, numbers, SPAM_WORDS, TRIAL_WORDS } from "./mark-words.ts";
import { qualtricsRules } from "./qualtrics-marks.ts";
import { ownName } from "./qualtrics-own.ts";

const UNFINISHED = ["partial", "started", "incomplete", "in progress", "not finished", "unfinished"];
/** This many columns of Qualtrics' own make numbers in them its own, too. */
const FEW = 2;

/**
 * Rules by the columns that somebody who trimmed a survey tool's export left standing. A word is trusted wherever such a
 * column is; a number or a missing date only where the first rows show that the column holds nothing else.
 */
export function leftOverMarks(headers: readonly string[], rows: readonly (readonly string[])[]): readonly RowRule[] {
  const own = headers.map(ownName);
  const known = own.filter((name) => name !== null && TELLING.has(name)).length >= FEW;
  const typed = own.includes("status");
  const rules = known ? [...qualtricsRules(own)] : [];
  for (const [at, header] of headers.entries()) {
    const cells = rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
    if (own[at] === "status") rules.push(...wordRules(at));
    else if (!known && own[at] === "finished") rules.push(...finishedRule(at, cells));
    else if (!known && own[at] === "progress") rules.push(...progressRule(at, cells));
    else if (!known && own[at] === "distributionchannel")
      rules.push({ column: at, exclude: "preview", when: { kind: "one of", values: ["preview"] } });
    else rules.push(...sentRule(at, { header, cells, typed }));
  }
  return rules;
}

const TELLING: ReadonlySet<string> = new Set([
  ...["responseid", "status", "finished", "progress", "recordeddate", "distributionchannel", "userlanguage"],
  ...["duration", "externaldatareference", "recipientemail", "responseset"],
]);

function wordRules(column: number): readonly RowRule[] {
  return [
    { column, exclude: "preview", when: { kind: "one of", values: TRIAL_WORDS } },
    { column, exclude: "spam", when: { kind: "one of", values: SPAM_WORDS } },
    { column, exclude: "incomplete", when: { kind: "one of", values: UNFINISHED } },
  ];
}

/** "true" and 1 say nothing of whoever is not there; a question called so is answered in other words. */
function finishedRule(column: number, cells: readonly string[]): readonly RowRule[] {
  const bits = cells.every((cell) => /^[01](?:\.0)?$/.test(cell));
  return [
    { column, exclude: "incomplete", when: { kind: "one of", values: [...FALSE, ...(bits ? numbers([0]) : [])] } },
  ];
}

/** Somebody got to the end; else they are the answers to a question. */
function progressRule(column: number, cells: readonly string[]): readonly RowRule[] {
  const percent = cells.every((cell) => /^\d{1,3}(?:[.,]\d+)?\s*%?$/.test(cell));
  const ended = cells.some((cell) => /^100(?:[.,]0+)?\s*%?$/.test(cell));
  return percent && ended ? [{ column, exclude: "incomplete", when: { kind: "under", limit: 100 } }] : [];
}

/** LimeSurvey's and Typeform's date of sending, where some rows have one. */
function sentRule(
  column: number,
  { header, cells, typed }: { readonly header: string; readonly cells: readonly string[]; readonly typed: boolean },
): readonly RowRule[] {
  const sent = fieldNamed(header)?.field === "submitdate" || (!typed && /^submit date \(utc\)$/i.test(header));
  return sent && cells.some(looksLikeDate) ? [{ column, exclude: "incomplete", when: { kind: "no date" } }] : [];
}
