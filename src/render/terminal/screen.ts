import type { Screen } from "../../interview/screen.ts";
import { cleanText } from "../clean.ts";
import { createPalette } from "./palette.ts";
import { createRuler } from "./ruler.ts";
import { drawInput } from "./screen-input.ts";
import { LAYOUTS, type Layout, type ScreenOptions } from "./screen-layout.ts";
import { drawHead, drawHeading, drawKeys, drawNotice, drawOptions, drawParagraphs } from "./screen-parts.ts";
import type { Stylus } from "./stylus.ts";

/** Lines for a window, from its top; never wider or more than it. */
export interface DrawnScreen {
  readonly lines: readonly string[];
  /** Where the cursor is, both from 0; null: nothing is typed here. */
  readonly cursor: { readonly row: number; readonly column: number } | null;
}

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
    const margin = marginOf(options.width);
    const width = Math.max(12, Math.min(BLOCK, options.width - 2 * margin));
    return place(cleanScreen(screen), options, { stylus: { width, ruler, paint }, margin });
  };
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

interface Page {
  readonly stylus: Stylus;
  readonly margin: number;
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

/** The airiest layout that the window holds: decoration goes before anything one needs in order to answer. */
function place(screen: Screen, options: ScreenOptions, page: Page): DrawnScreen {
  let drawn: Parts = { head: [], body: [], foot: [], cursor: null, air: 0, edge: 0 };
  for (const layout of LAYOUTS) {
    if (layout.air > 1 && options.height < AIRY) continue;
    drawn = parts(screen, { layout, options, stylus: page.stylus });
    const kept = screen.notice === null ? layout.reserve : 0;
    if (heightOf(drawn) + kept <= options.height) break;
  }
  return set(drawn, options, page);
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
    layout.paragraphs ? drawParagraphs(screen.paragraphs, layout, stylus) : [],
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
  return { lines: lines.map((line) => (line === "" ? "" : space + line)), cursor };
}

function blank(count: number): readonly string[] {
  return Array<string>(Math.max(0, count)).fill("");
}
