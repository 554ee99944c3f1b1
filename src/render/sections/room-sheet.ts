import type { Audit, CellResult, Discussion } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { count } from "../numbers.ts";
import type { Block, Fact, Sheet } from "../sheet.ts";
import { markWords } from "../words.ts";
import { audienceLeadFacts, leadsByAudience } from "./audiences.ts";
import { nothingShown } from "./audit-sheet.ts";
import { endFacts, orderFacts } from "./ends.ts";
import { panel } from "./headline.ts";
import { everyonesLadder, ladderOwner, levelWords } from "./ladder-words.ts";
import { questionFacts, spreadFacts } from "./room-talk.ts";
import { triagePage } from "./room-triage.ts";
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
  if (audit.triage !== null) return triagePage(audit, overall, audit.triage);
  const apart = leadsByAudience(audit);
  if (apart) {
    const title: readonly Block[] = scale ? [{ kind: "heading", level: 2, text: "Headline, by audience" }] : [];
    return [...title, { kind: "facts", rows: audienceLeadFacts(audit, apart) }];
  }
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
    ...audit.ladders
      .filter(({ path }) => path.length === 0 || everyonesLadder(audit) === null)
      .map((ladder) => ({ label: capital(ladder.word), text: `${ladderOwner(ladder)}${levelWords(ladder)}` })),
    ...endFacts(audit, overall, { discussion, tellsPeople: false }),
    ...orderFacts(audit, overall, { discussion, isWhole: words }),
    ...shakyShort(audit),
    ...spread,
  ];
  return [
    // The colours have said where it stands.
    ...(audit.triage === null ? standing(stands, scale) : []),
    { kind: "heading", level: 2, text: "To talk about" },
    { kind: "facts", rows: questionFacts(discussion) },
    { kind: "heading", level: 2, text: "Where to start" },
    ...startBlocks(audit, discussion, words),
  ];
}

function standing(rows: readonly Fact[], isHeaded: boolean): readonly Block[] {
  const heading: readonly Block[] = isHeaded ? [{ kind: "heading", level: 2, text: "Where it stands" }] : [];
  return [...heading, { kind: "facts", rows }];
}

/** Signs of a question's title that leave room for its numbers on a narrow line. */
const SHORT_TITLE = 32;

function startBlocks({ plan }: Audit, { start }: Discussion, isWhole: boolean): readonly Block[] {
  if (start.length === 0) return [{ kind: "paragraph", text: plan.reason ?? "There is nothing to plan." }];
  const rows = start.map(({ title, firstStep }, at) => ({
    label: count(at + 1),
    text: isWhole ? `${title}. Next week: ${firstStep}` : title,
  }));
  return [{ kind: "facts", rows }];
}
