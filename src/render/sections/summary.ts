/** The top of a report: what it comes to, in so few lines that nobody has to look for it. Each number is told again below. */
import type { Audit, CellResult, Finding, LadderResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { count, short } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";
import { CERTAINTY, HIDDEN, monthsWords } from "../words.ts";
import { leadOf, leadsByAudience, ofAudience } from "./audiences.ts";
import { endFacts, orderFacts } from "./ends.ts";
import { findingTitle } from "./finding-words.ts";
import { judgedWords, suretyWords } from "./headline.ts";
import { weakestMoment } from "./journey.ts";
import { everyonesLadder, ladderOwner, levelWords } from "./ladder-words.ts";
import { leadFacts } from "./lead-facts.ts";
import { shakyShort } from "./shaky.ts";
import { audienceFacts, colourFacts } from "./triage-words.ts";

/** Findings and steps that are named here; the sections below have them all. */
const NAMED = 3;

export function summarySection(audit: Audit, overall: CellResult): readonly Block[] {
  const { triage } = audit;
  const rows: readonly Fact[] = [
    ...(triage === null ? [] : [...colourFacts(triage), ...audienceFacts(triage)]),
    ...leadFacts(audit, overall),
    ...sureFacts(audit, overall),
    ...levelFacts(audit),
    ...momentFacts(audit),
    // The colours have said where it stands.
    ...(triage === null ? standFacts(audit, overall) : []),
    ...findingFacts(audit),
    ...stepFacts(audit),
    ...hiddenFacts(audit),
  ];
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "At a glance", section: "summary" },
    { kind: "facts", rows },
  ];
}

/** Of several audiences each has its own, which the words of its band have to stand for. */
function sureFacts(audit: Audit, overall: CellResult): readonly Fact[] {
  const lead = leadOf(audit, overall);
  if (lead === null || leadsByAudience(audit) !== null) return [];
  const surety = suretyWords(audit.framework.reading, lead);
  if (surety === "") return [];
  return [{ label: "How sure", text: [judgedWords(audit, lead), surety].filter((words) => words !== "").join(" ") }];
}

function levelFacts(audit: Audit): readonly Fact[] {
  const everyones = everyonesLadder(audit);
  const told = everyones === null ? audit.ladders : [everyones];
  // Of stages it is told how many are finished, which is not the one that people are in.
  const label = ({ word }: LadderResult) => (word === "stage" ? "Stages" : capital(word));
  return told.map((one) => ({ label: label(one), text: `${ladderOwner(one)}${levelWords(one)}` }));
}

function momentFacts(audit: Audit): readonly Fact[] {
  const several = audit.journeys.length > 1;
  const moments = audit.journeys.flatMap((journey) => {
    const words = weakestMoment(audit, journey);
    return words === null ? [] : [`${several ? ofAudience(journey.audience) : ""}${words}`];
  });
  return labelled("Weakest moment", moments);
}

function standFacts(audit: Audit, overall: CellResult): readonly Fact[] {
  const { discussion } = audit;
  if (discussion === null) return [];
  return [
    ...endFacts(audit, overall, { discussion, tellsPeople: true }),
    ...orderFacts(audit, overall, { discussion, isWhole: false }),
    ...shakyShort(audit),
  ];
}

const WORST_FIRST: readonly Finding["severity"][] = ["high", "medium", "low", "strength"];

function findingFacts({ findings }: Audit): readonly Fact[] {
  const sorted = WORST_FIRST.flatMap((severity) => findings.filter((one) => one.severity === severity));
  const rest = sorted.length - NAMED;
  const texts = sorted.slice(0, NAMED).map((one) => `${findingTitle(one)} (${CERTAINTY[one.certainty]})`);
  return labelled("Findings", rest > 0 ? withMore(texts, rest) : texts);
}

function withMore(texts: readonly string[], rest: number): readonly string[] {
  return texts.map((text, at) => (at === texts.length - 1 ? `${text}; ${count(rest)} more below` : text));
}

/** In the order to begin them. */
function stepFacts({ plan }: Audit): readonly Fact[] {
  const first = plan.steps.filter(({ rank }) => rank <= NAMED).toSorted((one, other) => one.rank - other.rank);
  return first.map(({ rank, title, effort, months }) => ({
    label: `Step ${count(rank)}`,
    text: `${title} (effort ${short(effort)}; shows in ${monthsWords(months)})`,
  }));
}

function hiddenFacts({ disclosure }: Audit): readonly Fact[] {
  return disclosure.hidden ? [{ label: "Hidden", text: `Some results are ${HIDDEN}.` }] : [];
}

/** The label once, then "and". */
function labelled(label: string, texts: readonly string[]): readonly Fact[] {
  return texts.map((text, at) => ({ label: at === 0 ? label : "and", text }));
}
