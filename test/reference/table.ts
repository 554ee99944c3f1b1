/** The table of docs/statistics.md that says how far the program and R are apart. */
import { type Compared, compareTrees } from "./compare.ts";
import { reference, type Tree } from "./data.ts";
import { declaration, dimensionTrees, longestRuns, outcomeTrees, staffOf } from "./ours.ts";
import { agreementTrees, comparisonTree, driversTree, reliabilityTrees, waveTrees } from "./ours-analyses.ts";

/** Rows of the table: a title, and what the paths of its numbers look like. The first that fits takes a number. */
const ROWS: readonly (readonly [title: string, pattern: RegExp])[] = [
  ["Mean, SD, standard error, t interval", /\.score\./],
  ["The same with a headcount", /\.score_with_headcount_300\./],
  ["Index", /^dimension\.\w+\.index$/],
  ["Favourable share, effective answers, clustered Wilson interval", /\.favourable\./],
  ["Cronbach's alpha, Feldt interval", /\.reliability\.(n|alpha|feldt95\.\d)$/],
  ["Standardised alpha", /\.alpha_standardised$/],
  ["Omega total", /\.omega_total_minres$/],
  ["Item-rest correlation, alpha if dropped", /\.(item_rest|alpha_if_dropped)\./],
  ["rWG(J) of every department", /\.agreement\.(rwg_j|n)\./],
  ["Mean squares, ICC(1), ICC(2)", /\.agreement\.(MSB|MSW|icc[12])$/],
  [
    "Group against everyone else: Welch t, df, p, interval",
    /^group_vs_rest\.\d+\.(dimension|department|n|difference|t|df|p|ci95)\b/,
  ],
  ["Group against everyone else: Hedges g", /^group_vs_rest\.\d+\.hedges_g$/],
  ["Group against everyone else: Benjamini–Hochberg", /^group_vs_rest\.\d+\.p_bh$/],
  ["Composite: ratio of means, delta method, log interval, index", /^trust_quotient\./],
  ["Net promoter score, adjusted Wald interval", /^recommend\./],
  ["Drivers: relative weights, R²", /^drivers_of_recommend\./],
  ["Change between waves, independent: Welch, Hedges g", /^wave2_minus_wave1\.\w+\.independent\./],
  ["Change between waves, paired", /^wave2_minus_wave1\.\w+\.paired\./],
  ["Longest run of identical answers", /^longest_run\./],
  ["What the survey declares", /^(items|reversed|range|min_answered)\b/],
];

/** What the program makes of the reference survey, laid out as reference.json. */
export async function ourNumbers(): Promise<Tree> {
  const [first, second] = [staffOf("staff.csv"), staffOf("staff-wave2.csv")];
  const [scores, reliability] = await Promise.all([dimensionTrees(first), reliabilityTrees(first)]);
  const agreement = agreementTrees(first);
  const dimension = Object.entries(scores).map(([id, tree]) => [
    id,
    { ...tree, reliability: reliability[id] ?? {}, agreement: agreement[id] ?? {} },
  ]);
  return {
    ...declaration(),
    dimension: Object.fromEntries(dimension),
    group_vs_rest: comparisonTree(first),
    ...(await outcomeTrees(first)),
    drivers_of_recommend: await driversTree(first),
    wave2_minus_wave1: await waveTrees(first, second),
    longest_run: longestRuns(first),
  };
}

/** Every number that R and the program have in common. */
export async function compareAll(): Promise<Compared> {
  return compareTrees(await ourNumbers(), reference);
}

/** One row per statistic, in Markdown; differences in powers of ten, so that no machine's last bit shows. */
export function agreementTable({ values }: Compared): string {
  const titles = values.map(({ path }) => ROWS.find(([, pattern]) => pattern.test(path))?.[0] ?? `other: ${path}`);
  const rows = [...new Set([...ROWS.map(([title]) => title), ...titles])].flatMap((title) => {
    const own = values.filter((_, at) => titles[at] === title);
    if (own.length === 0) return [];
    return [`| ${title} | ${own.length} | ${size(Math.max(...own.map(({ difference }) => difference)))} |`];
  });
  const all = `| **all** | **${values.length}** | ${size(Math.max(...values.map(({ difference }) => difference)))} |`;
  return ["| statistic | values compared | largest relative difference |", "|---|---|---|", ...rows, all].join("\n");
}

/** At most 1e-12 is rounding at the last digits that R prints. */
function size(difference: number): string {
  if (difference === 0) return "none";
  return difference <= 1e-12 ? "under 1e-12" : `under 1e${Math.ceil(Math.log10(difference))}`;
}
