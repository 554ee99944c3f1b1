import type { CompositeScoring, DimensionScoring, ItemScoring, ScoreBasis } from "./score-basis.ts";

/** Why two numbers of one name are not the same measure, in words; at least one. */
export function reasonsAgainst(before: ScoreBasis, after: ScoreBasis): readonly string[] {
  const [old, now] = [before.scoring, after.scoring];
  if ("inputs" in old && "inputs" in now) return orElse(compositeReasons(old, now));
  if ("items" in old && "items" in now) return orElse(dimensionReasons(old, now));
  return ["it was another kind of score"];
}

function orElse(reasons: readonly string[]): readonly string[] {
  return reasons.length === 0 ? ["it is made otherwise"] : reasons;
}

function dimensionReasons(before: DimensionScoring, after: DimensionScoring): readonly string[] {
  return [
    ...differs(before.direction, after.direction, "the good end of its scale"),
    ...differs(`${before.min}–${before.max}`, `${after.min}–${after.max}`, "its scale"),
    ...differs(before.minAnswered, after.minAnswered, "the share that must be answered"),
    ...itemReasons(before.items, after.items),
  ];
}

function itemReasons(before: readonly ItemScoring[], after: readonly ItemScoring[]): readonly string[] {
  const [old, now] = [before, after].map((items) => new Map(items.map((item) => [item.id, item])));
  const added = after.filter(({ id }) => !old?.has(id)).map(({ id }) => `${id} was added`);
  const removed = before.filter(({ id }) => !now?.has(id)).map(({ id }) => `${id} was removed`);
  const changed = after.flatMap((item) => {
    const earlier = old?.get(item.id);
    return earlier === undefined ? [] : itemChanges(earlier, item);
  });
  return [...added, ...removed, ...changed];
}

/** Each with the item's id before it. */
function itemChanges(before: ItemScoring, after: ItemScoring): readonly string[] {
  return [
    ...(before.reverse === after.reverse ? [] : [after.reverse ? "is reversed now" : "is no longer reversed"]),
    ...differs(before.weight, after.weight, "weight"),
    ...(before.scale.join() === after.scale.join() ? [] : ["is answered on another scale"]),
    ...(before.asked.join() === after.asked.join() ? [] : ["is asked of other audiences"]),
  ].map((text) => `${after.id} ${text}`);
}

function compositeReasons(before: CompositeScoring, after: CompositeScoring): readonly string[] {
  const same = (pick: (one: CompositeScoring) => unknown) =>
    JSON.stringify(pick(before)) === JSON.stringify(pick(after));
  const inputs = after.inputs.filter(({ id, scoring }) => {
    const earlier = before.inputs.find((one) => one.id === id);
    return earlier !== undefined && JSON.stringify(earlier.scoring) !== JSON.stringify(scoring);
  });
  return [
    ...formulaReasons(before.formulas, after.formulas),
    ...differs(before.direction, after.direction, "its good end"),
    ...differs(before.transform, after.transform, "how its value becomes an index"),
    ...(same(({ skipMissing }) => skipMissing) ? [] : ["what is done with dimensions nobody answered"]),
    ...(same(({ ladder }) => ladder) ? [] : ["what its index is capped by"]),
    ...(inputs.length === 0
      ? []
      : [`made of dimensions that are not the same: ${inputs.map(({ id }) => id).join(", ")}`]),
  ];
}

type Formulas = CompositeScoring["formulas"];

/** Where audiences have formulas of their own: whose is another. */
function formulaReasons(before: Formulas, after: Formulas): readonly string[] {
  const [old, now] = [before, after].map(
    (all) => new Map(all.map(({ audience, tree }) => [audience, JSON.stringify(tree)])),
  );
  const audiences = [...new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])])];
  const other = audiences.filter((audience) => old?.get(audience) !== now?.get(audience));
  if (other.length === 0) return [];
  return [other.includes("") ? "another formula" : `another formula for ${other.join(" and ")}`];
}

function differs(before: string | number, after: string | number, what: string): readonly string[] {
  return before === after ? [] : [`${what} ${before} → ${after}`];
}
