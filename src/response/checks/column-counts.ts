/** How often each answer to one item was given in one file. */
export interface ItemCounts {
  /** Codes of the scale, ascending, and the people who gave each; none for a figure. */
  readonly codes: readonly number[];
  readonly counts: readonly number[];
  /** People who gave a figure; 0 for coded items. */
  readonly figures: number;
  readonly unanswered: number;
  /** Not applicable, don't know, and what could not be read. */
  readonly otherMissing: number;
}

/** One file, when all of its rows were read. */
export interface FileCounts {
  readonly file: string;
  /** Rows scored. */
  readonly people: number;
  /** One per item of the program. */
  readonly items: readonly ItemCounts[];
}

/** People who gave an answer of the scale. */
export function answered({ counts, figures }: ItemCounts): number {
  return counts.reduce((sum, count) => sum + count, figures);
}
