import type { Audit, Evidence, Finding } from "../../audit/types.ts";
import { count, score } from "../numbers.ts";
import type { Block, Entry, Fact, Tone } from "../sheet.ts";
import { CERTAINTY, listWords, SEVERITY } from "../words.ts";
import { isAlone } from "./columns.ts";
import { stagesWords } from "./ladder-words.ts";
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
  const whose = finding.audience === null ? [] : [finding.audience.title];
  const resting = restsOn(audit, new Set(finding.evidence.flatMap(({ of, than }) => (than ? [of, than.id] : [of]))));
  return {
    kind: "entry",
    lead: { text: SEVERITY[finding.severity], tone: TONES[finding.severity] },
    title: finding.title,
    aside: { text: [...whose, CERTAINTY[finding.certainty]].join(", "), tone: "quiet" },
    facts: [
      { label: "", text: finding.says },
      ...finding.evidence.map((evidence, at) => ({
        label: at === 0 ? "Because" : "and",
        text: evidenceWords(audit, evidence, finding.audience),
      })),
      ...raisedFacts(finding),
      ...(resting === "" ? [] : [{ label: "Mind", text: resting, tone: "fair" as const }]),
      ...asked,
      ...(strategies === "" ? [] : [{ label: "Remedies", text: strategies, tone: "quiet" as const }]),
    ],
  };
}

/** A finding that weighs more in this sector or culture than the framework gives it. */
function raisedFacts({ raised, severity }: Finding): readonly Fact[] {
  if (raised === null) return [];
  const text = `from ${SEVERITY[raised.from].toLowerCase()} to ${SEVERITY[severity].toLowerCase()} by ${listWords(raised.by, "and")}`;
  return [{ label: "Raised", text }];
}

/** "Intimacy 57 (54 to 59, n 239) is below 65"; on a load everything is turned round. */
export function evidenceWords(audit: Audit, evidence: Evidence, audience: Finding["audience"]): string {
  const { reading } = audit.framework;
  if (evidence.relation === "level below" || evidence.relation === "level reached")
    return levelWords(audit, evidence, audience);
  const format = besideLimits(reading, evidence.limit === null ? [] : [evidence.limit]);
  const ends = evidence.interval ? [shownInterval(evidence.interval, { reading, format })] : [];
  const basis = [...ends, ...(isAlone(audit) ? [] : [`n ${count(evidence.n)}`])].join(", ");
  const value = `${scoreName(reading)} ${format(shownIndex(reading, evidence.index))}`;
  const subject = `${evidence.title} ${value}${basis === "" ? "" : ` (${basis})`}`;
  return `${subject} ${relationWords(reading, evidence)}`;
}

/** Levels are counted, whichever way scores are read. */
function levelWords(
  { ladders }: Audit,
  { title, index, relation, limit }: Evidence,
  audience: Finding["audience"],
): string {
  const own = ladders.find(({ path }) => audience !== null && path[0] === audience.id);
  const ladder = own ?? ladders[0];
  if (ladder?.word === "stage") {
    const least = limit === null ? "" : `, ${relation === "level below" ? "fewer than" : "at least"} ${count(limit)}`;
    return `${title}: ${stagesWords(ladder.levels.length, index)}${least}`;
  }
  const bound = limit === null ? "" : ` ${count(limit)}`;
  return `${title} is at ${count(index)}, ${relation === "level below" ? "below" : "which is at least"}${bound}`;
}

function relationWords(reading: Reading, { relation, limit, than, by }: Evidence): string {
  const load = reading === "load";
  const bound = limit === null ? "" : score(shownIndex(reading, limit));
  switch (relation) {
    case "below":
      return load ? `is above ${bound}` : `is below ${bound}`;
    case "at least":
      return load ? `is at most ${bound}` : `is at least ${bound}`;
    case "ahead of":
    case "ahead among": {
      const other = than ? `${than.title} ${score(shownIndex(reading, than.index))}` : "";
      const least = by === null ? "" : ` by at least ${score(by)} points`;
      return load ? `is lower than ${other}${least}` : `is ahead of ${other}${least}`;
    }
    default:
      return "";
  }
}

function strategyWords({ plan }: Audit, finding: Finding): string {
  const steps = plan.steps.filter(({ strategy }) => finding.strategies.includes(strategy));
  const rest = finding.remedies.filter(({ id }) => !steps.some(({ strategy }) => strategy === id));
  const planned = steps.map(({ rank, title }) => `${title} (step ${count(rank)} of the plan)`);
  const others = rest.length > 0 ? [`in the catalogue: ${rest.map(({ title }) => title).join(", ")}`] : [];
  return [...planned, ...others].join("; ");
}
