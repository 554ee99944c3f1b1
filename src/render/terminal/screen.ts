import type { Screen } from "../../interview/screen.ts";
import { cleanText } from "../clean.ts";
import { createPalette } from "./palette.ts";
import { createRuler } from "./ruler.ts";
import { drawInput } from "./screen-input.ts";
import {
  BAREST,
  type DrawnScreen,
  LAYOUTS,
  type Layout,
  type Page,
  type ScreenOptions,
  UNDER_NOTICE,
} from "./screen-layout.ts";
import { drawHead, drawHeading, drawKeys, drawNotice, drawOptions, drawParagraphs } from "./screen-parts.ts";
import { askForRoom, NARROWEST, windowFor } from "./screen-room.ts";
import type { Stylus } from "./stylus.ts";

export type DrawScreen = (screen: Screen, options: ScreenOptions) => DrawnScreen;

/** Wider than this a line is hard to follow, on a wall even more than on a desk. */
const BLOCK = 72;
/** In a higher window the screen stays this high, if it can: what belongs together stays together. */
const FRAME = 28;
/** In a lower window every screen is closer set, not only those with long questions: the question keeps its line. */
const AIRY = 24;
/** Anyone may type any script here, so the full ruler is wanted from the start. */
const ANY_SCRIPT = "日";

/** Loads what drawing needs once; after that every screen is drawn at once. */
export async function createScreenDrawer(color: boolean): Promise<DrawScreen> {
  const [ruler, paint] = await Promise.all([createRuler(ANY_SCRIPT), createPalette(color)]);
  return (screen, options) => {
    const page = (width: number): Page => ({
      stylus: { width: blockOf(width), ruler, paint },
      margin: marginOf(width),
    });
    const clean = cleanScreen(screen);
    const drawn = place(clean, options, page(options.width));
    if (drawn !== null) return drawn;
    const need = windowFor(options, (width) => lowest(clean, { ...options, width }, page(width)));
    return askForRoom(need, options, page(options.width));
  };
}

function blockOf(width: number): number {
  return Math.max(1, Math.min(BLOCK, width - 2 * marginOf(width)));
}

function marginOf(width: number): number {
  if (width < 40) return 0;
  if (width < 72) return 2;
  return Math.max(4, Math.floor((width - BLOCK) / 2));
}

/** Texts come from frameworks, files and people; the typed line keeps its spaces and is cleaned where it is drawn. */
function cleanScreen(screen: Screen): Screen {
  const { input, notice, progress } = screen;
  return {
    ...screen,
    title: cleanText(screen.title),
    heading: cleanText(screen.heading),
    paragraphs: screen.paragraphs.map((text) => cleanText(text)),
    options: screen.options.map((option) => ({ ...option, label: cleanText(option.label) })),
    input: input && { ...input, label: cleanText(input.label) },
    notice: notice && { ...notice, text: cleanText(notice.text) },
    progress: progress && { ...progress, words: cleanText(progress.words) },
  };
}

interface Parts {
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly foot: readonly string[];
  /** Within the body. */
  readonly cursor: DrawnScreen["cursor"];
  /** Blank lines between head and body, and whether there is one at the top and one above the keys. */
  readonly air: Layout["air"];
  readonly edge: 0 | 1;
}

/**
 * The airiest layout that the window holds: decoration goes before anything one needs in order to answer. Null where the
 * window does not hold even that.
 */
function place(screen: Screen, options: ScreenOptions, page: Page): DrawnScreen | null {
  const { stylus } = page;
  if (options.width < NARROWEST) return null;
  for (const layout of LAYOUTS) {
    if (layout.air > 1 && options.height < AIRY) continue;
    const drawn = parts(screen, { layout, options, stylus });
    const kept = screen.notice === null ? layout.reserve : 0;
    if (heightOf(drawn) + kept <= options.height) return set(drawn, options, page);
  }
  // A notice comes and goes: whether one can answer here does not hang on it.
  if (lowest(screen, options, page) > options.height) return null;
  return set(parts(screen, { layout: UNDER_NOTICE, options, stylus }), options, page);
}

/** Lines that the screen needs at this width, without a notice and without carets. */
function lowest(screen: Screen, options: ScreenOptions, { stylus }: Page): number {
  const bare = { ...screen, notice: null };
  const plain = { ...options, caret: null };
  return Math.min(...BAREST.map((layout) => heightOf(parts(bare, { layout, options: plain, stylus }))));
}

interface Wish {
  readonly layout: Layout;
  readonly options: ScreenOptions;
  readonly stylus: Stylus;
}

function parts(screen: Screen, { layout, options, stylus }: Wish): Parts {
  const gap = layout.air > 0 ? [""] : [];
  const input = screen.input && drawInput(screen.input, options, { stylus, most: layout.typed });
  const blocks = [
    drawHeading(screen.heading, stylus),
    drawParagraphs(screen.paragraphs, layout, stylus),
    drawOptions(screen.options, layout, stylus),
    input?.lines ?? [],
    screen.notice === null ? [] : drawNotice(screen.notice, stylus),
  ];
  const body: string[] = [];
  let cursor: DrawnScreen["cursor"] = null;
  for (const [at, block] of blocks.entries()) {
    if (block.length === 0) continue;
    if (body.length > 0) body.push(...gap);
    if (at === 3 && input) cursor = { row: body.length + input.cursor.row, column: input.cursor.column };
    body.push(...block);
  }
  return {
    head: drawHead(screen, layout, stylus),
    body,
    foot: layout.keys ? drawKeys(screen.keys, stylus) : [],
    cursor,
    air: layout.air,
    edge: layout.edge ? 1 : 0,
  };
}

function heightOf({ head, body, foot, air, edge }: Parts): number {
  const between = head.length > 0 ? air : 0;
  return edge + head.length + between + body.length + (foot.length > 0 ? edge + foot.length : 0);
}

/** Keys stay at the foot and the question at its place, so that nothing jumps from one question to the next. */
function set(drawn: Parts, { width, height }: ScreenOptions, { margin }: Page): DrawnScreen {
  const { head, body, foot, air, edge } = drawn;
  const own = heightOf(drawn) - edge;
  const top = Math.max(edge, Math.min(Math.floor((height - FRAME) / 3), height - own - 1));
  const bottom = Math.max(top + own, Math.min(height - edge, top + FRAME - 2));
  const above = [...blank(top), ...head, ...blank(head.length > 0 ? air : 0)];
  const between = foot.length > 0 ? Math.max(0, bottom - above.length - body.length - foot.length) : 0;
  const lines = [...above, ...body, ...blank(between), ...foot].slice(0, height);
  const space = " ".repeat(Math.min(margin, Math.max(0, width - 1)));
  const cursor = drawn.cursor && {
    row: Math.min(height - 1, above.length + drawn.cursor.row),
    column: Math.min(width - 1, space.length + drawn.cursor.column),
  };
  return { lines: lines.map((line) => (line === "" ? "" : space + line)), cursor, tooSmall: false };
}

function blank(count: number): readonly string[] {
  return Array<string>(Math.max(0, count)).fill("");
}
