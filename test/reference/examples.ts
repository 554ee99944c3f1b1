/** The worked examples of docs/statistics.md: numbers from the functions they explain. */
import type { Estimate, Published } from "../../src/audit/estimate.ts";
import type { Band } from "../../src/framework/types.ts";
import { bandOf } from "../../src/statistics/band.ts";
import { estimateMean, estimateSpread, toIndex, toLoad } from "../../src/statistics/describe.ts";
import { estimateNps } from "../../src/statistics/nps.ts";
import { wilson } from "../../src/statistics/proportion.ts";
import type { Sampling } from "../../src/statistics/sampling.ts";
import { probabilityBelow } from "../../src/statistics/target.ts";
import { plainSummary } from "../../src/statistics/weights.ts";
import { leavesOf } from "./compare.ts";
import type { Tree } from "./data.ts";
import { surveyExamples } from "./examples-of-survey.ts";
import { ourNumbers } from "./table.ts";
import { type Numbers, percent, written } from "./words.ts";

const plain: Sampling = { unit: "person", headcount: null, level: 0.95 };
const hours = { unit: "", min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const onFive = { unit: "", min: 1, max: 5 };
/** Student's additional hours of sleep. */
const sleep = plainSummary({ n: 10, mean: 1.58, variance: 1.512888888888889 });
const NAMES = ["critical", "weak", "mixed", "good", "strong"];
const BANDS: readonly Band[] = [0, 35, 50, 65, 80].map((from, i) => ({
  id: NAMES[i] ?? "",
  label: NAMES[i] ?? "",
  from,
}));

/** Parts of the page by name. */
export async function workedExamples(): Promise<Readonly<Record<string, string>>> {
  const numbers = lookUp(await ourNumbers());
  const texts = { ...bookExamples(numbers), ...(await surveyExamples(numbers)) };
  return Object.fromEntries(
    Object.entries(texts).map(([section, text]) => [`example of ${section}`, `*Example.* ${text}`]),
  );
}

function lookUp(tree: Tree): Numbers {
  const leaves = new Map(leavesOf(tree).map(({ path, value }) => [path, value]));
  return (path) => {
    const value = leaves.get(path);
    if (typeof value !== "number" || Number.isNaN(value)) throw new Error(`no number ${path}`);
    return value;
  };
}

function estimated(published: Published): Estimate {
  if (published.kind !== "estimate") throw new Error(`no estimate but ${JSON.stringify(published)}`);
  return published;
}

function ends(published: Published, digits: number): string {
  const { interval } = estimated(published);
  if (interval === null) throw new Error("no interval");
  return `${written(interval.low, digits)} to ${written(interval.high, digits)}`;
}

/** Examples on numbers that stand in books, or that are easy to follow by hand. */
function bookExamples(numbers: Numbers): Readonly<Record<string, string>> {
  const score = estimateMean(plainSummary({ n: 20, mean: 3.6, variance: 1 }), plain, onFive);
  const [higher, lower] = [toIndex(score, { worst: 1, best: 5 }), toIndex(score, { worst: 5, best: 1 })];
  const index = (published: Published) => written(estimated(published).value, 1);
  const hoursOf = (headcount: number | null) => ends(estimateMean(sleep, { ...plain, headcount }, hours), 2);
  const sd = written(estimated(estimateSpread(sleep, plain, "")).value, 2);
  const nps = estimateNps({ promoters: 10, passives: 5, detractors: 5 }, plain);
  const below = probabilityBelow(
    plainSummary({ n: 25, mean: 3.8, variance: 1 }),
    { worst: 1, best: 5, target: 75 },
    plain,
  );
  return {
    "score and index": `A mean of 3.60 on 1–5 where higher is better has the index ${index(higher)}; where lower is better, ${index(lower)} and a load of ${index(toLoad(lower))}.`,
    mean: `Student's sleep data, 10 people: mean 1.58, s = ${sd}, interval ${hoursOf(null)}. If these were 10 of 20 people: ${hoursOf(20)}.`,
    "favourable share": favourableExample(numbers),
    "net promoter score": `10 promoters, 5 passives, 5 detractors: ${written(estimated(nps).value, 0)}, interval ${ends(nps, 0)}.`,
    "judged interval": `Student's 10 people again, of 20: ${hoursOf(20)} is shown, and ${hoursOf(null)} judges.`,
    band: bandExample(),
    "below target": `25 people, mean 3.80 on 1–5, s = 1.00, target 75: index 70.0, se 5.00, probability ${written(below, 3)}.`,
  };
}

function favourableExample(numbers: Numbers): string {
  const own = (what: string) => numbers(`dimension.credibility.favourable.${what}`);
  const [low, high] = wilson(81 / 263, 263, 0.95);
  return [
    `Wilson's interval of 81 of 263 people is ${percent(low)} to ${percent(high)} (Newcombe 1998).`,
    `In the reference survey ${own("n")} people gave ${own("responses").toLocaleString("en-GB")} answers on credibility, ${percent(own("share"))} favourable.`,
    `They are worth ${written(own("effective_n"), 1)} independent answers: ${percent(own("wilson95.0"))} to ${percent(own("wilson95.1"))}.`,
  ].join(" ");
}

function bandExample(): string {
  const index: Estimate = {
    kind: "estimate",
    value: 70,
    interval: { low: 62, high: 78, level: 0.95 },
    noInterval: null,
    n: 20,
    unit: "",
    method: "",
    caveats: [],
  };
  const band = bandOf(index, index.interval, BANDS);
  return `An index of 70.0, judged by 62.0 to 78.0, is "${band?.label}" by its point, and could be ${band?.couldBe.join(" or ")}.`;
}
