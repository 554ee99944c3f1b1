import { normaliseAnswer } from "./answer-text.ts";
import type { Scale } from "./types.ts";

export interface MissingWords {
  readonly notApplicable: string;
  readonly dontKnow: string;
}

/** Words for the two kinds of missing: the usual ones, unless the scale has given them a meaning of its own; "" where none is free. */
export function missingWordsOf(scale: Scale): MissingWords {
  const points = scale.kind === "coded" ? scale.points.flatMap(({ label = "", aliases }) => [label, ...aliases]) : [];
  const free = (words: readonly string[], others: readonly string[]): string => {
    const taken = new Set([...points, ...others].map(normaliseAnswer));
    return words.find((word) => !taken.has(normaliseAnswer(word))) ?? "";
  };
  return {
    notApplicable: free(["not applicable", "n/a", ...scale.notApplicable], scale.dontKnow),
    dontKnow: free(["don't know", "cannot say", ...scale.dontKnow], scale.notApplicable),
  };
}
