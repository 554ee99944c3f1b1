import type { Asked, Audit, FlowStep } from "../../audit/types.ts";
import { count, share } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";
import { basisWords, listWords, peopleWords, plural } from "../words.ts";

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
  const by = audit.options.by === null ? [] : [{ label: "Grouped by", text: audit.options.by }];
  const warned = audit.warnings.length === 0 ? [] : [warningsFact(audit.warnings.length)];
  const few = (asked.responseRate ?? 1) < HALF ? [FEW_ANSWERED] : [];
  return [
    { kind: "heading", level: 2, text: "What was asked, and of whom" },
    { kind: "facts", rows: [...rows, ...by, ...few, ...warned] },
  ];
}

/** Share of the headcount below which those who kept silent outnumber those who spoke. */
const HALF = 0.5;
const FEW_ANSWERED: Fact = {
  label: "Mind",
  text: "Fewer than half answered: those who did may differ from those who did not.",
  tone: "fair",
};

function answered({ framework, asked, disclosure, overall }: Audit): string {
  const answers = asked.people ?? rowsOf(asked, "scored");
  if (framework.unit !== "person") return basisWords(framework.unit, answers);
  const people = peopleWords(answers);
  if (overall === null)
    return answers === 0 ? "Nobody" : `${people}: fewer than the minimum of ${count(disclosure.minGroup)}`;
  if (asked.headcount === null) return `${people} (no headcount given, so no response rate)`;
  const rate = asked.responseRate === null ? "" : `${share(asked.responseRate)} of `;
  return `${people}, ${rate}a headcount of ${count(asked.headcount)}`;
}

function flowWords(asked: Asked): string {
  return `${count(rowsOf(asked, "read"))} read, ${count(rowsOf(asked, "scored"))} scored`;
}

/** Rows of one step of the flow. */
export function rowsOf({ flow }: Asked, step: FlowStep["step"]): number {
  return flow.find((one) => one.step === step)?.rows ?? 0;
}

function warningsFact(warnings: number): Fact {
  return {
    label: "Mind",
    text: `${plural(warnings, "warning", "warnings")} from reading the data: see Data quality.`,
    tone: "fair",
  };
}
