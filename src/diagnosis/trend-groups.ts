import type { Published } from "../audit/estimate.ts";
import type { GroupTrend, SinceWave } from "../audit/trend.ts";
import type { CellResult, CompositeResult, GroupName } from "../audit/types.ts";
import type { Kept } from "./comparison.ts";
import type { PairOf } from "./trend-pairs.ts";

/** In the order of the latest wave, then of earlier ones. */
export function groupTrends(waves: readonly Kept[], pairOf: PairOf): readonly GroupTrend[] {
  const named = new Map<string, GroupName>();
  for (const { audit } of [...waves].reverse())
    for (const { text, cells } of audit.groupings)
      for (const { kind, path, label } of cells) {
        const key = JSON.stringify([text, path]);
        if (kind === "group" && !named.has(key)) named.set(key, { grouping: text, path, label });
      }
  return [...named.values()].flatMap((group): readonly GroupTrend[] => {
    const points = waves.map((wave) => headlineOf(wave, group));
    const shown = points.flatMap((point, at) => (isShown(point?.index) ? [at] : []));
    return shown.length < 2 ? [] : [{ ...group, points, ...changesOf(group, { shown, waves, pairOf }) }];
  });
}

function isShown(index: Published | undefined): boolean {
  return index?.kind === "estimate";
}

function headlineOf({ audit }: Kept, group: GroupName): CompositeResult | null {
  return (
    cellOf(audit.groupings.find(({ text }) => text === group.grouping)?.cells ?? [], group)?.composites.find(
      ({ id }) => id === audit.headline,
    ) ?? null
  );
}

function cellOf(cells: readonly CellResult[], { path }: GroupName): CellResult | undefined {
  return cells.find((cell) => cell.kind === "group" && isEqual(cell.path, path));
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

function changesOf(
  group: GroupName,
  {
    shown,
    waves,
    pairOf,
  }: { readonly shown: readonly number[]; readonly waves: readonly Kept[]; readonly pairOf: PairOf },
): Pick<GroupTrend, "sinceFirst" | "sinceBefore"> {
  const last = waves.length - 1;
  if (shown.at(-1) !== last) return { sinceFirst: null, sinceBefore: null };
  const since = (wave: number): SinceWave | null => {
    const id = waves[last]?.audit.headline;
    const own = pairOf(wave, last)?.change.groups.find(
      (one) => one.grouping === group.grouping && isEqual(one.path, group.path),
    );
    const change = own?.changes.find((one) => one.of === "composite" && one.id === id);
    return change === undefined || change.index.kind === "none" ? null : { wave, change };
  };
  const earlier = shown.filter((wave) => wave !== last && since(wave) !== null);
  const [first, before] = [earlier[0], earlier.at(-1)];
  return {
    sinceFirst: first === undefined ? null : since(first),
    sinceBefore: before === undefined ? null : since(before),
  };
}
