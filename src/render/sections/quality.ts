import type { Published } from "../../audit/estimate.ts";
import type { Audit, AuditColumn, AuditFile, FlowStep } from "../../audit/types.ts";
import { count, mean, published, share } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";
import { FLOW, HIDDEN, plural } from "../words.ts";
import { FLOW_HIDDEN, rowsOf } from "./asked.ts";
import { isAlone } from "./columns.ts";
import { readAs } from "./read-as.ts";

/** How the data came in: rows, columns, missing answers, answering patterns, warnings. */
export function qualitySection(audit: Audit): readonly Block[] {
  const scored = rowsOf(audit.asked, "scored") ?? audit.asked.people ?? 0;
  const alone = isAlone(audit);
  const facts = [
    ...(scored > 0 ? missingFacts(audit) : []),
    ...(scored > 0 && !alone ? patternFacts(audit) : []),
    ...repeatedFacts(audit),
    ...requestFacts(audit),
  ];
  return [
    { kind: "heading", level: 2, text: "Data quality" },
    flowBlock(audit.asked.flow),
    ...(facts.length > 0 ? [{ kind: "facts", rows: facts } as const] : []),
    ...audit.source.files.map(fileParagraph),
    ...warningBlocks(audit),
  ];
}

function flowBlock(flow: readonly FlowStep[]): Block {
  if (flow.length === 0) return { kind: "facts", rows: [{ label: "Rows", text: FLOW_HIDDEN }] };
  return {
    kind: "table",
    columns: [{ title: "Rows" }, { title: "Number", align: "right" }],
    rows: flow.map(({ step, rows }) =>
      step === "read" || step === "scored"
        ? [
            { text: FLOW[step], tone: "strong" },
            { text: count(rows), tone: "strong" },
          ]
        : [`− ${FLOW[step]}`, count(rows)],
    ),
  };
}

function missingFacts({ quality }: Audit): readonly Fact[] {
  const parts: readonly (readonly [string, number | null])[] = [
    ["left blank", quality.unanswered],
    ["not applicable", quality.notApplicable],
    ["don't know", quality.dontKnow],
    ["unreadable, counted as missing", quality.unknown === 0 ? null : quality.unknown],
  ];
  const known = parts.flatMap(([words, part]) => (part === null ? [] : [`${share(part)} ${words}`]));
  return known.length === 0 ? [] : [{ label: "Of all answers", text: known.join(", ") }];
}

function patternFacts({ quality }: Audit): readonly Fact[] {
  return [
    { label: "Long runs of one answer", text: patternWords(quality.longRuns) },
    { label: "The same answer throughout", text: patternWords(quality.straightLines) },
    { label: "Under 2 seconds a question", text: `${patternWords(quality.fast)}${ofWhom(quality.fast)}` },
    ...variabilityFacts(quality.variability),
  ];
}

/** Nothing where it cannot be had: it flags nobody, so nobody misses it. */
function variabilityFacts(variability: Published): readonly Fact[] {
  if (variability.kind !== "estimate") return [];
  return [
    {
      label: "Spread within a person",
      text: `${mean(variability.value)} points on average (standard deviation of one person's answers, n ${count(variability.n)})`,
    },
  ];
}

/** Whoever's time is unknown cannot have been too fast. */
function ofWhom(fast: Published): string {
  return fast.kind === "estimate" ? ` of ${count(fast.n)} with a known time` : "";
}

/** What the reader of the data was asked to take in or to leave out, beyond what is usual. */
function requestFacts({ options }: Audit): readonly Fact[] {
  const parts = [
    ...options.include.map((mark) => `rows ${MARK[mark] ?? mark} are scored`),
    ...options.exclude.map((kind) => `${kind} rows are left out; the counts of patterns are of the rows that remain`),
  ];
  return parts.length === 0 ? [] : [{ label: "On request", text: parts.join("; ") }];
}

const MARK: Readonly<Record<string, string>> = {
  preview: "of trial runs",
  spam: "marked as spam",
  incomplete: "not finished",
};

function repeatedFacts({ quality }: Audit): readonly Fact[] {
  // Null goes with rows that are not told, which has been said.
  if (quality.repeatedIds === null || quality.repeatedIds === 0) return [];
  const kept = plural(quality.repeatedIds, "row kept", "rows kept");
  return [{ label: "Repeated ids", text: `${kept} although another has the same id with other answers` }];
}

function patternWords(estimate: Published): string {
  if (estimate.kind === "hidden" && estimate.words === null) return HIDDEN;
  if (estimate.kind === "none") return `not looked for: ${estimate.reason}`;
  if (estimate.kind === "hidden") return `${published(estimate, count)} of them`;
  if (estimate.unit === "people") return plural(estimate.value, "person", "people");
  return plural(estimate.value, "assessment", "assessments");
}

/** "staff.csv: read as a plain table, …; columns: items 21, groups 1, personal and dropped on reading 2." */
function fileParagraph(file: AuditFile): Block {
  const rows = file.rows === null ? "" : `, ${plural(file.rows, "row", "rows")}`;
  const uses = KINDS.flatMap(([kind, words]) => {
    const amount = file.columns.filter(({ takenFor }) => takenFor === kind).length;
    return amount === 0 ? [] : [`${words} ${count(amount)}`];
  });
  return {
    kind: "paragraph",
    tone: "quiet",
    text: `${file.name}: read as ${readAs(file)}${rows}. Columns: ${uses.join(", ")}.`,
  };
}

const KINDS: readonly (readonly [AuditColumn["takenFor"], string])[] = [
  ["item", "items"],
  ["segment", "groups"],
  ["weight", "weights"],
  ["id", "ids"],
  ["time", "times"],
  ["audience", "audience"],
  ["assessment", "assessment"],
  ["hands", "shows of hands"],
  ["note", "notes"],
  ["ignored", "not used"],
  ["personal", "personal and dropped on reading"],
];

function warningBlocks({ warnings }: Audit): readonly Block[] {
  if (warnings.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "Warnings from reading the data" },
    { kind: "list", items: warnings.map(({ code, message }) => `${code}: ${message}`) },
  ];
}
