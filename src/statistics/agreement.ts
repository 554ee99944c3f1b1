/**
 * Whether the people of a group answer alike, so that they may be averaged.
 *
 * Formula: rWG(J) = J(1 − m/σ²) / (J(1 − m/σ²) + m/σ²), m the mean of the item variances (n − 1), σ² = (A² − 1)/12 the
 *   variance of A equally likely options; one item gives plain rWG, 1 − m/σ².
 * Unit and range: 0–1. Values outside, where answers vary more than at random, become 0 and say so.
 * Missing rule: listwise, people who answered all items of the dimension; none for fewer than two of them, for figures, and
 *   where the items have scales of different length. "Two camps" is read on all who have a score.
 * Source: James, Demaree & Wolf 1984; .70 as a convention, Bliese 2000. Oracle: multilevel's rwg.j (reference.json,
 *   agreement); worked matrices (test/statistics/agreement.test.ts).
 */
import type { ListwiseSlots, ThirdSlots } from "../aggregate/types.ts";
import { ALIKE, CAMP } from "../audit/conventions.ts";
import type { Hidden, Published } from "../audit/estimate.ts";
import type { Agreement, Thirds } from "../audit/types.ts";
import type { Dimension } from "../framework/types.ts";
import { type Group, HIDDEN, scoreOf } from "./group.ts";
import { completeSet, listwiseCovariances } from "./listwise.ts";
import { at } from "./moments.ts";
import { notComputable, WEIGHTS_UNUSED, withoutInterval } from "./sampling.ts";

const OUTSIDE = "The answers vary more than answers at random would: outside 0–1, counted as 0.";

/** Null for assessments, and where only scores were asked for. */
export function estimateAgreement(group: Group, dimension: Dimension): Agreement | null {
  const set = completeSet(group.plan, dimension.id);
  const slots = group.plan.thirds.find((thirds) => thirds.dimension === dimension.id);
  if (group.sampling.unit !== "person" || set === null) return null;
  const score = scoreOf(group, dimension.id);
  if (score.kind === "hidden") return { rwg: HIDDEN, thirds: HIDDEN, says: null };
  const people = score.kind === "shown" ? score.moments.n : 0;
  const rwg = agreementOf(group, set, people);
  const thirds = thirdsOf(group, slots, people);
  return { rwg, thirds, says: wordsFor(rwg, thirds) };
}

/** people: those who have a score, of whom fewer may have answered every item. */
function agreementOf(group: Group, set: ListwiseSlots, people: number): Published {
  const { cell } = group.released;
  const options = optionsOf(group, set);
  const n = at(cell, set.n);
  if (people === 0) return notComputable("nobody answered enough of it", 0);
  if (options.kind === "none") return notComputable(options.reason, n);
  if (people === 1) return notComputable("agreement needs at least two people", n);
  // Withheld sums are zero. That nobody answered every item looks the same from here: the careful word is said of both.
  if (n === 0) return HIDDEN;
  if (n === 1) return notComputable("agreement needs two people who answered all its items; 1 did", n);
  const covariances = listwiseCovariances(cell, set);
  const items = covariances.length;
  const expected = (options.count ** 2 - 1) / 12;
  const share = covariances.reduce((sum, row, i) => sum + (row[i] ?? 0), 0) / items / expected;
  const value = within(items, share);
  const caveats = group.plan.weighted === null ? [] : [WEIGHTS_UNUSED];
  return withoutInterval(
    {
      value: value ?? 0,
      n,
      unit: "agreement 0–1",
      method: `${items === 1 ? "rWG" : `rWG(J) of ${items} items`} against the uniform null (${options.count} options equally likely)`,
      caveats: value === null ? [...caveats, OUTSIDE] : caveats,
    },
    "it describes these answers",
  );
}

/** rWG(J), share = m/σ²; null outside 0–1, where the formula means nothing. */
function within(items: number, share: number): number | null {
  const alike = items * (1 - share);
  return share > 1 ? null : alike / (alike + share);
}

/** Answer options of the items, or why there is no such number. */
function optionsOf(
  { framework }: Group,
  { members }: ListwiseSlots,
): { readonly kind: "some"; readonly count: number } | { readonly kind: "none"; readonly reason: string } {
  const names = new Set(members);
  const scales = framework.items.filter(({ id }) => names.has(id)).map(({ scale }) => framework.scales.get(scale));
  const coded = scales.flatMap((scale) => (scale?.kind === "coded" ? [scale] : []));
  const [count, ...others] = new Set(coded.map(({ points }) => points.length));
  const not = (reason: string) => ({ kind: "none", reason }) as const;
  if (count === undefined || coded.length < scales.length)
    return not("business figures have no answer options that could be equally likely");
  if (others.length > 0) return not("its items have scales with different numbers of options");
  // (A² − 1)/12 is the variance of A codes one apart.
  if (coded.some(({ min, max }) => max - min !== count - 1)) return not("the codes of its answer options have gaps");
  return { kind: "some", count };
}

/** Null where nobody has a score, or where they were not counted. */
function thirdsOf({ released }: Group, slots: ThirdSlots | undefined, people: number): Thirds | Hidden | null {
  if (slots === undefined || people === 0) return null;
  const [low = 0, middle = 0, high = 0] = released.cell.subarray(slots.counts, slots.counts + 3);
  return low + middle + high === 0 ? HIDDEN : { low, middle, high };
}

/** Null where agreement cannot be said. */
function wordsFor(rwg: Published, thirds: Thirds | Hidden | null): Agreement["says"] {
  if (rwg.kind !== "estimate") return null;
  if (rwg.value >= ALIKE) return "agree";
  return thirds !== null && "low" in thirds && areTwoCamps(thirds) ? "two camps" : "spread widely";
}

function areTwoCamps({ low, middle, high }: Thirds): boolean {
  const people = low + middle + high;
  return Math.min(low, high) >= CAMP * people && middle < Math.min(low, high);
}
