/** Worked examples on the reference survey. */
import { estimateAgreement } from "../../src/statistics/agreement.ts";
import { summaryOf } from "../../src/statistics/weights.ts";
import { createCounter, ONE } from "./cells.ts";
import { respondents, staffFramework } from "./data.ts";
import { estimateOf, numberOf, staffOf } from "./ours.ts";
import { type Numbers, percent, written } from "./words.ts";

export async function surveyExamples(numbers: Numbers): Promise<Readonly<Record<string, string>>> {
  return {
    "survey weights": weightsExample(),
    composite: compositeExample(numbers),
    bounds: await boundsExample(),
    "detectable change": await detectableExample(),
    "group against everyone else": comparisonExample(numbers),
    agreement: agreementExample(numbers),
    reliability: reliabilityExample(numbers),
    drivers: driversExample(numbers),
    "change between waves": changeExample(numbers),
    "data quality": `In the reference survey ${numbers("longest_run.max")} identical answers in a row are the longest run; the people in rows ${numbers("longest_run.rows_at_least_10.0")} and ${numbers("longest_run.rows_at_least_10.1")} are flagged.`,
  };
}

/** Ends of an interval by the path of its numbers. */
function ends(numbers: Numbers, path: string, digits: number): string {
  return `${written(numbers(`${path}.0`), digits)} to ${written(numbers(`${path}.1`), digits)}`;
}

function weightsExample(): string {
  const counter = createCounter(staffFramework, { only: "scores", weighted: true });
  const people = respondents("staff.csv").map(({ answers, department }) =>
    counter.person(answers, department === "Production" ? 2 * ONE : ONE),
  );
  const { n, mean, se2, df, effectiveN } = summaryOf(counter.cell(people).cell, counter.plan, 0);
  const first = staffOf("staff.csv");
  const unweighted = summaryOf(first.counter.cell(first.people).cell, first.counter.plan, 0);
  const error = (squared: number | null) => written(Math.sqrt(squared ?? Number.NaN), 4);
  return [
    `The ${n} people of the reference survey have a credibility of ${written(unweighted.mean, 3)}, se ${error(unweighted.se2)}.`,
    `If each of the 60 in Production stood for two, it would be ${written(mean, 3)}, se ${error(se2)}: they count as`,
    `${written(effectiveN ?? Number.NaN, 1)} people, and the interval has ${written(df, 1)} df.`,
  ].join(" ");
}

function compositeExample(numbers: Numbers): string {
  const [c, r, i, s] = staffFramework.dimensions.map(({ id }) => written(numbers(`dimension.${id}.score.mean`), 3));
  const own = (what: string, digits: number) => written(numbers(`trust_quotient.${what}`), digits);
  return [
    `Means ${c}, ${r}, ${i} and ${s} give a trust quotient of (${c} + ${r} + ${i})/${s} = ${own("ratio_of_means", 3)} with se ${own("se_delta", 4)};`,
    `on the log scale ${ends(numbers, "trust_quotient.ci95_log", 3)}.`,
    `Between 0.6 and 15 that is an index of ${own("index", 1)}, ${ends(numbers, "trust_quotient.index_ci95", 1)}.`,
  ].join(" ");
}

async function boundsExample(): Promise<string> {
  const [credibility] = (await estimateOf(staffOf("staff.csv"), 300)).dimensions;
  const { low = Number.NaN, high = Number.NaN, silent } = credibility?.bounds ?? {};
  return `${credibility?.mean.kind === "estimate" ? credibility.mean.n : 0} of 300 answered on credibility, with an index of ${written(numberOf(credibility?.index), 1)}. Had the other ${silent} all answered worst, it would be ${written(low, 1)}; all best, ${written(high, 1)}.`;
}

async function detectableExample(): Promise<string> {
  const [credibility] = (await estimateOf(staffOf("staff.csv"))).dimensions;
  const points = written(numberOf(credibility?.detectable ?? undefined), 1);
  return `Credibility of the reference survey has 240 answers and s = ${written(numberOf(credibility?.sd), 3)}: two surveys of that size would find a change of ${points} index points four times in five.`;
}

