import type { Asked, Audit, FlowStep } from "../../audit/types.ts";
import { count, share } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";
import { basisWords, HIDDEN, listWords, peopleWords, plural } from "../words.ts";
import { otherGroupings } from "./audiences.ts";
import { groupingName } from "./comparisons.ts";
import { shakyFacts } from "./shaky.ts";

/** What was asked of whom, and how many answered. */
export function askedSection(audit: Audit): readonly Block[] {
  const { asked, source } = audit;
  const form = asked.form ? `, form "${asked.form.title}"` : "";
  const rows: Fact[] = [
    { label: "Asked", text: `${asked.audience.title}: ${plural(asked.itemsAsked, "item", "items")}${form}` },
    { label: "Answered", text: answered(audit), tone: "strong" },
    { label: "Rows", text: flowWords(asked) },
    {
      label: source.files.length === 1 ? "File" : "Files",
      text: listWords(
        source.files.map((f) => f.name),
        "and",
      ),
    },
  ];
  const how = [...subsetFacts(audit), ...groupedFacts(audit)];
  const warned = audit.warnings.length === 0 ? [] : [warningsFact(audit.warnings.length)];
  const few = (asked.responseRate ?? 1) < HALF ? [FEW_ANSWERED] : [];
  return [
    { kind: "heading", level: 2, text: "What was asked, and of whom" },
    { kind: "facts", rows: [...rows, ...how, ...few, ...shakyFacts(audit), ...warned] },
  ];
}

/** Of whom the numbers are, where not of everybody who answered, and how much each counts. */
function subsetFacts({ asked, options, overall, change }: Audit): readonly Fact[] {
  const effective = overall?.effectivePeople ?? null;
  const weigh = effective === null ? "" : `: they weigh as ${peopleWords(Math.round(effective))}`;
  return [
    ...(asked.subset === null ? [] : [{ label: "Only", text: asked.subset }]),
    ...(options.weight === null ? [] : [{ label: "Weighted by", text: `${options.weight}${weigh}` }]),
    ...(change === null ? [] : [{ label: "Compared with", text: change.before }]),
  ];
}

/** Audiences are no grouping anybody asked for. */
function groupedFacts(audit: Audit): readonly Fact[] {
  const { by } = audit.options;
  const groupings = otherGroupings(audit);
  const names = groupings.length > 0 ? groupings.map(groupingName) : by;
  return names.length === 0 ? [] : [{ label: "Grouped by", text: listWords(names, "and") }];
}

/** Share of the headcount below which those who kept silent outnumber those who spoke. */
const HALF = 0.5;
const FEW_ANSWERED: Fact = {
  label: "Mind",
  text: "Fewer than half answered: those who did may differ from those who did not.",
  tone: "fair",
};

function answered({ framework, asked, disclosure, overall }: Audit): string {
  if (overall === null && asked.subset !== null) return HIDDEN;
  const answers = asked.people ?? rowsOf(asked, "scored");
  if (answers === null) return HIDDEN;
  if (framework.unit !== "person") return basisWords(framework.unit, answers);
  const people = peopleWords(answers);
  if (overall === null)
    return answers === 0 ? "Nobody" : `${people}: fewer than the minimum of ${count(disclosure.minGroup)}`;
  if (asked.headcount === null) return `${people} (no headcount given, so no response rate)`;
  const rate = asked.responseRate === null ? "" : `${share(asked.responseRate)} of `;
  const part = asked.subset === null ? "" : " (the headcount is taken as that of this part)";
  return `${people}, ${rate}a headcount of ${count(asked.headcount)}${part}`;
}

function flowWords(asked: Asked): string {
  const [read, scored] = [rowsOf(asked, "read"), rowsOf(asked, "scored")];
  return read === null || scored === null ? FLOW_HIDDEN : `${count(read)} read, ${count(scored)} scored`;
}

/** In place of rows of which none may be told. */
export const FLOW_HIDDEN = "not told, to protect small groups";

/** Rows of one step of the flow; null where the flow is not told. */
export function rowsOf({ flow }: Asked, step: FlowStep["step"]): number | null {
  if (flow.length === 0) return null;
  return flow.find((one) => one.step === step)?.rows ?? 0;
}

function warningsFact(warnings: number): Fact {
  return {
    label: "Mind",
    text: `${plural(warnings, "warning", "warnings")} from reading the data: see Data quality.`,
    tone: "fair",
  };
}
