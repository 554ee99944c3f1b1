import { createPalette, type Palette } from "./palette.ts";
import { createRuler, type Ruler } from "./ruler.ts";

/** What every drawing needs: how wide the page is, how wide a text is, how a tone looks. */
export interface Stylus {
  /** Columns of the page. */
  readonly width: number;
  readonly ruler: Ruler;
  readonly paint: Palette;
}

export interface PageOptions {
  readonly width: number;
  readonly color: boolean;
}

const NARROWEST = 60;
const WIDEST = 160;

/** @param texts everything that will be drawn, so that the right ruler is taken */
export async function createStylus({ width, color }: PageOptions, texts: unknown): Promise<Stylus> {
  const [ruler, paint] = await Promise.all([createRuler(JSON.stringify(texts)), createPalette(color)]);
  return { width: Math.min(WIDEST, Math.max(NARROWEST, width)), ruler, paint };
}

/** Every line starts this far in; only headings stand at the edge. */
export const INDENT = 2;
/** Prose is not set wider than this, however wide the terminal: the eye loses the line. */
const PROSE = 100;

/** Columns for prose that starts `indent` columns in. */
export function proseWidth({ width }: Stylus, indent = INDENT): number {
  return Math.min(width, PROSE) - indent;
}
