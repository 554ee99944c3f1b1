/**
 * Whether the items of a dimension measure one thing: Cronbach's alpha and what belongs to it, of everyone together.
 *
 * Formula: alpha k/(k − 1) (1 − Σs²_i / s²_sum) on the covariances of recoded items; Feldt's interval
 *   1 − (1 − α) F(1 − ½(1 − level); n − 1, (n − 1)(k − 1)) and the same at ½(1 − level); standardised alpha
 *   k r̄ / (1 + (k − 1) r̄); item-rest correlation of an item and the sum of the others; alpha without the item.
 * Unit and range: alpha at most 1, below 0 where items contradict one another; correlations −1..1.
 * Missing rule: listwise, people who answered all items of the dimension; only from 30 of them and two items on (alpha without
 *   an item from three on). An item without variance gives words. Survey weights are not used.
 * Source: Cronbach 1951; Feldt 1965. Oracle: reference.json (reliability); the worked matrix of the test.
 */
import type { ListwiseSlots } from "../aggregate/types.ts";
import { ALPHA_BANDS, RELIABILITY_MINIMUM } from "../audit/conventions.ts";
import type { NotComputable, Published } from "../audit/estimate.ts";
import type { ItemReliability, ReliabilityResult } from "../audit/types.ts";
import type { Matrix } from "../numeric/symmetric.ts";
import { type Group, HIDDEN, scoreOf, titleOf } from "./group.ts";
import { completeSet, correlationsOf, listwiseCovariances } from "./listwise.ts";
import { at } from "./moments.ts";
import { estimateOmega } from "./omega.ts";
import { notComputable, WEIGHTS_UNUSED, withInterval, withoutInterval } from "./sampling.ts";

/** What is left of a number that is 0 but for rounding, against numbers around 1. */
const ROUNDING = 1e-10;
const NEGATIVE = "Below 0: the items contradict one another.";

/** One result per dimension of the plan, in its order. None for assessments, nor where only scores were asked for. */
export async function estimateReliability(group: Group): Promise<readonly ReliabilityResult[]> {
  if (group.sampling.unit !== "person") return [];
  const results: ReliabilityResult[] = [];
  for (const { id } of group.framework.dimensions) {
    const set = completeSet(group.plan, id);
    if (set !== null) results.push(await reliabilityOf(group, set));
  }
  return results;
}

async function reliabilityOf(group: Group, set: ListwiseSlots): Promise<ReliabilityResult> {
  const { cell } = group.released;
  const says = (n: number, number: Published) => nothingBut(group, set, { n, number });
  const n = at(cell, set.n);
  if (isWithheld(group, set)) return { ...says(0, HIDDEN), n: null };
  const k = set.members.length;
  if (k < 2) return says(n, notComputable("needs at least two items: it has one", n));
  if (n < RELIABILITY_MINIMUM) {
    // A 0 may stand for a few people who may not be counted.
    const counted = n === 0 ? "" : `; ${n} did`;
    return says(n, notComputable(`needs ${RELIABILITY_MINIMUM} people who answered all its items${counted}`, n));
  }
  const covariances = listwiseCovariances(cell, set);
  const constant = set.members.filter((_, i) => covariances[i]?.[i] === 0);
  const same = notComputable(`everyone gave the same answer to ${constant.join(", ")}`, n);
  if (constant.length === set.members.length) return says(n, same);
  return shown(group, set, { n, covariances, same: constant.length === 0 ? null : same });
}

/**
 * Withheld sums are zero. So are those of a dimension that many answered and nobody whole: that is rare, and the two look
 * alike from here, so the careful word is said of both.
 */
function isWithheld(group: Group, set: ListwiseSlots): boolean {
  const score = scoreOf(group, set.name);
  if (score.kind !== "shown") return score.kind === "hidden";
  return at(group.released.cell, set.n) === 0 && score.moments.n >= RELIABILITY_MINIMUM;
}

/** The same words in place of every number. */
function nothingBut(
  group: Group,
  { name }: ListwiseSlots,
  { n, number }: { readonly n: number; readonly number: Published },
): ReliabilityResult {
  const numbers = { alpha: number, standardised: number, omega: number, band: null, items: [] };
  return { dimension: name, title: titleOf(group, name), n, ...numbers };
}

interface Answers {
  readonly n: number;
  readonly covariances: Matrix;
  /** Why what rests on correlations cannot be had; null where every item varies. */
  readonly same: NotComputable | null;
}

