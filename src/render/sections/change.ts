import { NOT_AVERAGED } from "../../audit/conventions.ts";
import type { Published } from "../../audit/estimate.ts";
import type { Audit, Change, ChangeResult, GroupChange, GroupingResults } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { base, count, gained, published, publishedInterval } from "../numbers.ts";
import type { Block, Matrix, Toned } from "../sheet.ts";
import { listWords, plural } from "../words.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { groupingName } from "./comparisons.ts";
import { allHidden, type Named, notes } from "./notes.ts";
import { type Reading, scoreName } from "./reading.ts";

interface ChangeOptions {
  /** Those that are shown. */
  readonly groupings?: readonly GroupingResults[];
  /** What a row is. */
  readonly unit?: Audit["framework"]["unit"];
}

/** What has changed between two waves, two exports or two audits: everyone, then the groups that are shown in both. */
export function changeBlocks(
  change: ChangeResult,
  reading: Reading,
  { groupings = [], unit = "person" }: ChangeOptions = {},
): readonly Block[] {
  const heading: Block = { kind: "heading", level: 2, text: `Change: ${change.before} → ${change.after}` };
  if (change.reason !== null) return [heading, { kind: "paragraph", text: capital(change.reason) }];
  const estimates = change.changes.map(({ index }) => index);
  const hidden = allHidden("All changes", estimates);
  return [
    heading,
    { kind: "paragraph", text: whoWords(change, unit) },
    ...(hidden ? [hidden] : [changeTable(change.changes, reading), ...notes(named(change), [legend(reading)])]),
    ...groupBlocks(change, reading, groupings),
  ];
}

function named({ changes }: ChangeResult): readonly Named[] {
  return changes.map(({ title, index }) => ({ title, estimate: index }));
}

function whoWords({ kind, people }: ChangeResult, unit: Audit["framework"]["unit"]): string {
  if (unit !== "person") return assessmentWords(kind, people);
  if (people === null)
    return kind === "independent"
      ? "The waves are compared as two groups of people."
      : "Everyone is compared with their own earlier answers.";
  const { before, after, both } = people;
  if (kind === "independent")
    return `${count(before)} people before, ${count(after)} after, compared as two groups of people.`;
  const known =
    both === null ? "the people who answered both times" : `the ${count(both)} people who answered both times`;
  return `Everyone is compared with their own earlier answers: ${known}, of ${count(before)} before and ${count(after)} after.`;
}

/** Of units, sites, rooms: no people stand behind the rows. */
function assessmentWords(kind: ChangeResult["kind"], people: ChangeResult["people"]): string {
  const how =
    kind === "independent"
      ? "compared as two sets, not one by one"
      : "each compared with its own earlier one, where there is one";
  if (people === null) return `The assessments of the two waves are ${how}.`;
  const both = people.both === null ? "" : ` (${count(people.both)} in both)`;
  return `${plural(people.before, "assessment", "assessments")} before, ${count(people.after)} after${both}, ${how}.`;
}

function legend(reading: Reading): string {
  return reading === "load"
    ? "Change in points of the load, where down is better."
    : "Change in points of the index, where up is better.";
}

function changeTable(changes: readonly Change[], reading: Reading): Block {
  return applicable({
    kind: "table",
    columns: [
      { title: "", wrapTo: 14 },
      { title: `${capital(scoreName(reading))} changed by`, align: "right", wrapTo: 8 },
      { title: "95 % interval" },
      { title: "n", align: "right" },
      { title: "In words", wrapTo: 10 },
    ],
    rows: changes.map((change) => {
      const shown = shownChange(change.index, reading);
      return [
        change.title,
        published(shown, gained),
        publishedInterval(shown, gained),
        base(shown),
        inWords(change, reading),
      ];
    }),
  });
}

/** A load falls where the index rises. */
export function shownChange(index: Published, reading: Reading): Published {
  if (reading === "index" || index.kind !== "estimate") return index;
  const { interval } = index;
  const turned = interval === null ? null : { ...interval, low: -interval.high, high: -interval.low };
  return { ...index, value: -index.value, interval: turned };
}

/** Of several audiences each has its own change; together there is none. */
function isNotAveraged(index: Published): boolean {
  return index.kind === "none" && index.reason.endsWith(NOT_AVERAGED);
}

/** In words, with what is better. */
export function inWords({ says, index }: Change, reading: Reading): Toned {
  if (index.kind === "hidden") return { text: NOT_APPLICABLE, tone: "quiet" };
  if (isNotAveraged(index)) return { text: "see the audiences", tone: "quiet" };
  switch (says) {
    case "up":
      return { text: `${reading === "load" ? "down" : "up"} (better)`, tone: "good" };
    case "down":
      return { text: `${reading === "load" ? "up" : "down"} (worse)`, tone: "poor" };
    default:
      return { text: says, tone: "quiet" };
  }
}

/** A table for each grouping; groups of different ones are not to be held against each other. */
function groupBlocks(change: ChangeResult, reading: Reading, groupings: readonly GroupingResults[]): readonly Block[] {
  if (change.groups.length === 0) return [];
  const texts = [...new Set(change.groups.map(({ grouping }) => grouping))];
  return [
    ...texts.flatMap((text): readonly Block[] => {
      const grouping = groupings.find((one) => one.text === text);
      const name = grouping ? groupingName(grouping) : text;
      return [
        { kind: "heading", level: 3, text: `Change of the groups of ${name}, with its 95 % interval` },
        groupMatrix(
          change.groups.filter((one) => one.grouping === text),
          reading,
        ),
      ];
    }),
    {
      kind: "list",
      tone: "quiet",
      items: [
        "up, down: a clear change, adjusted p under 0.05 over the whole table; ?: too few to say; no mark: no clear change.",
        leftOutWords(change, groupings),
      ],
    },
  ];
}

/** So many groups are named. */
const MOST_NAMED = 6;

/** Which groups the earlier wave had is not kept; those of the later one are shown below. */
function leftOutWords({ after, groups }: ChangeResult, groupings: readonly GroupingResults[]): string {
  const alone = groupings.flatMap(({ text, cells }) => {
    const paired = groups.filter(({ grouping }) => grouping === text).map(({ label }) => label);
    return cells.flatMap(({ kind, label }) => (kind === "group" && !paired.includes(label) ? [label] : []));
  });
  const some = alone.length > MOST_NAMED ? `${count(alone.length)} groups` : listWords(alone, "and");
  const named = alone.length === 0 ? "" : `; shown only in ${after}: ${some}`;
  return `Groups without a counterpart are left out${named}.`;
}

function groupMatrix(groups: readonly GroupChange[], reading: Reading): Matrix {
  const [first] = groups;
  const measures = first?.changes ?? [];
  return {
    kind: "matrix",
    corner: { row: "Group", column: "Change of" },
    rows: groups.map(({ label }) => label),
    columns: measures.map(({ title }) => title),
    cells: groups.map(({ changes }) =>
      measures.map(({ of, id }) => {
        const change = changes.find((one) => one.of === of && one.id === id);
        if (change === undefined) return { text: "no data", interval: null };
        const shown = shownChange(change.index, reading);
        const ends = publishedInterval(shown, gained);
        return {
          text: published(shown, gained),
          interval: ends === "–" ? null : ends,
          mark: markWord(change, reading),
        };
      }),
    ),
  };
}

function markWord({ says, index }: Change, reading: Reading): string | null {
  if (index.kind === "hidden") return null;
  if (says === "too few to say") return "?";
  if (says === "no clear change") return null;
  if (reading === "index") return says;
  return says === "up" ? "down" : "up";
}
