import { ALIKE } from "../../audit/conventions.ts";
import type { Audit, CellResult, DimensionResult, Disagreement } from "../../audit/types.ts";
import { coefficientBeside, count, share, short } from "../numbers.ts";
import type { Block, Entry, Fact } from "../sheet.ts";
import { plural } from "../words.ts";

/** So many of the groups are told one by one; a kept audit holds all. */
const MOST_OF_GROUPS = 4;
/** Under this, people do not agree: no number may read as if it reached it. */
const rwgText = coefficientBeside([ALIKE]);
/** Signs that all people together would take. */
const BAR = 30;

/** Where a mean speaks for nobody: how people lie on the scale, in place of it. */
export function disagreementBlocks({ disagreements }: Audit, overall: CellResult): readonly Block[] {
  if (disagreements.length === 0) return [];
  const everyone = disagreements.filter(({ path }) => path.length === 0);
  const groups = disagreements.filter(({ path }) => path.length > 0);
  const shown = [...everyone, ...groups.slice(0, MOST_OF_GROUPS)];
  const left = disagreements.length - shown.length;
  return [
    { kind: "heading", level: 2, text: "Where people do not agree" },
    {
      kind: "paragraph",
      tone: "quiet",
      text: "Answers differ too much there for the mean to speak for these people. Look at where they stand instead.",
    },
    ...shown.map((one) => entry(one, overall)),
    ...(left > 0 ? [moreWords(left)] : []),
  ];
}

function moreWords(left: number): Block {
  return {
    kind: "paragraph",
    tone: "quiet",
    text: `${plural(left, "more case", "more cases")} in groups: in a kept audit (JSON).`,
  };
}

function entry(one: Disagreement, overall: CellResult): Entry {
  const dimension = overall.dimensions.find(({ id }) => id === one.dimension);
  const whose = one.path.length === 0 ? "" : `, ${one.label}`;
  return {
    kind: "entry",
    lead: { text: one.pattern === "two camps" ? "Two camps" : "Spread", tone: "fair" },
    title: `${one.title}${whose}`,
    aside: { text: `rWG ${rwgText(one.rwg)}, n ${count(one.n)}`, tone: "quiet" },
    facts: thirdFacts(one, dimension),
  };
}

function thirdFacts({ thirds }: Disagreement, dimension: DimensionResult | undefined): readonly Fact[] {
  const all = thirds.low + thirds.middle + thirds.high;
  const [low, middle, high] = thirdNames(dimension);
  const fact = (label: string, people: number): Fact => ({ label, text: barWords(people, all) });
  return [fact(low, thirds.low), fact(middle, thirds.middle), fact(high, thirds.high)];
}

/** "Low, 1 to 2.33"; and which end is the good one, where that is not the high one. */
function thirdNames(dimension: DimensionResult | undefined): readonly [string, string, string] {
  if (dimension === undefined) return ["Low third", "Middle third", "High third"];
  const { min, max, direction } = dimension;
  const third = (max - min) / 3;
  const [bad, good] = [" (worst)", " (best)"];
  return [
    `${short(min)} to ${short(min + third)}${direction === "lower" ? good : bad}`,
    `${short(min + third)} to ${short(max - third)}`,
    `${short(max - third)} to ${short(max)}${direction === "lower" ? bad : good}`,
  ];
}

/** "■■■■■■■■ 64 people, 27 %" */
function barWords(people: number, all: number): string {
  if (all === 0) return plural(people, "person", "people");
  const bar = "■".repeat(Math.round((people / all) * BAR));
  return `${bar === "" ? "" : `${bar} `}${plural(people, "person", "people")}, ${share(people / all)}`;
}
