import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import type { ItemEntry, LintContext } from "./context.ts";

/** Shares are written with two or three decimals; what is farther from 1 than rounding can be is a slip. */
const ROUNDING = 1e-6;

/** FW036: a dimension that nothing measures. */
export function* dimensionsHaveItems({ dimensions, items: all }: LintContext): Iterable<Complaint> {
  // An item whose dimension cannot be told may be the one that seems to be missing.
  if (all.some(({ item, dimensionId }) => item.dimension !== undefined && dimensionId === undefined)) return;
  for (const { dimension, index, items } of dimensions) {
    if (items.length > 0) continue;
    yield {
      code: "FW036",
      path: ["dimensions", index, "id"],
      message: `The dimension ${quote(dimension.id)} has no items.`,
      help: `Write \`dimension: ${dimension.id}\` in the items that measure it, or remove the dimension.`,
    };
  }
}

/** FW050: items of one dimension whose scales end at different numbers, so that their mean means nothing. */
export function* sameScaleEnds({ dimensions }: LintContext): Iterable<Complaint> {
  for (const { dimension, items } of dimensions) {
    const first = items.find((entry) => entry.scale !== undefined);
    for (const entry of items) {
      if (first === undefined || entry.scale === undefined || ends(entry) === ends(first)) continue;
      yield {
        code: "FW050",
        path: ["items", entry.index, entry.item.scale === undefined ? "id" : "scale"],
        message: `The items of ${quote(dimension.id)} are answered on different ranges: ${first.item.id} on ${ends(first)}, ${entry.item.id} on ${ends(entry)}.`,
        help: "Give all items of a dimension scales with the same lowest and highest code, or make two dimensions.",
      };
    }
  }
}

function ends({ scale }: ItemEntry): string {
  if (scale === undefined) return "nothing";
  return scale.kind === "figure" ? "a figure" : `${scale.min} to ${scale.max}`;
}

/** FW051: `reverse` or `direction: lower` on figures, whose worst and best already say which end is good. */
export function* figuresHaveNoDirection({ dimensions, items }: LintContext): Iterable<Complaint> {
  for (const { item, index, scale } of items) {
    if (scale?.kind !== "figure" || item.reverse !== true) continue;
    const help = "Remove it; exchange `worst` and `best` of the scale if less is better.";
    yield {
      code: "FW051",
      path: ["items", index, "reverse"],
      on: "key",
      message: "A figure cannot be reverse-keyed.",
      help,
    };
  }
  for (const { dimension, index, items: own } of dimensions) {
    if (dimension.direction !== "lower" || !own.some((entry) => entry.scale?.kind === "figure")) continue;
    yield {
      code: "FW051",
      path: ["dimensions", index, "direction"],
      message: `The dimension ${quote(dimension.id)} holds figures, and their index already has 100 for the best value.`,
      help: "Remove `direction`; a figure where less is better has a `best` below its `worst`.",
    };
  }
}

/** FW052: shares of facets that do not sum to 1. FW111: a dimension of the main scores without facets. */
export function* facetSharesSumToOne({ dimensions }: LintContext): Iterable<Complaint> {
  for (const { dimension, index } of dimensions) {
    if (dimension.facets === undefined) {
      if (dimension.supplementary !== true) yield withoutFacets(dimension.id, index);
      continue;
    }
    const sum = Object.values(dimension.facets).reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) <= ROUNDING) continue;
    yield {
      code: "FW052",
      path: ["dimensions", index, "facets"],
      on: "key",
      message: `The facet shares of ${quote(dimension.id)} sum to ${Number(sum.toFixed(4))}, not to 1.`,
      help: "Change the shares so that they sum to 1.",
    };
  }
}

function withoutFacets(id: string, index: number): Complaint {
  return {
    code: "FW111",
    path: ["dimensions", index, "id"],
    message: `The dimension ${quote(id)} has no facets, so no strategy could answer a gap in it.`,
    help: "Add `facets:` with one to three facets; only a dimension with `supplementary: true` may do without.",
  };
}