async function shown(group: Group, set: ListwiseSlots, answers: Answers): Promise<ReliabilityResult> {
  const { n, covariances, same } = answers;
  const caveats = group.plan.weighted === null ? [] : [WEIGHTS_UNUSED];
  const correlations = correlationsOf(covariances);
  const value = alphaOf(covariances);
  const alpha = await estimateAlpha(value, { n, k: covariances.length, caveats, level: group.sampling.level });
  return {
    dimension: set.name,
    title: titleOf(group, set.name),
    n,
    alpha,
    standardised:
      same ??
      plainAlpha(alphaOf(correlations), {
        n,
        method: "standardised alpha, from the mean correlation of the items",
        caveats,
      }),
    omega: same ?? estimateOmega(correlations, { n, caveats }),
    band: value === null ? null : bandOf(value),
    items: set.members.map((item, i) => itemReliability(item, { ...answers, caveats, i })),
  };
}

/** Of the standardised items this is k r̄ / (1 + (k − 1) r̄). Null where the sum of the items does not vary. */
function alphaOf(covariances: Matrix): number | null {
  const k = covariances.length;
  const own = covariances.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const whole = covariances.reduce((sum, row) => sum + sumOf(row), 0);
  return whole <= ROUNDING * own ? null : (k / (k - 1)) * (1 - own / whole);
}

async function estimateAlpha(
  value: number | null,
  of: { readonly n: number; readonly k: number; readonly caveats: readonly string[]; readonly level: number },
): Promise<Published> {
  const { n, k, level } = of;
  const plain = plainAlpha(value, { ...of, method: "" });
  if (value === null || plain.kind !== "estimate") return plain;
  const { fQuantile } = await import("../numeric/f-quantile.ts");
  const between = { above: n - 1, below: (n - 1) * (k - 1) };
  const end = (p: number) => 1 - (1 - value) * fQuantile(p, between);
  const method = `Cronbach's alpha of ${k} items from their covariances, Feldt interval with ${between.above} and ${between.below} df`;
  return withInterval({ ...plain, method }, [end((1 + level) / 2), end((1 - level) / 2)], level);
}

function plainAlpha(
  value: number | null,
  { n, method, caveats }: { readonly n: number; readonly method: string; readonly caveats: readonly string[] },
): Published {
  if (value === null) return notComputable("the sum of the items does not vary", n);
  const said = value < 0 ? [...caveats, NEGATIVE] : caveats;
  const parts = { value, n, unit: "alpha, at most 1", method, caveats: said };
  return withoutInterval(parts, "the interval is that of alpha");
}

/** Conventions for research instruments, told as such. */
function bandOf(alpha: number): ReliabilityResult["band"] {
  if (alpha < ALPHA_BANDS.weak) return "do not interpret";
  if (alpha < ALPHA_BANDS.acceptable) return "weak";
  return alpha < ALPHA_BANDS.good ? "acceptable" : "good";
}

function itemReliability(
  item: string,
  of: Answers & { readonly caveats: readonly string[]; readonly i: number },
): ItemReliability {
  const { n, covariances, caveats, i } = of;
  const isSame = covariances[i]?.[i] === 0;
  const correlation = isSame ? null : restCorrelation(covariances, i);
  const others = covariances.filter((_, j) => j !== i).map((row) => row.filter((_, j) => j !== i));
  return {
    item,
    rest:
      correlation === null
        ? notComputable(isSame ? "everyone gave the same answer to it" : "the sum of the other items does not vary", n)
        : withoutInterval(
            {
              value: correlation,
              n,
              unit: "correlation −1..1",
              method: "correlation of the recoded item with the sum of the other items",
              caveats,
            },
            "it is a check of the item",
          ),
    alphaIfDropped:
      others.length < 2
        ? notComputable("needs at least three items", n)
        : plainAlpha(alphaOf(others), { n, method: "Cronbach's alpha of the other items", caveats }),
    asksReversed: correlation !== null && correlation < -ROUNDING,
  };
}

/** Of item i with the sum of the others; null where that sum does not vary. */
function restCorrelation(covariances: Matrix, i: number): number | null {
  const own = covariances[i]?.[i] ?? 0;
  const shared = sumOf(covariances[i] ?? []) - own;
  const whole = covariances.reduce((sum, row) => sum + sumOf(row), 0);
  const rest = whole - own - 2 * shared;
  return rest <= ROUNDING * own ? null : shared / Math.sqrt(own * rest);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
