import type { Audit } from "../../audit/types.ts";
import type { Block, Sheet } from "../sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../style.ts";
import { markWords, plural } from "../words.ts";
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
import { sureSection } from "./sure.ts";
import { triageSection } from "./triage.ts";

/** The report, in the order every format keeps. Expects an audit whose texts are clean. */
export function auditSheet(audit: Audit, style: HouseStyle = PLAIN_STYLE): Sheet {
  const { framework, tool } = audit;
  return {
    title: style.title ?? framework.title,
    maker: `${tool.name} ${tool.version}`,
    subtitle: framework.purpose,
    mark: markWords(audit),
    blocks: [
      ...askedSection(audit),
      ...(audit.overall === null ? nothingShown(audit) : results(audit, audit.overall)),
      ...qualitySection(audit),
      ...methodSection(audit),
      ...itemsSection(audit),
    ],
  };
}

function results(audit: Audit, overall: NonNullable<Audit["overall"]>): readonly Block[] {
  return [
    // Colours say more than the number they are averaged into.
    ...triageSection(audit),
    ...headlineSection(audit, overall),
    ...steeringSection(audit),
    ...ladderSection(audit),
    ...journeySection(audit),
    ...mapSection(audit),
    // Audiences are not averaged: where the map tells them apart, there are no dimensions of all together.
    ...(heardApart(audit).length > 0 ? [] : dimensionsSection(audit, overall)),
    ...scorecardSection(audit),
    ...(audit.change ? changeBlocks(audit.change, audit.framework.reading, changeOptions(audit)) : []),
    ...otherGroupings(audit).flatMap((grouping) => groupingSection(audit, grouping)),
    ...roomSection(audit),
    ...findingsSection(audit),
    ...lensSection(audit),
    ...disagreementBlocks(audit, overall),
    ...driversSection(audit),
    ...(audit.causes ? causesSection(audit, audit.causes) : []),
    ...talkSection(audit),
    ...responseSection(audit),
    ...planSection(audit),
    ...outlookSection(audit),
    ...sureSection(audit, overall),
  ];
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
