/**
 * The item table: raw mean, favourable share, histogram and kinds of missing of every item, for everyone together.
 *
 * Formulas, sources and oracles: describe.ts and proportion.ts. Favourable is judged on the recoded answer min + max − x in
 *   the dimension's direction; the mean and the histogram are of raw answers.
 * Missing rule: kinds of missing are counted apart. No item table under 10 people. Survey weights are not used, and it says so.
 */
import type { AggregatePlan, ItemSlots } from "../aggregate/types.ts";
import { LEVEL } from "../audit/conventions.ts";
import type { Published } from "../audit/estimate.ts";
import type { ItemResult } from "../audit/types.ts";
import type { ReleasedCell } from "../disclosure/types.ts";
import type { Framework, Item, Scale } from "../framework/types.ts";
import { estimateMean } from "./describe.ts";
import { figureOf } from "./figure.ts";
import { HIDDEN } from "./group.ts";
import { answerCounts, answerMetric, answerMoments } from "./item-answers.ts";
import { at } from "./moments.ts";
import { estimateShare } from "./proportion.ts";
import { notComputable, type Sampling, WEIGHTS_UNUSED } from "./sampling.ts";
import { plainSummary } from "./weights.ts";

export interface ItemsRequest {
  readonly framework: Framework;
  readonly plan: AggregatePlan;
  /** The total: item tables of groups are not published. */
  readonly released: ReleasedCell;
  /** Id of the audience whose wording is printed. */
  readonly audience: string;
  /** As in `estimateCell`; null when not given. */
  readonly headcount?: number | null;
  readonly level?: number;
}

/** One row per item asked, in framework order. */
export function estimateItems(request: ItemsRequest): readonly ItemResult[] {
  const { framework, plan, released, headcount = null, level = LEVEL } = request;
  const sampling: Sampling = { unit: framework.unit, headcount, level };
  return plan.items.flatMap((slots) => {
    const item = framework.items.find(({ id }) => id === slots.item);
    const scale = framework.scales.get(item?.scale ?? "");
    if (item === undefined || scale === undefined) return [];
    const shown = released.itemTable && !released.hiddenItems.has(item.id);
    const row = {
      id: item.id,
      dimension: item.dimension ?? null,
      text: textOf(item, request.audience),
      reverse: item.reverse,
    };
    if (!shown) {
      const figure = figureOf(scale, HIDDEN);
      return [{ ...row, figure, mean: HIDDEN, favourable: HIDDEN, histogram: HIDDEN, missing: HIDDEN }];
    }
    const numbers = rowNumbers({ request, sampling, slots, item, scale });
    return [{ ...row, figure: figureOf(scale, numbers.mean), ...numbers }];
  });
}

interface Row {
  readonly request: ItemsRequest;
  readonly sampling: Sampling;
  readonly slots: ItemSlots;
  readonly item: Item;
  readonly scale: Scale;
}

function rowNumbers(row: Row): Pick<ItemResult, "mean" | "favourable" | "histogram" | "missing"> {
  const { request, sampling, slots, scale } = row;
  const { cell } = request.released;
  const plain = (published: Published) => (request.plan.weighted === null ? published : saysUnweighted(published));
  const moments = answerMoments(cell, slots, scale);
  const missing = (place: number) => at(cell, slots.missing + place);
  return {
    mean: plain(
      moments.n === 0
        ? notComputable(scale.kind === "figure" ? "the figure is not there" : "nobody answered it", 0)
        : estimateMean(plainSummary(moments), sampling, answerMetric(scale)),
    ),
    favourable: plain(favourableOf(row)),
    histogram: answerCounts(cell, slots).map(({ code, count }) => ({ code, label: labelOf(scale, code), count })),
    missing: { unanswered: missing(0), notApplicable: missing(1), dontKnow: missing(2), unknown: missing(3) },
  };
}

function saysUnweighted(published: Published): Published {
  if (published.kind !== "estimate") return published;
  return { ...published, caveats: [...published.caveats, WEIGHTS_UNUSED] };
}

function favourableOf({ request, sampling, slots, item, scale }: Row): Published {
  const counts = answerCounts(request.released.cell, slots);
  const n = counts.reduce((sum, { count }) => sum + count, 0);
  if (scale.kind === "figure") return notComputable("business figures have no favourable answers", 0);
  if (n === 0) return notComputable("nobody answered it", 0);
  const direction = request.framework.dimensions.find(({ id }) => id === item.dimension)?.direction;
  const good = direction === "lower" ? scale.favourableWhenLower : scale.favourable;
  const count = counts
    .filter(({ code }) => good.includes(item.reverse ? scale.min + scale.max - code : code))
    .reduce((sum, answer) => sum + answer.count, 0);
  return estimateShare({ count, n, what: "answers favourable" }, sampling);
}

function labelOf(scale: Scale, code: number): string {
  const point = scale.kind === "coded" ? scale.points.find((candidate) => candidate.code === code) : undefined;
  return point?.label ?? String(code);
}

/** An audience without a wording of its own reads the first. */
function textOf(item: Item, audience: string): string {
  return item.text.get(audience) ?? [...item.text.values()][0] ?? "";
}
