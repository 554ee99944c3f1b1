/** Widths of text where no browser measures it: generous, since a label that overflows is worse than one that wraps early. */

/** Units of the drawing. At the width of a telephone (350 of 560) letters are still 10 pixels high. */
export const LETTER = 16;
export const LINE = 20;

const NARROW = /[ijlftrI.,:;'!|()[\] -]/u;
const BROAD = /[mwMW@%&—]/u;
const NARROWEST = 0.36 * LETTER;
const SIGNS = new Intl.Segmenter();
const LATIN = /^[\u0020-\u024f\u0370-\u052f\u2010-\u2027]$/u;

/** Units that a text takes in a line. */
export function widthOf(text: string): number {
  let ems = 0;
  for (const sign of text) ems += emsOf(sign);
  return ems * LETTER;
}

function emsOf(sign: string): number {
  if (!LATIN.test(sign)) return 1.1;
  if (NARROW.test(sign)) return 0.36;
  if (BROAD.test(sign)) return 0.92;
  return /\p{Lu}/u.test(sign) ? 0.7 : 0.57;
}

/** Words are not wrapped into more lines than this without need. */
interface Room {
  readonly width: number;
  readonly lines: number;
}

/** A text in lines that fit; `isCut` where it is longer and ends with "…". */
export function linesOf(text: string, { width, lines }: Room): { readonly text: string; readonly isCut: boolean } {
  // No further than the narrowest letters could reach: a text may be 5,000 characters long.
  const reach = Math.ceil(((lines + 1) * width) / NARROWEST);
  const all = wrapped(text.length > reach ? text.slice(0, reach) : text, width, lines + 1);
  if (all.length <= lines) return { text: all.join("\n"), isCut: false };
  const kept = all.slice(0, lines);
  const last = kept.at(-1) ?? "";
  return { text: [...kept.slice(0, -1), `${shortened(last, width - widthOf("…"))}…`].join("\n"), isCut: true };
}

/** No further than `most` lines, however long the text. */
function wrapped(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => pieces(one, width))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
      if (lines.length >= most) return lines;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** A word in parts that fit a line each. */
function pieces(word: string, width: number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = "";
  for (const { segment } of SIGNS.segment(word)) {
    if (part !== "" && widthOf(part + segment) > width) {
      parts.push(part);
      part = "";
    }
    part += segment;
  }
  return [...parts, part];
}

function shortened(text: string, width: number): string {
  return widthOf(text) <= width ? text.trimEnd() : (pieces(text, width)[0] ?? "").trimEnd();
}
