import type { Audit } from "../../audit/types.ts";
import { causeRows, dragRows, findingRows, planRows } from "./advice.ts";
import { askedRows, itemRows, qualityRows, roomRows, spreadRows } from "./answers.ts";
import { cellRows } from "./cells.ts";
import { changeRows, gapRows, groupingRows } from "./groups.ts";
import { type EstimateRow, EVERYONE } from "./row.ts";
import { costRows, journeyRows, ladderRows, lensRows, profileRows, responseRow, signRows } from "./systems.ts";
import { disagreementRows, driversRows, reliabilityRows } from "./together.ts";

/** Every number the audit publishes, in the order of its parts; hidden and absent ones with the words that stand for them. */
export function estimateRows(audit: Audit): readonly EstimateRow[] {
  return [...measured(audit), ...concluded(audit)];
}

function measured(audit: Audit): readonly EstimateRow[] {
  const { asked, overall, groupings, gaps, ladders, journeys, triage, reliability, drivers, change, room } = audit;
  return [
    ...askedRows(asked),
    ...(overall === null ? [] : cellRows(overall, EVERYONE)),
    ...groupings.flatMap((grouping) => groupingRows(audit, grouping)),
    ...gaps.flatMap(gapRows),
    ...ladders.flatMap(ladderRows),
    ...journeys.flatMap(journeyRows),
    ...(triage?.signs ?? []).flatMap(signRows),
    ...reliability.flatMap(reliabilityRows),
    ...drivers.flatMap(driversRows),
    ...(change === null ? [] : changeRows(change)),
    ...(room ?? []).flatMap(roomRows),
    ...audit.items.flatMap(itemRows),
    ...qualityRows(audit.quality),
  ];
}

function concluded(audit: Audit): readonly EstimateRow[] {
  const { drag, findings, disagreements, causes, lenses, responses, outlook, profiles, plan, discussion } = audit;
  return [
    ...(drag === null ? [] : dragRows(drag)),
    ...findings.flatMap(findingRows),
    ...disagreements.flatMap(disagreementRows),
    ...(causes === null ? [] : causeRows(causes)),
    ...lenses.flatMap(lensRows),
    ...responses.map(responseRow),
    ...(outlook === null ? [] : costRows(outlook)),
    ...profiles.flatMap(profileRows),
    ...planRows(plan),
    ...(discussion === null ? [] : spreadRows(discussion)),
  ];
}
