import type { Audit, CellResult, DiscussedDimension, Discussion } from "../../audit/types.ts";
import { count, publishedInterval } from "../numbers.ts";
import type { Block, Fact, Sheet } from "../sheet.ts";
import { markWords } from "../words.ts";
import { nothingShown } from "./audit-sheet.ts";
import { panel } from "./headline.ts";
import { formatOf, type Reading, shownIndex, shownScore } from "./reading.ts";
import { questionFacts, spreadFacts } from "./room-talk.ts";
import { shakyShort } from "./shaky.ts";

/** A page for the room, and how close its blocks stand. */
interface RoomPage {
  readonly sheet: Sheet;
  readonly spacing: "open" | "close" | "none";
}

/** How much stands on a page. */
interface Extent {
  /** The headline with its scale and a heading of its own. */
  readonly scale: boolean;
  /** What the band means, first steps, whole titles. */
  readonly words: boolean;
}

const ENDS: Readonly<Record<Reading, { readonly strongest: string; readonly weakest: string }>> = {
  index: { strongest: "Strongest", weakest: "Weakest" },
  load: { strongest: "Weighs least", weakest: "Weighs most" },
};

/**
 * One screen, for people who look at it together: everything else is in the report. The fullest page first; what makes a
 * number honest (interval, people, "one assessment", what is hidden) stands on all of them. Expects an audit whose texts
 * are clean.
 */
export function roomPages(audit: Audit): readonly [RoomPage, ...RoomPage[]] {
  const short = { scale: false, words: false };
  return [
    { sheet: page(audit, { scale: true, words: true }), spacing: "open" },
    { sheet: page(audit, { scale: false, words: true }), spacing: "close" },
    { sheet: page(audit, { scale: false, words: true }), spacing: "none" },
    { sheet: page(audit, short), spacing: "close" },
    { sheet: page(audit, short), spacing: "none" },
  ];
}

function page(audit: Audit, extent: Extent): Sheet {
  const { framework, overall } = audit;
  const mark = markWords(audit);
  // Where the headline has no heading, the title bears the mark.
  const title = extent.scale || mark === null ? framework.title : `${framework.title} (${mark})`;
  if (overall === null) return { title: framework.title, mark, blocks: nothingShown(audit) };
  return { title, mark, blocks: [...headline(audit, overall, extent), ...talk(audit, overall, extent)] };
}

function headline(audit: Audit, overall: CellResult, { scale, words }: Extent): readonly Block[] {
  const lead = overall.composites.find(({ id }) => id === audit.headline);
  if (lead === undefined) return [];
  const whole = panel(audit, lead);
  // How sure the band and the target are, the report says; here the band's own word has to do.
  const [first, ...rest] = whole.lines;
  const all = [first, rest.at(-1)].flatMap((line) => line ?? []);
  const lines = lead.band?.meaning === "" || !words ? all.slice(0, 1) : all;
  if (scale)
    return [
      { kind: "heading", level: 2, text: "Headline" },
      { ...whole, lines },
    ];
  return [{ ...whole, title: "", score: `${whole.title}  ${whole.score}`, mark: null, lines }];
}

function talk(audit: Audit, overall: CellResult, { scale, words }: Extent): readonly Block[] {
  const { discussion } = audit;
  if (discussion === null) return [];
  const spread = spreadFacts(discussion, words ? null : SHORT_TITLE);
  const stands: readonly Fact[] = [
    ...endFacts(audit, overall, discussion),
    ...order(overall, discussion, words),
    ...shakyShort(audit),
    ...spread,
  ];
  return [
    ...(scale ? [{ kind: "heading", level: 2, text: "Where it stands" } as const] : []),
    { kind: "facts", rows: stands },
    { kind: "heading", level: 2, text: "To talk about" },
    { kind: "facts", rows: questionFacts(discussion) },
    { kind: "heading", level: 2, text: "Where to start" },
    ...startBlocks(audit, discussion, words),
  ];
}

/** Signs of a question's title that leave room for its numbers on a narrow line. */
const SHORT_TITLE = 32;

function endFacts(audit: Audit, overall: CellResult, discussion: Discussion): readonly Fact[] {
  const { strongest, weakest } = discussion;
  const words = ENDS[audit.framework.reading];
  const named = (label: string, ends: readonly DiscussedDimension[]): readonly Fact[] =>
    ends.length === 0 ? [] : [{ label, text: ends.map((end) => endWords(audit, overall, end)).join(", ") }];
  return [...named(words.strongest, strongest), ...named(words.weakest, weakest)];
}

/** What may be read into the order of the ends. */
function order(overall: CellResult, discussion: Discussion, isWhole: boolean): readonly Fact[] {
  const { contrast } = discussion;
  if (contrast === "alike") return [{ label: "Dimensions", text: "all that are shown stand at the same number" }];
  if (contrast !== "unclear") return [];
  const more = isWhole ? "; do not read much into the order" : "";
  const text = isSure(overall, discussion)
    ? "some of these stand at the same number"
    : `not all of these differ clearly${more}`;
  return [{ label: "Mind", text }];
}

/** Without intervals nothing is unclear but which of two equal numbers comes first. */
function isSure({ dimensions }: CellResult, { strongest, weakest }: Discussion): boolean {
  const named = new Set([...strongest, ...weakest].map(({ dimension }) => dimension));
  return dimensions.every(({ id, judged }) => judged === null || !named.has(id));
}

/** "Intimacy 57 (54 to 59)" */
function endWords({ framework }: Audit, overall: CellResult, { dimension, title, index }: DiscussedDimension): string {
  const result = overall.dimensions.find(({ id }) => id === dimension);
  if (result === undefined) return title;
  const format = formatOf(framework.reading, result);
  const ends = publishedInterval(shownScore(result), format);
  return `${title} ${format(shownIndex(framework.reading, index))}${ends === "–" ? "" : ` (${ends})`}`;
}

function startBlocks({ plan }: Audit, { start }: Discussion, isWhole: boolean): readonly Block[] {
  if (start.length === 0) return [{ kind: "paragraph", text: plan.reason ?? "There is nothing to plan." }];
  const rows = start.map(({ title, firstStep }, at) => ({
    label: count(at + 1),
    text: isWhole ? `${title}. Next week: ${firstStep}` : title,
  }));
  return [{ kind: "facts", rows }];
}
