/** The gap between two audiences that were surveyed apart: what the one sees, what the other sees, and what lies between. */
import type { CellResult, Change, ChangeResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { base, gained, published, publishedInterval, score } from "../numbers.ts";
import type { Block, Toned } from "../sheet.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { CLEAR } from "./gaps.ts";
import { allHidden, notes } from "./notes.ts";
import { type Reading, scoreName, shownGap, shownScore } from "./reading.ts";

/** One of the two. */
export interface GapSide {
  readonly title: string;
  /** Null: nothing of it is shown. */
  readonly cell: CellResult | null;
  /** A room's or an organisation's view: no sample of people, so that nothing is said of chance. */
  readonly isAssessment: boolean;
}

/** The first minus the second, as in the map of one survey of both: other people, so nothing has risen or fallen. */
export function gapBlocks(
  gap: ChangeResult,
  reading: Reading,
  [first, second]: readonly [GapSide, GapSide],
): readonly Block[] {
  const minus = `${first.title} minus ${second.title}`;
  const heading: Block = { kind: "heading", level: 2, text: `Gap between audiences: ${minus}` };
  if (gap.reason !== null) return [heading, { kind: "paragraph", text: capital(gap.reason) }];
  const named = gap.changes.map(({ title, index }) => ({ title, estimate: index }));
  const hidden = allHidden(
    "All gaps",
    named.map(({ estimate }) => estimate),
  );
  const better = reading === "load" ? "less" : "more";
  const notice = `Gap = ${minus}, in points of the ${scoreName(reading)}, where ${better} is better.`;
  return [
    heading,
    { kind: "paragraph", text: SIDES },
    ...(hidden
      ? [hidden]
      : [gapTable(gap.changes, reading, [first, second]), ...notes(named, [notice, ...clearWords(gap.changes)])]),
  ];
}

/** What "higher" and "lower" are said of, where there is anything to say them by. */
function clearWords(changes: readonly Change[]): readonly string[] {
  if (!changes.some(({ index }) => index.kind === "estimate" && index.interval !== null)) return [];
  return [...(changes.some(({ says }) => says === "up" || says === "down") ? [] : ["No gap is clear."]), CLEAR];
}

const SIDES =
  "Two audiences looked at the same things, each asked in its own words. What lies between them is a difference of view, and no change.";

function gapTable(changes: readonly Change[], reading: Reading, sides: readonly [GapSide, GapSide]): Block {
  const [first, second] = sides;
  // Beside an assessment there is no chance to speak of: the gap stands, and one note says why nothing more is said.
  const isOfPeople = !sides.some(({ isAssessment }) => isAssessment);
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "", wrapTo: 14 },
      { title: first.title, align: "right", wrapTo: 9 },
      { title: second.title, align: "right", wrapTo: 9 },
      { title: "Gap", align: "right" },
      { title: "95 % interval" },
      { title: peopleTitle(sides), align: "right", wrapTo: 8 },
      { title: "In words", wrapTo: 10 },
    ],
    rows: changes.map((change) => {
      const shown = shownGap(reading, change.index);
      return [
        change.of === "composite" ? `${change.title} (composite)` : change.title,
        standing(first, change),
        standing(second, change),
        published(shown, gained),
        publishedInterval(shown, gained),
        sides.every(({ isAssessment }) => isAssessment) ? NOT_APPLICABLE : base(shown),
        isOfPeople ? inWords(change, reading, first.title) : NOT_APPLICABLE,
      ];
    }),
  });
}

/** Whose n it is: of people, never of the assessment beside them. */
function peopleTitle(sides: readonly [GapSide, GapSide]): string {
  const people = sides.filter(({ isAssessment }) => !isAssessment);
  const [only, ...others] = people;
  return only !== undefined && others.length === 0 ? `n, ${only.title}` : "n";
}

function standing({ cell }: GapSide, { of, id }: Change): string {
  const all = of === "composite" ? cell?.composites : cell?.dimensions;
  const found = all?.find((one) => one.id === id);
  return found === undefined ? NOT_APPLICABLE : published(shownScore(found), score);
}

/** As the score is shown: the side that is higher on the index is lower on the load. */
function inWords({ says, index }: Change, reading: Reading, first: string): Toned {
  if (index.kind === "hidden") return { text: NOT_APPLICABLE, tone: "quiet" };
  if (says === "too few to say") return { text: says, tone: "quiet" };
  if (says === "no clear change") return { text: "no clear difference", tone: "quiet" };
  const side = (says === "up") === (reading === "index") ? "higher" : "lower";
  return { text: `${capital(first)} ${side}`, tone: "strong" };
}
