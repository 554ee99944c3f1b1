import type { Audit, Change, ChangeResult, GroupChange, GroupingResults } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { base, count, gained, published, publishedInterval } from "../numbers.ts";
import type { Block, Matrix } from "../sheet.ts";
import { listWords, plural } from "../words.ts";
import { changeSummary, inWords } from "./change-words.ts";
import { applicable } from "./columns.ts";
import { groupingName } from "./comparisons.ts";
import { allHidden, type Named, notes } from "./notes.ts";
import { type Reading, scoreName, shownGap } from "./reading.ts";
import { type Sides, sideBySide } from "./side-by-side.ts";
import { splitBlocks } from "./split.ts";

interface ChangeOptions {
  /** Those that are shown. */
  readonly groupings?: readonly GroupingResults[];
  /** What a row is. */
  readonly unit?: Audit["framework"]["unit"];
  /** Both waves, where both are at hand: their scores then stand beside the change. */
  readonly sides?: Sides | null;
}

/** What has changed between two waves, two exports or two audits: everyone, then the groups that are shown in both. */
export function changeBlocks(
  change: ChangeResult,
  reading: Reading,
  { groupings = [], unit = "person", sides = null }: ChangeOptions = {},
): readonly Block[] {
  const heading: Block = { kind: "heading", level: 2, text: `Change: ${change.before} → ${change.after}` };
  if (change.reason !== null) return [heading, { kind: "paragraph", text: capital(change.reason) }];
  const estimates = change.changes.map(({ index }) => index);
  const hidden = allHidden("All changes", estimates);
  const summary = changeSummary(change.changes);
  const scores = sides === null ? [changeTable(change.changes, reading)] : sideBySide(change.changes, sides, reading);
  return [
    heading,
    ...(summary === "" ? [] : [{ kind: "paragraph", text: summary } as const]),
    { kind: "paragraph", text: whoWords(change, unit) },
    ...(hidden
      ? [hidden]
      : [...scores, ...notes(named(change), [legend(reading), baseWords(change), ...chanceWords(change)])]),
    ...splitBlocks(change, reading),
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

function baseWords({ kind }: ChangeResult): string {
  return kind === "independent"
    ? "n counts both waves together."
    : "n counts those who have the score in both waves, once.";
}

/** Scores of everyone are read one by one, so that each is told by its own interval. */
function chanceWords({ changes }: ChangeResult): readonly string[] {
  const tested = changes.filter(({ index }) => index.kind === "estimate" && index.interval !== null);
  if (tested.length < MANY) return [];
  return ["Each score is judged by itself: of twenty that have not changed, about one reads clear by chance."];
}

const MANY = 5;

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
      const shown = shownGap(reading, change.index);
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

/** A table for each grouping; groups of different ones are not to be held against each other. */
function groupBlocks(change: ChangeResult, reading: Reading, groupings: readonly GroupingResults[]): readonly Block[] {
  const alone = aloneWords(change, groupings);
  if (change.groups.length === 0) return alone.length === 0 ? [] : [{ kind: "list", tone: "quiet", items: alone }];
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
        ...(alone.length > 0 ? alone : ["Groups without a counterpart are left out."]),
      ],
    },
  ];
}

/** So many groups are named. */
const MOST_NAMED = 6;

/** Groups that only one of the waves shows. Of audits made before that was kept, those of the later one are known. */
function aloneWords(change: ChangeResult, groupings: readonly GroupingResults[]): readonly string[] {
  const { before, after, newGroups, goneGroups, groups } = change;
  const paired = (grouping: string, label: string) =>
    groups.some((one) => one.grouping === grouping && one.label === label);
  const shown = groupings.flatMap(({ text, cells }) =>
    groups.some(({ grouping }) => grouping === text)
      ? cells.flatMap(({ kind, label }) => (kind === "group" && !paired(text, label) ? [label] : []))
      : [],
  );
  const later = newGroups.length === 0 ? shown : newGroups.map(({ label }) => label);
  const earlier = goneGroups.map(({ label }) => label);
  return [
    ...(later.length === 0 ? [] : [`Shown only in ${after}: ${groupWords(later)}.`]),
    ...(earlier.length === 0 ? [] : [`Shown only in ${before}: ${groupWords(earlier)}.`]),
    ...(later.length + earlier.length === 0
      ? []
      : ["A group that is not shown may have nobody in it, or too few; these have no change to tell."]),
  ];
}

function groupWords(labels: readonly string[]): string {
  return labels.length > MOST_NAMED ? `${count(labels.length)} groups` : listWords(labels, "and");
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
        const shown = shownGap(reading, change.index);
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