function comparisonExample(numbers: Numbers): string {
  const own = (what: string, digits: number) => written(numbers(`group_vs_rest.1.${what}`), digits);
  return [
    `Service, ${own("n.0", 0)} people, against the ${own("n.1", 0)} others on credibility: ${own("difference", 3)} points, interval ${ends(numbers, "group_vs_rest.1.ci95", 3)},`,
    `t = ${own("t", 2)} with ${own("df", 1)} df, p = ${own("p", 4)}, among 24 such tests ${own("p_bh", 4)}; g = ${own("hedges_g", 2)}: "lower".`,
  ].join(" ");
}

function agreementExample(numbers: Numbers): string {
  const own = (what: string, digits: number) =>
    written(numbers(`dimension.self_orientation.agreement.${what}`), digits);
  const { counter, people, departments } = staffOf("staff.csv");
  const dimension = staffFramework.dimensions.find(({ id }) => id === "self_orientation");
  if (dimension === undefined) throw new Error("no such dimension");
  const lab = estimateAgreement(counter.group(people.filter((_, at) => departments[at] === "Lab")), dimension);
  const thirds = lab?.thirds;
  if (thirds == null || "kind" in thirds) throw new Error("no thirds");
  return [
    `On self-orientation rWG(J) is ${own("rwg_j.Finance", 2)} in Finance and 0 in Lab, where ${thirds.low} people are in the low, ${thirds.middle} in the middle and ${thirds.high} in the high third: "${lab?.says}".`,
    `Over the departments MSB = ${own("MSB", 3)} and MSW = ${own("MSW", 3)}: ICC(1) = ${own("icc1", 3)}, ICC(2) = ${own("icc2", 3)}.`,
  ].join(" ");
}

function reliabilityExample(numbers: Numbers): string {
  const path = "dimension.credibility.reliability";
  const own = (what: string) => written(numbers(`${path}.${what}`), 3);
  return [
    `Credibility, ${numbers(`${path}.n`)} people who answered its five items: alpha ${own("alpha")} (${ends(numbers, `${path}.feldt95`, 3)}), standardised ${own("alpha_standardised")}, omega ${own("omega_total_minres")}: "acceptable".`,
    `Item C1 correlates ${own("item_rest.0")} with the sum of the others, whose alpha is ${own("alpha_if_dropped.0")}.`,
  ].join(" ");
}

function driversExample(numbers: Numbers): string {
  const parts = staffFramework.dimensions.map(({ id }) => {
    const [weight, share] = [`raw_weight.${id}`, `percent.${id}`].map((own) => numbers(`drivers_of_recommend.${own}`));
    return `${id.replace("_", "-")} ${written(weight ?? Number.NaN, 3)} (${percent((share ?? Number.NaN) / 100)})`;
  });
  return `${numbers("drivers_of_recommend.n")} people with all four scores and the recommendation: R² = ${written(numbers("drivers_of_recommend.R2"), 3)}, of which ${parts.join(", ")}.`;
}

function changeExample(numbers: Numbers): string {
  const own = (what: string, digits: number) => written(numbers(`wave2_minus_wave1.credibility.${what}`), digits);
  const interval = (kind: string) => ends(numbers, `wave2_minus_wave1.credibility.${kind}.ci95`, 3);
  return [
    `Credibility from the first wave to the second, as independent surveys of ${own("independent.n.1", 0)} and ${own("independent.n.0", 0)}: ${own("independent.difference", 3)}, interval ${interval("independent")}, t = ${own("independent.t", 2)} with ${own("independent.df", 1)} df, g = ${own("independent.hedges_g", 2)}.`,
    `The ${own("paired.n", 0)} who answered both changed by ${own("paired.change", 3)}, ${interval("paired")}, t = ${own("paired.t", 2)} with ${own("paired.df", 0)} df.`,
  ].join(" ");
}
