/** Scaled figures stay below 2^26, so that their squares, and sums of these over many people, are exact. */
const LARGEST = 67_108_864;

/** A figure, or why a text is none; then with the digits before and behind its mark. */
export type FigureText =
  | {
      readonly negative: boolean;
      /** Without leading zeros. */
      readonly whole: string;
      /** Without trailing zeros. */
      readonly fraction: string;
      /** The value × 10^decimals, with its sign; never by way of a binary fraction. */
      readonly scaled: number;
    }
  | {
      readonly fault: "no number" | "thousands" | "decimals" | "too large";
      readonly whole: string;
      readonly fraction: string;
    };

/**
 * A business figure as somebody wrote it: a sign, digits, a decimal point or comma. A mark before three digits may set
 * thousands apart (`1,234` is one number in London and another in Berlin), so it is refused; a point is a decimal point where
 * the scale has three decimals. text: without spaces around it and without its unit.
 */
export function readFigureText(text: string, decimals: number): FigureText {
  const parts = /^([-+\u2212]?)(\d+)(?:([.,])(\d+))?$/.exec(text);
  const [, sign = "", whole = "", mark = "", fraction = ""] = parts ?? [];
  if (parts === null) return { fault: "no number", whole, fraction };
  if (looksLikeThousands(whole, fraction) && (mark === "," || decimals < 3))
    return { fault: "thousands", whole, fraction };
  const significant = fraction.replace(/0+$/, "");
  if (significant.length > decimals) return { fault: "decimals", whole, fraction };
  const digits = whole.replace(/^0+(?=\d)/, "");
  const size = Number(digits + significant.padEnd(decimals, "0"));
  if (size >= LARGEST) return { fault: "too large", whole, fraction };
  const negative = (sign === "-" || sign === "\u2212") && size !== 0;
  return { negative, whole: digits, fraction: significant, scaled: negative ? -size : size };
}

/** 1 to 3 digits, a mark, 3 digits: as thousands are set apart. */
function looksLikeThousands(whole: string, fraction: string): boolean {
  return fraction.length === 3 && whole.length <= 3 && !whole.startsWith("0");
}
