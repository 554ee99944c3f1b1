import { ALIKE } from "../../audit/conventions.ts";
import type { Audit, CellResult, DimensionResult, Disagreement } from "../../audit/types.ts";
import { coefficientBeside, count, share } from "../numbers.ts";
import type { Block, Entry, Fact, Table, TableRow } from "../sheet.ts";
import { listWords, plural } from "../words.ts";
import { singleAnswers, thirdNames } from "./thirds.ts";

/** More of them than this stand in one table, a line each. */
const MOST_ENTRIES = 6;
/** Under this, people do not agree: no number may read as if it reached it. */
const rwgText = coefficientBeside([ALIKE]);
/** Signs that all people together would take. */
const BAR = 30;

/** Where a mean speaks for nobody: how people lie on the scale, in place of it. */
export function disagreementBlocks(audit: Audit, overall: CellResult): readonly Block[] {
  const { disagreements } = audit;
  if (disagreements.length === 0) return [];
  const groups = disagreements.filter(({ path }) => path.length > 0);
  const ordered = [...disagreements.filter(({ path }) => path.length === 0), ...groups];
  const scales = new Map(overall.dimensions.map((dimension) => [dimension.id, { ...dimension, audit }]));
  return [
    { kind: "heading", level: 2, text: "Where people do not agree" },
    {
      kind: "paragraph",
      tone: "quiet",
      text: "Answers differ too much there for the mean to speak for these people. Look at where they stand instead.",
    },
    ...(ordered.length > MOST_ENTRIES
      ? tableBlocks(ordered, scales)
      : ordered.map((one) => entry(one, scales.get(one.dimension)))),
  ];
}

type Scales = ReadonlyMap<string, Scale>;
type Scale = DimensionResult & { readonly audit: Audit };

function patternWord({ pattern }: Disagreement): string {
  return pattern === "two camps" ? "Two camps" : "Spread";
}

function entry(one: Disagreement, scale: Scale | undefined): Entry {
  const whose = one.path.length === 0 ? "" : `, ${one.label}`;
  return {
    kind: "entry",
    lead: { text: patternWord(one), tone: "fair" },
    title: `${one.title}${whose}`,
    aside: { text: `rWG ${rwgText(one.rwg)}, ${basisText(one)}`, tone: "quiet" },
    facts: thirdFacts(one, scale),
  };
}

/** rWG rests on those who answered every question, the thirds on all who have a score. */
function basisText({ n, thirds }: Disagreement): string {
  const all = sizeOf(thirds);
  return all === n ? `n ${count(n)}` : `n ${count(n)} who answered every question; ${count(all)} below`;
}

function sizeOf({ low, middle, high }: Disagreement["thirds"]): number {
  return low + middle + high;
}

/** Of a single question with few answers the answers themselves say more than thirds; of groups they are not kept. */
function answerFacts({ path, thirds }: Disagreement, scale: Scale | undefined): readonly Fact[] | null {
  if (scale === undefined || path.length > 0) return null;
  const answers = singleAnswers(scale.audit, scale);
  if (answers === null || answers.reduce((sum, { people }) => sum + people, 0) !== sizeOf(thirds)) return null;
  const ends = scale.direction === "lower" ? ["best", "worst"] : ["worst", "best"];
  return answers.map(({ words, people }, at) => {
    const end = at === 0 ? ends[0] : at === answers.length - 1 ? ends[1] : undefined;
    return { label: end === undefined ? words : `${words} (${end})`, text: barWords(people, sizeOf(thirds)) };
  });
}

function thirdFacts(one: Disagreement, scale: Scale | undefined): readonly Fact[] {
  const { thirds } = one;
  const answers = answerFacts(one, scale);
  if (answers !== null) return answers;
  const all = thirds.low + thirds.middle + thirds.high;
  const [low, middle, high] = entryNames(scale);
  const fact = (label: string, people: number): Fact => ({ label, text: barWords(people, all) });
  return [fact(low, thirds.low), fact(middle, thirds.middle), fact(high, thirds.high)];
}

/** Beside which end is the good one: it is not always the high one. */
function entryNames(scale: Scale | undefined): readonly [string, string, string] {
  if (scale === undefined) return ["Low third", "Middle third", "High third"];
  const [low, middle, high] = thirdNames(scale.audit, scale);
  const [atLow, atHigh] = scale.direction === "lower" ? ["best", "worst"] : ["worst", "best"];
  return [`${low} (${atLow})`, middle, `${high} (${atHigh})`];
}

/** "■■■■■■■■ 64 people, 27 %" */
function barWords(people: number, all: number): string {
  if (all === 0) return plural(people, "person", "people");
  const bar = "■".repeat(Math.round((people / all) * BAR));
  return `${bar === "" ? "" : `${bar} `}${plural(people, "person", "people")}, ${share(people / all)}`;
}

/** Everyone first, then group by group: one line a dimension, so that many can be looked over. */
function tableBlocks(all: readonly Disagreement[], scales: Scales): readonly Block[] {
  const differ = all.some((one) => one.n !== sizeOf(one.thirds));
  const items = [...scaleNotes(all, scales), ...(differ ? [BASES] : [])];
  return [table(all, scales), { kind: "list", tone: "quiet", items }];
}

const BASES =
  "n: rWG rests on those who answered every question, of all who have a score and are counted in the thirds.";

function table(all: readonly Disagreement[], scales: Scales): Table {
  const labels = [...new Set(all.map(({ label }) => label))];
  return {
    kind: "table",
    columns: [
      { title: "Dimension", wrapTo: 20 },
      { title: "rWG", align: "right" },
      { title: "n", align: "right" },
      { title: "Worst third", align: "right", wrapTo: 6 },
      { title: "Middle", align: "right" },
      { title: "Best third", align: "right", wrapTo: 6 },
      { title: "Answers are" },
    ],
    rows: labels.flatMap((label): readonly TableRow[] => [
      ...(labels.length === 1 ? [] : [{ heading: label }]),
      ...all.filter((one) => one.label === label).map((one) => row(one, scales.get(one.dimension))),
    ]),
  };
}

function row(one: Disagreement, scale: Scale | undefined): TableRow {
  const { low, middle, high } = one.thirds;
  const [worst, best] = scale?.direction === "lower" ? [high, low] : [low, high];
  const pattern = one.pattern === "two camps" ? "two camps" : "spread";
  const all = sizeOf(one.thirds);
  const n = all === one.n ? count(one.n) : `${count(one.n)} of ${count(all)}`;
  return [one.title, rwgText(one.rwg), n, count(worst), count(middle), count(best), pattern];
}

/** "People whose answer lies in each third of the scale: worst 0, middle 1 to 2, best 3." Where scales differ, whose are whose. */
function scaleNotes(all: readonly Disagreement[], scales: Scales): readonly string[] {
  const titles = new Map<string, Set<string>>();
  for (const { dimension, title } of all) {
    const scale = scales.get(dimension);
    if (scale === undefined) continue;
    const words = thirdWords(scale);
    titles.set(words, (titles.get(words) ?? new Set()).add(title));
  }
  return [...titles].map(([words, whose]) => {
    const of = titles.size > 1 ? ` of ${listWords([...whose], "and")}` : "";
    return `Thirds of the scale${of}, counted in people: ${words}.`;
  });
}

function thirdWords(scale: Scale): string {
  const names = thirdNames(scale.audit, scale);
  const [worst, middle, best] = scale.direction === "lower" ? names.toReversed() : names;
  return `worst ${worst}, middle ${middle}, best ${best}`;
}
