import type { Excerpt } from "./problem.ts";
import { visible } from "./quote.ts";

/** The widest excerpt, in characters: it still fits beside a line number at 80 columns. */
const WIDEST = 70;
/** What stays visible before the caret when a long line is cut. */
const LEAD = 20;
const CUT = "…";

export interface Spot {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** Characters to underline; what goes past the end of the line is cut off. */
  readonly length: number;
}

/**
 * The line of `text` a problem stands on, with the part to underline. A long line is cut to a window around the
 * spot, and control characters become visible dots so that an excerpt can never steer a terminal.
 */
export function excerptAt(text: string, spot: Spot): Excerpt {
  const line = visible(lineOf(text, spot.line));
  const at = Math.min(Math.max(spot.column - 1, 0), line.length);
  const start = line.length <= WIDEST ? 0 : Math.max(0, Math.min(at - LEAD, line.length - WIDEST));
  const end = Math.min(line.length, start + WIDEST);
  const before = start > 0 ? CUT : "";
  const after = end < line.length ? CUT : "";
  return {
    text: `${before}${line.slice(start, end)}${after}`,
    offset: before.length + at - start,
    length: Math.max(1, Math.min(spot.length, end - at)),
  };
}

function lineOf(text: string, line: number): string {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const newline = text.indexOf("\n", start);
    if (newline < 0) return "";
    start = newline + 1;
  }
  const end = text.indexOf("\n", start);
  const found = text.slice(start, end < 0 ? undefined : end);
  return found.endsWith("\r") ? found.slice(0, -1) : found;
}
