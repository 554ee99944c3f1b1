/** Nobody fills a room with more. */
const MOST_HANDS = 10_000;

/** People per point of a scale, or in words, to stand behind a colon, why the text is no show of hands. */
export type HandsReading = { readonly counts: readonly number[] } | { readonly fault: string };

/**
 * A show of hands as it is written: `0 2 5 8 1`, also with commas or semicolons, from the lowest code to the highest. The
 * same wherever one is read: typed at the keyboard, on a sheet, in a file. points: of the scale; 0 for a figure.
 */
export function readHands(text: string, points: number): HandsReading {
  if (points === 0) return { fault: "a figure has no points to raise hands for" };
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  if (!words.every((word) => /^\d+$/.test(word))) return { fault: "hands are counted in whole numbers" };
  if (words.length !== points)
    return { fault: `that is ${words.length} of ${points} numbers; write 0 where no hand went up` };
  const counts = words.map(Number);
  if (counts.some((count) => count > MOST_HANDS)) return { fault: `no room holds more than ${MOST_HANDS} people` };
  return counts.some((count) => count > 0) ? { counts } : { fault: "no hand went up at all" };
}
