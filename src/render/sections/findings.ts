import type { Audit, Evidence, Finding } from "../../audit/types.ts";
import { count, score } from "../numbers.ts";
import type { Block, Entry, Fact, Tone } from "../sheet.ts";
import { CERTAINTY, SEVERITY } from "../words.ts";
import { isAlone } from "./columns.ts";
import { besideLimits, type Reading, scoreName, shownIndex, shownInterval } from "./reading.ts";
import { restsOn } from "./shaky.ts";

const TONES: Readonly<Record<Finding["severity"], Tone>> = {
  high: "poor",
  medium: "fair",
  low: "quiet",
  strength: "good",
};

/** What the scores mean together, each with the numbers that met its conditions. */
export function findingsSection(audit: Audit): readonly Block[] {
  const heading: Block = { kind: "heading", level: 2, text: "Findings" };
  if (audit.findings.length === 0) return [heading, { kind: "paragraph", text: noneWords(audit) }];
  return [heading, ...audit.findings.map((finding) => entry(audit, finding))];
}

function noneWords({ overall }: Audit): string {
  return overall?.dimensions.some(({ index }) => index.kind === "estimate")
    ? "None of the framework's patterns is met by these scores."
    : "No score could be shown, so there was nothing to look for patterns in.";
}

function entry(audit: Audit, finding: Finding): Entry {
  const asked: Fact[] = finding.ask === null ? [] : [{ label: "Ask", text: finding.ask }];
  const strategies = strategyWords(audit, finding);
  const resting = restsOn(audit, new Set(finding.evidence.flatMap(({ of, than }) => (than ? [of, than.id] : [of]))));
  return {
    kind: "entry",
    lead: { text: SEVERITY[finding.severity], tone: TONES[finding.severity] },
    title: finding.title,
    aside: { text: CERTAINTY[finding.certainty], tone: "quiet" },
    facts: [
      { label: "", text: finding.says },
      ...finding.evidence.map((evidence, at) => ({
        label: at === 0 ? "Because" : "and",
        text: evidenceWords(audit, evidence),
      })),
      ...(resting === "" ? [] : [{ label: "Mind", text: resting, tone: "fair" as const }]),
      ...asked,
      ...(strategies === "" ? [] : [{ label: "Remedies", text: strategies, tone: "quiet" as const }]),
    ],
  };
}

/** "Intimacy 57 (54 to 59, n 239) is below 65"; on a load everything is turned round. */
function evidenceWords(audit: Audit, evidence: Evidence): string {
  const { reading } = audit.framework;
  const format = besideLimits(reading, evidence.limit === null ? [] : [evidence.limit]);
  const ends = evidence.interval ? [shownInterval(evidence.interval, { reading, format })] : [];
  const basis = [...ends, ...(isAlone(audit) ? [] : [`n ${count(evidence.n)}`])].join(", ");
  const value = `${scoreName(reading)} ${format(shownIndex(reading, evidence.index))}`;
  const subject = `${evidence.title} ${value}${basis === "" ? "" : ` (${basis})`}`;
  return `${subject} ${relationWords(reading, evidence)}`;
}

function relationWords(reading: Reading, { relation, limit, than, by }: Evidence): string {
  const load = reading === "load";
  const bound = limit === null ? "" : score(shownIndex(reading, limit));
  switch (relation) {
    case "below":
      return load ? `is above ${bound}` : `is below ${bound}`;
    case "at least":
      return load ? `is at most ${bound}` : `is at least ${bound}`;
    case "ahead of": {
      const other = than ? `${than.title} ${score(shownIndex(reading, than.index))}` : "";
      const least = by === null ? "" : ` by at least ${score(by)} points`;
      return load ? `is lower than ${other}${least}` : `is ahead of ${other}${least}`;
    }
  }
}

function strategyWords({ plan }: Audit, finding: Finding): string {
  const steps = plan.steps.filter(({ strategy }) => finding.strategies.includes(strategy));
  const rest = finding.strategies.filter((id) => !steps.some(({ strategy }) => strategy === id));
  const planned = steps.map(({ rank, title }) => `${title} (step ${count(rank)} of the plan)`);
  const others = rest.length > 0 ? [`in the catalogue: ${rest.join(", ")}`] : [];
  return [...planned, ...others].join("; ");
}
