import type { Audit } from "../../audit/types.ts";
import { withLocale } from "../locale.ts";
import type { Block, SectionName, Sheet } from "../sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../style.ts";
import { listWords, markWords, plural } from "../words.ts";
import { askedSection, rowsOf } from "./asked.ts";
import { heardApart } from "./audience-means.ts";
import { otherGroupings } from "./audiences.ts";
import { causesSection } from "./causes.ts";
import { changeBlocks } from "./change.ts";
import { dimensionsSection } from "./dimensions.ts";
import { disagreementBlocks } from "./disagreements.ts";
import { driversSection } from "./drivers.ts";
import { findingsSection } from "./findings.ts";
import { groupingSection } from "./groups.ts";
import { headlineSection } from "./headline.ts";
import { itemsSection } from "./items.ts";
import { journeySection } from "./journey.ts";
import { ladderSection } from "./ladder.ts";
import { lensSection } from "./lenses.ts";
import { mapSection } from "./map.ts";
import { methodSection } from "./method.ts";
import { outlookSection } from "./outlook.ts";
import { planSection } from "./plan.ts";
import { qualitySection } from "./quality.ts";
import { responseSection } from "./responses.ts";
import { roomSection } from "./room-said.ts";
import { talkSection } from "./room-talk.ts";
import { scorecardSection } from "./scorecard.ts";
import { steeringSection } from "./steering.ts";
import { summarySection } from "./summary.ts";
import { sureSection } from "./sure.ts";
import { triageSection } from "./triage.ts";

/** A part of the report by the name that house styles call it. */
type Part = readonly [name: SectionName, blocks: readonly Block[]];

/**
 * The report, in the order every format keeps, without the parts that the house style leaves out: they are named in their
 * stead. Expects an audit whose texts are clean.
 */
export function auditSheet(audit: Audit, style: HouseStyle = PLAIN_STYLE): Sheet {
  const { framework, tool } = audit;
  return withLocale(style.locale, () => ({
    title: style.title ?? framework.title,
    maker: `${tool.name} ${tool.version}`,
    subtitle: framework.purpose,
    mark: markWords(audit),
    locale: style.locale,
    blocks: styled(parts(audit, style), style),
  }));
}

function parts(audit: Audit, style: HouseStyle): readonly Part[] {
  const told = withoutReferences(audit, style);
  return [
    ["summary", audit.overall === null ? [] : summarySection(told, audit.overall)],
    ["about", askedSection(audit)],
    ...(audit.overall === null ? ([["headline", nothingShown(audit)]] as const) : results(audit, audit.overall, told)),
    ["quality", qualitySection(audit)],
    ["method", methodSection(audit)],
    ["items", itemsSection(audit)],
  ];
}

/** Where the plan is left out, nothing that stays speaks of its steps. */
export function withoutReferences(audit: Audit, { off }: Pick<HouseStyle, "off">): Audit {
  return off.has("plan") ? { ...audit, plan: { ...audit.plan, steps: [] } } : audit;
}

/** @param told the same without what refers to parts that are left out */
function results(audit: Audit, overall: NonNullable<Audit["overall"]>, told: Audit): readonly Part[] {
  const { change, causes, framework } = audit;
  return [
    // Colours say more than the number they are averaged into.
    ["triage", triageSection(audit)],
    ["headline", headlineSection(audit, overall)],
    ["steering", steeringSection(audit)],
    ["ladder", ladderSection(audit)],
    ["journey", journeySection(audit)],
    ["map", mapSection(audit)],
    // Audiences are not averaged: where the map tells them apart, there are no dimensions of all together.
    ["dimensions", heardApart(audit).length > 0 ? [] : dimensionsSection(audit, overall)],
    ["scorecard", scorecardSection(audit)],
    ["change", change ? changeBlocks(change, framework.reading, changeOptions(audit)) : []],
    ...otherGroupings(audit).map((grouping): Part => ["groups", groupingSection(audit, grouping)]),
    ["room", roomSection(audit)],
    ["findings", findingsSection(told)],
    ["lenses", lensSection(audit)],
    ["disagreements", disagreementBlocks(audit, overall)],
    ["drivers", driversSection(audit)],
    ["causes", causes ? causesSection(audit, causes) : []],
    ["talk", talkSection(audit)],
    ["responses", responseSection(audit)],
    ["plan", planSection(audit)],
    ["outlook", outlookSection(audit)],
    ["sure", sureSection(audit, overall)],
  ];
}

/** What was asked of whom, and what became of it: no house style leaves these out. */
const ALWAYS: ReadonlySet<SectionName> = new Set(["about", "headline"]);

function styled(all: readonly Part[], { off }: HouseStyle): readonly Block[] {
  const isOff = ([name]: Part) => off.has(name) && !ALWAYS.has(name);
  const left = all.filter((part) => isOff(part) && part[1].length > 0).map(([, blocks]) => headingOf(blocks));
  const note: readonly Block[] =
    left.length === 0
      ? []
      : [{ kind: "paragraph", tone: "quiet", text: `Left out by the house style: ${listWords(left, "and")}.` }];
  return all.flatMap((part) => (isOff(part) ? [] : part[0] === "about" ? [...named(part), ...note] : named(part)));
}

function headingOf(blocks: readonly Block[]): string {
  const first = blocks.find((block) => block.kind === "heading");
  return first === undefined ? "" : `"${first.text}"`;
}

/** Its first heading carries the name. */
function named([name, blocks]: Part): readonly Block[] {
  const at = blocks.findIndex((block) => block.kind === "heading" && block.level === 2);
  return blocks.map((block, place) => (place === at && block.kind === "heading" ? { ...block, section: name } : block));
}

function changeOptions({ framework, groupings }: Audit) {
  return { groupings, unit: framework.unit };
}

/** Why there is no result, where there is none. */
export function nothingShown(audit: Audit): readonly Block[] {
  const { disclosure, asked } = audit;
  const scored = asked.people ?? rowsOf(asked, "scored");
  if (scored === 0) return nothingToScore(audit);
  if (asked.subset !== null)
    return withReason("Nothing can be shown of this part", {
      reason: `No result of "${asked.subset}" is shown: so few people are in it, or left out of it, that results would tell who said what.`,
      next: "Ask for a larger part, or for everybody. Values are compared letter by letter: check the spelling.",
    });
  const least = plural(disclosure.minGroup, "person", "people");
  return withReason("Too few people answered", {
    reason: `No result is shown: fewer than ${least} answered enough to be scored, and results of so few would tell who said what.`,
    next: "Ask again when more people can answer, or give the exports of several surveys together.",
  });
}

function nothingToScore({ asked, source }: Audit): readonly Block[] {
  const read = rowsOf(asked, "read") ?? 0;
  if (read > 0)
    return withReason("Nothing to score", {
      reason: `No result is shown: of ${plural(read, "row", "rows")} read, none could be scored.`,
      next: "Data quality tells what became of the rows.",
    });
  const files = source.files.length === 1 ? "the file holds" : "the files hold";
  return withReason("Nothing to score", {
    reason: `No result is shown: ${files} no answers.`,
    next: "Check that the export has rows below its header, and export the answers again.",
  });
}

function withReason(heading: string, { reason, next }: { reason: string; next: string }): readonly Block[] {
  return [
    { kind: "heading", level: 2, text: heading },
    { kind: "paragraph", tone: "strong", text: reason },
    { kind: "paragraph", text: next },
  ];
}
