import type { FigureScale } from "../framework/types.ts";

/** Scaled figures stay below 2^26, as wherever figures are read. */
const LARGEST = 67_108_864;

/** A figure as decimal text with a point, or in words why it is none. */
export type FigureReading = { readonly text: string } | { readonly fault: string };

/**
 * A business figure as somebody types it: a sign, digits, a decimal point or comma; the scale's unit may stand behind.
 * A mark before three digits could set thousands apart, so it is asked about and not guessed.
 */
export function readFigure(line: string, scale: FigureScale): FigureReading {
  const parts = /^([-+\u2212]?)(\d+)(?:([.,])(\d+))?$/.exec(withoutUnit(line.trim(), scale.unit));
  if (parts === null) return { fault: "Please type a number, such as 12 or 3.5." };
  const [, sign = "", whole = "", mark = "", fraction = ""] = parts;
  if (looksLikeThousands(whole, fraction) && (mark === "," || scale.decimals < 3))
    return {
      fault: `Is that ${whole}${fraction} or ${whole}.${fraction.replace(/0+$/, "0")}? Please type it without thousands.`,
    };
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > scale.decimals) return { fault: decimalsFault(scale.decimals) };
  const digits = whole.replace(/^0+(?=\d)/, "");
  if (Number(digits + significant.padEnd(scale.decimals, "0")) >= LARGEST)
    return { fault: "That number is too large." };
  const text = significant === "" ? digits : `${digits}.${significant}`;
  return { text: (sign === "-" || sign === "\u2212") && /[1-9]/.test(text) ? `-${text}` : text };
}

function decimalsFault(most: number): string {
  if (most === 0) return "Please type a whole number.";
  return `Please type at most ${most} ${most === 1 ? "digit" : "digits"} after the point.`;
}

function withoutUnit(line: string, unit: string): string {
  const written = unit.toLowerCase();
  if (written === "" || !line.toLowerCase().endsWith(written)) return line;
  return line.slice(0, -written.length).trimEnd();
}

/** 1 to 3 digits, a mark, 3 digits: as thousands are set apart. */
function looksLikeThousands(whole: string, fraction: string): boolean {
  return fraction.length === 3 && whole.length <= 3 && !whole.startsWith("0");
}
