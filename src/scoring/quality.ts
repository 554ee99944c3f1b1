import { type Answers, isMissing } from "../response/types.ts";
import type { ScoringProgram } from "./program.ts";

/** What one respondent's pattern of answers looks like. Counted later; nobody is excluded by it unasked. */
export interface PatternFlags {
  /** Longest run of identical raw answers, in items. */
  longestRun: number;
  /** The run is at least max(10, half the items). */
  longRun: boolean;
  /** Zero variance over at least 10 answered items that include reverse-keyed ones. */
  straightLine: boolean;
}

/**
 * Long runs and straight lines over the coded items of dimensions, in framework order; a gap or another response scale ends a run.
 * Source: Meade & Craig 2012; Huang et al. 2012. The returned object is reused.
 */
export function createPatternCheck(program: ScoringProgram): (answers: Answers) => PatternFlags {
  const items = program.items
    .map((item, at) => ({ at, scale: item.scale, reversed: item.recodeFrom !== null, item }))
    .filter(({ item }) => item.kind === "coded" && item.dimension >= 0);
  const threshold = Math.max(10, Math.ceil(items.length / 2));
  const flags: PatternFlags = { longestRun: 0, longRun: false, straightLine: false };
  return (answers) => {
    let run = 0;
    let longest = 0;
    let previous = Number.NaN;
    let scale = "";
    let answered = 0;
    let reversed = false;
    let first = Number.NaN;
    let varies = false;
    for (const entry of items) {
      const raw = answers[entry.at] ?? 0;
      if (isMissing(raw)) {
        run = 0;
        previous = Number.NaN;
        continue;
      }
      run = raw === previous && entry.scale === scale ? run + 1 : 1;
      if (run > longest) longest = run;
      previous = raw;
      scale = entry.scale;
      if (answered === 0) first = raw;
      else if (raw !== first) varies = true;
      answered++;
      if (entry.reversed) reversed = true;
    }
    flags.longestRun = longest;
    flags.longRun = longest >= threshold;
    flags.straightLine = !varies && answered >= 10 && reversed;
    return flags;
  };
}
