/**
 * What has changed since the wave before: of published results only, or of people paired with their own earlier answers.
 *
 * Formula: change.ts (independent waves), paired.ts (the same people). Changes of groups are told in words by p adjusted over
 *   the dimensions and composites of all groups of one level of a grouping (Benjamini and Hochberg), as groups are that are
 *   held against everyone else: of fifty changes of nothing two or three would otherwise be called.
 * Unit and range: index points, points of the item metric; p 0–1. Missing rule: nothing of a wave under the minimum group.
 * Source: Benjamini & Hochberg 1995. Oracle: that of change.ts and paired.ts.
 */
import { LEVEL } from "../audit/conventions.ts";
import type {
  CellResult,
  Change,
  ChangeResult,
  GroupChange,
  GroupingResults,
  GroupName,
  PlainChange,
} from "../audit/types.ts";
import type { ReleasedPairs } from "../disclosure/release-paired.ts";
import type { Framework, Unit } from "../framework/types.ts";
import { adjustedForTests } from "./adjust.ts";
import { changeBetween, groupChanges, type PlainGroupChange } from "./change.ts";
import { estimatePairedChange } from "./paired.ts";
import { pairedBasis } from "./paired-composite.ts";
import { splitsOf, splitsOfWaves } from "./split.ts";

interface Wave {
  /** What it is called. */
  readonly name: string;
  readonly overall: CellResult | null;
  readonly groupings: readonly GroupingResults[];
  /** What is counted; absent: people. */
  readonly unit?: Unit;
}

const SIGNIFICANT = 0.05;
/** The same words whatever hides it: which rule did is not told. */
export const PROTECTED = "it could tell about a few people";

/** Change between two waves of which it is not known who answered both. */
export function changeOfWaves(before: Wave, after: Wave): ChangeResult {
  const named = { kind: "independent", before: before.name, after: after.name } as const;
  if (before.overall === null || after.overall === null)
    return { ...named, people: null, reason: PROTECTED, ...NOTHING };
  const names = { before: before.name, after: after.name };
  const units = { before: before.unit ?? "person", after: after.unit ?? "person" } as const;
  const changes = changeBetween({ before: before.overall, after: after.overall, names, units }).map(alone);
  return {
    ...named,
    people: { before: before.overall.people, after: after.overall.people, both: null },
    reason: null,
    changes,
    groups: after.groupings.flatMap(({ text, cells }) => {
      const earlier = before.groupings.find((one) => one.text === text);
      return earlier === undefined ? [] : adjusted(text, groupChanges(earlier.cells, cells, units));
    }),
    newGroups: onlyIn(after, before),
    goneGroups: onlyIn(before, after),
    splits: splitsOfWaves(before.overall, after.overall, changes),
  };
}

const NOTHING = { changes: [], groups: [], newGroups: [], goneGroups: [], splits: [] } as const;

/** Groups that one wave shows and the other does not, of groupings that both show. */
function onlyIn(wave: Wave, other: Wave): readonly GroupName[] {
  return wave.groupings.flatMap(({ text, cells, withheld }) => {
    const same = other.groupings.find((one) => one.text === text);
    if (same === undefined || withheld || same.withheld) return [];
    const known = new Set(same.cells.filter(({ kind }) => kind === "group").map(({ path }) => JSON.stringify(path)));
    return cells
      .filter(({ kind, path }) => kind === "group" && !known.has(JSON.stringify(path)))
      .map(({ path, label }) => ({ grouping: text, path, label }));
  });
}

function alone(change: PlainChange): Change {
  const { says, ...rest } = change;
  return { ...rest, adjustedP: null, says };
}

/** Level by level: one table, one family of tests. */
function adjusted(grouping: string, groups: readonly PlainGroupChange[]): readonly GroupChange[] {
  const adjustedOf = new Map<PlainChange, number>();
  for (const depth of new Set(groups.map(({ path }) => path.length))) {
    const level = groups.filter(({ path }) => path.length === depth).flatMap(({ changes }) => changes);
    const tested = level.flatMap((change) => (change.test === null ? [] : [{ change, p: change.test.p }]));
    const values = adjustedForTests(tested.map(({ p }) => p));
    for (const [at, { change }] of tested.entries()) adjustedOf.set(change, values[at] ?? 1);
  }
  return groups.map(({ path, label, changes }) => ({
    grouping,
    path,
    label,
    changes: changes.map((change) => {
      const { says, ...rest } = change;
      const adjustedP = adjustedOf.get(change) ?? null;
      const isCalled = says === "up" || says === "down";
      return { ...rest, adjustedP, says: isCalled && (adjustedP ?? 1) >= SIGNIFICANT ? "no clear change" : says };
    }),
  }));
}

/** Change of the people who answered both times. */
export async function pairedChange(request: {
  readonly framework: Framework;
  readonly pairs: ReleasedPairs;
  readonly seed: number;
  /** What the earlier wave is called. */
  readonly before: string;
  /** Several audiences are told apart. */
  readonly isApart?: boolean;
}): Promise<ChangeResult> {
  const { framework, pairs, seed, before, isApart = false } = request;
  const { paired, hidden, reason } = pairs;
  const { both, leavers, joiners } = paired;
  const named = { kind: "paired", before, after: "this survey" } as const;
  if (reason !== null) return { ...named, people: null, reason: PROTECTED, ...NOTHING };
  const told = await estimatePairedChange({ framework, paired, hidden, seed, level: LEVEL, isApart });
  const changes = told.map(alone);
  return {
    ...named,
    people: { before: both + leavers, after: both + joiners, both },
    reason: null,
    ...NOTHING,
    changes,
    splits: splitsOf(changes, ({ id }) => pairedBasis(framework, paired, id)),
  };
}
