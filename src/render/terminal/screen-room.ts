import type { DrawnScreen, Page, ScreenOptions } from "./screen-layout.ts";
import { wrap } from "./wrap.ts";

/** In fewer columns words would be broken everywhere, and keys parted from what they do. */
export const NARROWEST = 30;

/** Widths to ask for, and the height one has on any screen: a wider window is asked for before a higher one. */
const WIDTHS = [40, 60, 80, 100];
const USUAL_HEIGHT = 24;

interface Room {
  readonly columns: number;
  readonly lines: number;
}

/** The smallest window one can reasonably be asked for. @param lowest lines that are needed at a width */
export function windowFor({ width, height }: ScreenOptions, lowest: (width: number) => number): Room {
  const widths = [Math.max(width, NARROWEST), ...WIDTHS.filter((one) => one > width)];
  const rooms = widths.map((columns) => ({ columns, lines: lowest(columns) }));
  const fair = rooms.find(({ lines }) => lines <= Math.max(height, USUAL_HEIGHT));
  return fair ?? rooms.reduce((best, room) => (room.lines < best.lines ? room : best));
}

/** All there is to be seen in a window that is too small. */
export function askForRoom({ columns, lines }: Room, { height }: ScreenOptions, { stylus, margin }: Page): DrawnScreen {
  const text = `Please make this window larger (at least ${columns} columns and ${lines} lines).`;
  const words = wrap(text, stylus.width, stylus.ruler).map((line) => " ".repeat(margin) + line);
  return { lines: words.slice(0, height), cursor: null, tooSmall: true };
}
