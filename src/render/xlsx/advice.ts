/** What was found, what to do first, and what has changed since last time. */
import type { Audit, Change, Finding, PlanStep } from "../../audit/types.ts";
import { evidenceWords } from "../sections/findings.ts";
import { CERTAINTY, HIDDEN, intensityWords, SEVERITY } from "../words.ts";
import { FORMAT, highOf, lowOf, numberOf, peopleOf, type SheetColumn, tableSheet } from "./table.ts";

export function findingsSheet(audit: Audit) {
  const because = ({ evidence, audience }: Finding) =>
    evidence.map((one) => evidenceWords(audit, one, audience)).join("; ");
  const columns: readonly SheetColumn<Finding>[] = [
    { title: "Severity", width: 10, of: ({ severity }) => SEVERITY[severity] },
    { title: "Certainty", width: 20, of: ({ certainty }) => CERTAINTY[certainty] },
    { title: "Of whom", width: 16, of: ({ audience }) => audience?.title ?? "Everyone" },
    { title: "Finding", width: 36, of: ({ title }) => title },
    { title: "What it says", width: 60, of: ({ says }) => says },
    { title: "Because", width: 60, of: because },
    { title: "To ask", width: 40, of: ({ ask }) => ask },
    { title: "Remedies", width: 40, of: ({ remedies }) => remedies.map(({ title }) => title).join("; ") },
  ];
  return tableSheet("Findings", columns, audit.findings);
}

const STEP_COLUMNS: readonly SheetColumn<PlanStep>[] = [
  { title: "Step", width: 6, format: FORMAT.people, of: ({ rank }) => rank },
  { title: "What", width: 40, of: ({ title }) => title },
  { title: "Id", width: 22, of: ({ strategy }) => strategy },
  { title: "Next week", width: 50, of: ({ firstStep }) => firstStep },
  { title: "Effort", width: 8, of: ({ effort }) => effort },
  { title: "Intensity", width: 14, of: ({ intensity }) => intensityWords(intensity) },
  { title: "Shows after months", width: 10, of: ({ months }) => months[0] },
  { title: "Until months", width: 10, of: ({ months }) => months[1] },
  { title: "When", width: 8, of: ({ horizon }) => horizon },
  { title: "Kind", width: 14, of: ({ quadrant }) => quadrant },
  { title: "Need answered", width: 10, format: FORMAT.need, of: ({ reduction }) => reduction },
  { title: "Per effort", width: 10, format: FORMAT.need, of: ({ perEffort }) => perEffort },
  { title: "Among the first three", width: 12, format: FORMAT.share, of: ({ firstThree }) => firstThree },
  { title: "Actions", width: 60, of: ({ actions }) => actions.join(" ") },
  { title: "What it brings", width: 40, of: ({ outcome }) => outcome },
  { title: "Pitfall", width: 40, of: ({ pitfall }) => pitfall },
  { title: "Watch", width: 40, of: ({ watch }) => watch },
];

export function planSheet({ plan }: Audit) {
  if (plan.steps.length > 0) return tableSheet("Plan", STEP_COLUMNS, plan.steps);
  const column = { title: "Plan", width: 80, of: (text: string) => text };
  return tableSheet("Plan", [column], [plan.reason ?? "There is nothing to plan."]);
}

interface ChangeLine extends Change {
  readonly group: string;
}

const CHANGE_COLUMNS: readonly SheetColumn<ChangeLine>[] = [
  { title: "Group", width: 24, of: ({ group }) => group },
  { title: "Kind", width: 12, of: (one) => one.of },
  { title: "Score", width: 30, of: ({ title }) => title },
  { title: "Change of the index", width: 12, format: "+0;-0;0", of: ({ index }) => numberOf(index) },
  { title: "Low", width: 8, format: "+0;-0;0", of: ({ index }) => lowOf(index) },
  { title: "High", width: 8, format: "+0;-0;0", of: ({ index }) => highOf(index) },
  { title: "n", width: 8, format: FORMAT.people, of: ({ index }) => peopleOf(index) },
  { title: "p", width: 8, format: FORMAT.p, of: ({ test }) => test?.p ?? null },
  { title: "Adjusted p", width: 10, format: FORMAT.p, of: ({ adjustedP }) => adjustedP },
  { title: "Says", width: 18, of: ({ says }) => says },
  { title: "Why there is no number", width: 40, of: ({ index }) => whyNone(index) },
];

function whyNone(index: Change["index"]): string {
  if (index.kind === "hidden") return HIDDEN;
  return index.kind === "none" ? index.reason : "";
}

/** Of everyone, then of groups that both waves show. */
export function changesSheet({ changes, groups }: NonNullable<Audit["change"]>) {
  const lines = [
    ...changes.map((one) => ({ ...one, group: "Everyone" })),
    ...groups.flatMap(({ label, changes: own }) => own.map((one) => ({ ...one, group: label }))),
  ];
  return tableSheet("Changes", CHANGE_COLUMNS, lines);
}
