/**
 * No score, count, seed or figure of a business comes near it; the arithmetic of a report (differences, ratios, squares) stays
 * finite below it.
 */
const LARGEST = 1e30;

/** Places ("/overall/people") of the first `most` numbers that are too large to reckon with, in order of the document. */
export function overlarge(document: unknown, most: number): readonly string[] {
  const found: string[] = [];
  const look = (value: unknown, place: string): void => {
    if (typeof value === "number" && !isFit(value)) found.push(place);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) look(inner, `${place}/${key}`);
  };
  look(document, "");
  return found.slice(0, most);
}

/** What JSON writes larger than a number can be is read as Infinity. */
function isFit(value: number): boolean {
  return Math.abs(value) <= LARGEST;
}
