import type { Change } from "../../audit/types.ts";
import { type Comparison, comparisonOf, incomparable, type Kept } from "../comparison.ts";
import { changeReading } from "./changes.ts";
import { nothing } from "./readings.ts";
import type { Scoped } from "./scope.ts";
import type { Reading } from "./types.ts";

/** What gates are held against. */
export interface Material {
  readonly audit: Kept;
  /** "not yet": it is named, and not there; null: none is named. */
  readonly baseline: Kept | "not yet" | null;
}

/** Where changes can be had from. */
export interface Changes {
  readonly material: Material;
  /** Of the two audits; null without a baseline. */
  readonly comparison: Comparison | null;
  /** Why the two audits cannot be compared; null: they can. */
  readonly incomparable: string | null;
}

/** Compares the audit with its baseline, once for all gates. */
export function changesIn(material: Material): Changes {
  const { audit, baseline } = material;
  if (baseline === null || baseline === "not yet") return { material, comparison: null, incomparable: null };
  const against = incomparable(baseline, audit);
  if (against.length > 0)
    return {
      material,
      comparison: null,
      incomparable: against.map(({ message }) => message.replace(/\.$/, "")).join("; "),
    };
  return { material, comparison: comparisonOf(baseline, audit), incomparable: null };
}

/** Whether any change can be told, or will be once the baseline is there. */
export function hasChanges({ baseline, audit }: Material): boolean {
  return baseline !== null || audit.audit.change !== null;
}

interface Wanted {
  readonly of: Change["of"];
  readonly id: string;
  readonly direction: "drop" | "rise";
  readonly statistic: "index" | "load";
  readonly group: Scoped;
}

/** The change of the same people where the audit has one, else of the two audits, else of the audit's waves. */
export function wantedChange(changes: Changes, wanted: Wanted): Reading {
  const { audit, baseline } = changes.material;
  const kept = audit.audit.change;
  const isEveryone = wanted.group.grouping === null;
  const same = kept?.kind === "paired" && isEveryone ? kept : null;
  const first =
    same === null
      ? null
      : found(same.changes, wanted, { who: `the same people, ${same.before} to ${audit.name}`, kind: "paired" });
  if (first?.kind === "found") return first;
  if (baseline === "not yet") return first ?? { kind: "no baseline yet" };
  if (changes.incomparable !== null) return nothing(changes.incomparable);
  if (changes.comparison !== null) return between(changes.comparison, wanted);
  if (kept?.kind === "independent") return ofWaves(kept, wanted);
  return first ?? nothing("there is no baseline to tell a change from");
}

function between({ kind, change, leftOut, before, after }: Comparison, wanted: Wanted): Reading {
  if (kind === "gap") return nothing("the baseline is of another audience");
  if (change.reason !== null) return nothing(null);
  const out = leftOut.find(({ of, id }) => of === wanted.of && id === wanted.id);
  if (out !== undefined) return nothing(out.reason);
  return ofWaves({ ...change, before: before.name, after: after.name }, wanted);
}

function ofWaves({ changes, groups, before, after, reason }: Comparison["change"], wanted: Wanted): Reading {
  if (reason !== null) return nothing(null);
  const { grouping, cell } = wanted.group;
  const own =
    grouping === null
      ? changes
      : groups.find((one) => one.grouping === grouping.text && JSON.stringify(one.path) === JSON.stringify(cell?.path))
          ?.changes;
  if (own === undefined || cell?.kind === "pool") return nothing("the baseline does not show this group");
  return found(own, wanted, { who: `two groups of people, ${before} to ${after}`, kind: "independent" });
}

function found(
  changes: readonly Change[],
  { of, id, direction, statistic }: Wanted,
  { who, kind }: { readonly who: string; readonly kind: "paired" | "independent" },
): Reading {
  const change = changes.find((one) => one.of === of && one.id === id);
  if (change === undefined) return nothing("the baseline does not show it");
  const reading = changeReading(change, { kind, direction, statistic });
  return reading.kind === "found" ? { ...reading, method: `${who}: ${reading.method}` } : reading;
}
