import type { Seating } from "./types.ts";

/** Several people, each for themselves: their answers are mixed, and no one's are shown. */
export function isOfPeople({ kind }: Seating): boolean {
  return kind === "participants" || kind === "sheets";
}
