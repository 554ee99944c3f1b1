import type { Ruler } from "./ruler.ts";

/** Takes the place of lines that another program would mismeasure, and puts them back. */
export interface StandIns {
  /** A line, or signs of one column each that are together as wide. */
  give(line: string): string;
  /** The text with the lines themselves again. */
  restore(text: string): string;
}

/** Signs for private use. A line that holds one of its own is not plain, and so is kept like the others. */
const FILLER = "\ue000";
const FIRST = 0xe001;
const LAST = 0xf8ff;
const SIGNS = /[\ue001-\uf8ff]\ue000*/g;

/**
 * cli-table3 measures with a list of wide characters from 2020 that knows nothing of most combining and joined ones: Thai,
 * Hindi or a family of four would push aside what stands beside them. So our ruler measures, and cli-table3 sees only
 * signs that both count alike. What was restored is forgotten; some six thousand lines are kept at a time.
 */
export function createStandIns(ruler: Ruler): StandIns {
  let kept: string[] = [];
  return {
    give: (line) => {
      const sign = FIRST + kept.length;
      if (ruler.isPlain(line) || sign > LAST) return line;
      const width = ruler.width(line);
      if (width === 0) return "";
      kept.push(line);
      return String.fromCharCode(sign) + FILLER.repeat(width - 1);
    },
    restore: (text) => {
      const lines = kept;
      kept = [];
      return lines.length === 0 ? text : text.replace(SIGNS, (signs) => lines[signs.charCodeAt(0) - FIRST] ?? signs);
    },
  };
}
