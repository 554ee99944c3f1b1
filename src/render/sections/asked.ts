import type { Asked, Audit } from "../../audit/types.ts";
import { count, share } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";
import { listWords, peopleWords, plural } from "../words.ts";

const ONE_ASSESSMENT: Readonly<Record<Audit["framework"]["unit"], string>> = {
  person: "",
  organisation: "One assessment of the organisation as a whole",
  consensus: "One assessment, agreed by a group",
  self: "One assessment, of one person by that person",
};

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
  return [
    { kind: "heading", level: 2, text: "What was asked, and of whom" },
    { kind: "facts", rows: [...rows, ...by, ...warned] },
  ];
}

function answered({ framework, asked, disclosure }: Audit): string {
  if (framework.unit !== "person" && (asked.people ?? 1) > 1)
    return plural(asked.people ?? 1, "assessment", "assessments");
  if (framework.unit !== "person") return ONE_ASSESSMENT[framework.unit];
  if (asked.people === null) return `fewer than ${plural(disclosure.minGroup, "person", "people")}`;
  const people = peopleWords(asked.people);
  if (asked.headcount === null) return `${people} (no headcount given, so no response rate)`;
  const rate = asked.responseRate === null ? "" : `${share(asked.responseRate)} of `;
  return `${people}, ${rate}a headcount of ${count(asked.headcount)}`;
}

function flowWords(asked: Asked): string {
  const rows = (step: string) => asked.flow.find((flow) => flow.step === step)?.rows ?? 0;
  return `${count(rows("read"))} read, ${count(rows("scored"))} scored`;
}

function warningsFact(warnings: number): Fact {
  return {
    label: "Mind",
    text: `${plural(warnings, "warning", "warnings")} from reading the data: see Data quality`,
    tone: "fair",
  };
}
