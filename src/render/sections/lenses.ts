import type { Audit, LensResult } from "../../audit/types.ts";
import { count, score } from "../numbers.ts";
import type { Block, Entry, Fact } from "../sheet.ts";
import { mostWords } from "../words.ts";
import { type Reading, scoreName, shownIndex } from "./reading.ts";

/** Ways to look at the same findings, each with a question and the numbers that belong to it. */
export function lensSection({ lenses, framework }: Audit): readonly Block[] {
  if (lenses.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Other ways to look at it" },
    ...lenses.map((lens, at) => lensEntry(lens, at, framework.reading)),
  ];
}

function lensEntry({ title, says, ask, dimensions }: LensResult, at: number, reading: Reading): Entry {
  const numbers = dimensions.map((one) => `${one.title} ${score(shownIndex(reading, one.index))}`);
  const beside: readonly Fact[] =
    numbers.length === 0
      ? []
      : [{ label: "Numbers", text: `${scoreName(reading)} of ${mostWords(numbers)}`, tone: "quiet" }];
  return {
    kind: "entry",
    lead: { text: count(at + 1), tone: "strong" },
    title,
    aside: null,
    facts: [{ label: "", text: says }, { label: "Ask", text: ask }, ...beside],
  };
}
