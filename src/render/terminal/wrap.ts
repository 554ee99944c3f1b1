import type { Ruler } from "./ruler.ts";

/** Spaces a line may break at: not before a per cent sign, not between a name and its number, not inside "52 to 58". */
const BREAKS = /(?<!\bn|\d to) (?!%|to [−+\d]|(?<=[a-z\d_] )\d+\.\d\d(?!\d))/;

/** What a line is broken between. */
export function unbroken(text: string): readonly string[] {
  return text.split(BREAKS);
}

/** Lines of at most `width` columns; a word wider than that is cut. Line breaks in the text stay. */
export function wrap(text: string, width: number, ruler: Ruler): readonly string[] {
  return text.split("\n").flatMap((line) => (ruler.width(line) <= width ? [line] : wrapLine(line, width, ruler)));
}

function wrapLine(text: string, width: number, ruler: Ruler): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of unbroken(text).flatMap((one) => words(one, width, ruler))) {
    const wide = ruler.width(word);
    if (line !== "" && used + 1 + wide > width) {
      lines.push(line);
      line = "";
    }
    used = line === "" ? wide : used + 1 + wide;
    line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}

/** What should stay together is parted at its spaces before any word is cut. */
function words(together: string, width: number, ruler: Ruler): readonly string[] {
  if (ruler.width(together) <= width) return [together];
  return together.split(" ").flatMap((word) => cut(word, width, ruler));
}

function cut(word: string, width: number, ruler: Ruler): readonly string[] {
  if (ruler.width(word) <= width) return [word];
  const parts = [""];
  let used = 0;
  for (const piece of ruler.pieces(word)) {
    const wide = ruler.width(piece);
    if (used + wide > width && used > 0) {
      parts.push("");
      used = 0;
    }
    parts[parts.length - 1] += piece;
    used += wide;
  }
  return parts;
}

/** Spaces that fill a text up to `width` columns. */
export function filler(text: string, width: number, ruler: Ruler): string {
  return " ".repeat(Math.max(0, width - ruler.width(text)));
}
