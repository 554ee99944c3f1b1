import type { Aggregate, Cell } from "../../src/aggregate/types.ts";
import type { Released } from "../../src/disclosure/types.ts";
import { type Combination, derivable } from "./elimination.ts";
import { isAny, type Target, targetsOf } from "./targets.ts";

/** A set of groups about which something was learnt that had to stay unknown. */
export interface Recovered {
  readonly target: string;
  readonly groups: readonly string[];
  readonly why: "fewer than the minimum" | "a hidden group" | "all the same";
}

/** The attacker knows the groups, who is in the pool, and which groups are empty; nothing else but what was released. */
export function attack(aggregate: Aggregate, released: Released): readonly Recovered[] {
  const groups = departments(aggregate);
  return targetsOf(aggregate.plan).flatMap((target) => attackTarget(target, groups, released));
}

function departments({ atoms }: Aggregate): ReadonlyMap<string, Cell> {
  return new Map([...atoms].map(([key, cell]) => [(JSON.parse(key) as string[])[0] ?? "", cell]));
}

function attackTarget(target: Target, groups: ReadonlyMap<string, Cell>, released: Released): readonly Recovered[] {
  const truth = [...groups].filter(([, cell]) => isAny(target.values(cell)));
  const labels = truth.map(([label]) => label);
  const known = published(released, [...groups.keys()])
    .map(({ kind, members, cell }) => ({ kind, mask: maskOf(labels, members), values: target.values(cell) }))
    .filter(({ mask, values }) => mask > 0 && isAny(values));
  const masks = known.map(({ mask }) => mask);
  return derivable(masks, labels.length).flatMap((combination) => {
    const values = combine(
      combination,
      known.map((equation) => equation.values),
    );
    const inside = labels.filter((_, at) => (combination.mask >> at) & 1);
    const sums = truth.filter(([label]) => inside.includes(label)).map(([, cell]) => target.values(cell));
    // An attack that gets its sums wrong proves nothing.
    const right = values.map((_, at) => sums.reduce((sum, part) => sum + (part[at] ?? 0), 0));
    if (values.some((value, at) => value !== right[at])) throw new Error(`${target.name}: recovered wrong sums`);
    const everyone = combination.mask === (1 << labels.length) - 1;
    const why = verdict({ target, values, mask: combination.mask, everyone, known, minGroup: released.minGroup });
    return why === null ? [] : [{ target: target.name, groups: inside, why }];
  });
}

function verdict(of: {
  target: Target;
  values: readonly number[];
  mask: number;
  everyone: boolean;
  known: readonly { readonly kind: "total" | "group" | "pool"; readonly mask: number }[];
  minGroup: number;
}): Recovered["why"] | null {
  const { target, values, mask, everyone, known } = of;
  const n = values[0] ?? 0;
  if (n < of.minGroup) return "fewer than the minimum";
  const single = (mask & (mask - 1)) === 0;
  if (single && !everyone && !known.some((cell) => cell.kind === "group" && cell.mask === mask))
    return "a hidden group";
  // Beside small sets: what was veiled and comes back by subtraction, whatever its size.
  const isRest = !everyone && known.every((cell) => cell.kind === "total" || (cell.mask & mask) === 0);
  return target.tellsAll(values) && (n < 10 || isRest) ? "all the same" : null;
}

function published(released: Released, labels: readonly string[]) {
  const cells = released.groupings[0]?.cells ?? [];
  const shown = cells.filter((cell) => cell.kind === "group").map(({ path }) => path[0] ?? "");
  const pooled = labels.filter((label) => !shown.includes(label));
  const all = [...(released.total === null ? [] : [released.total]), ...cells];
  return all.map(({ kind, path, cell }) => ({
    kind,
    members: { total: labels, group: [...path], pool: pooled }[kind],
    cell,
  }));
}

function combine(combination: Combination, equations: readonly (readonly number[])[]): readonly number[] {
  const width = equations[0]?.length ?? 0;
  return Array.from({ length: width }, (_, at) =>
    combination.factors.reduce((sum, factor, row) => sum + factor * (equations[row]?.[at] ?? 0), 0),
  );
}

function maskOf(labels: readonly string[], members: readonly string[]): number {
  return labels.reduce((mask, label, at) => (members.includes(label) ? mask | (1 << at) : mask), 0);
}
