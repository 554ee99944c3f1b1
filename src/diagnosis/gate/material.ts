import { publishedNumbers } from "../../audit/published-numbers.ts";
import type { Audit, Change } from "../../audit/types.ts";
import { type Comparison, comparisonOf, incomparable, type Kept } from "../comparison.ts";
import { partsOf } from "../parts.ts";
import { changeReading } from "./changes.ts";
import { whyUnpaired } from "./pairing.ts";
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
  /** Why the audit's change of the same people is not told from the baseline; null: it is, or there is none. */
  readonly unpaired: string | null;
  /** The baseline is the audit itself. */
  readonly isSame: boolean;
}

/** Compares the audit with its baseline, once for all gates. */
export function changesIn(material: Material): Changes {
  const { audit, baseline } = material;
  const alone = { material, comparison: null, incomparable: null, unpaired: null, isSame: false };
  if (baseline === null || baseline === "not yet") return alone;
  const against = incomparable(baseline, audit);
  if (against.length > 0)
    return { ...alone, incomparable: against.map(({ message }) => message.replace(/\.$/, "")).join("; ") };
  const isSame = textOf(baseline.audit) === textOf(audit.audit);
  const unpaired = isSame ? null : whyUnpaired(baseline.audit, audit.audit);
  return { ...alone, comparison: comparisonOf(baseline, audit), unpaired, isSame };
}

function textOf(audit: Audit): string {
  return JSON.stringify(publishedNumbers(audit));
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

/**
 * The change of the same people where it is told from the baseline, or there is none; else of the two audits, else of the
 * audit's waves.
 */
export function wantedChange(changes: Changes, wanted: Wanted): Reading {
  const { audit, baseline } = changes.material;
  const { comparison } = changes;
  if (baseline === "not yet") return { kind: "no baseline yet" };
  if (changes.incomparable !== null) return nothing(changes.incomparable);
  if (comparison !== null) return sinceBaseline(changes, comparison, wanted);
  const kept = audit.audit.change;
  if (kept?.kind === "independent") return ofWaves(kept, wanted, audit.audit);
  return ofSamePeople(changes, wanted) ?? nothing("there is no baseline to tell a change from");
}

function sinceBaseline(changes: Changes, comparison: Comparison, wanted: Wanted): Reading {
  const { kind, change, leftOut, before, after } = comparison;
  if (kind === "gap") return nothing("the baseline is of another audience");
  if (partsOf(before.audit, after.audit) === "other") return nothing(OTHER_PART);
  if (change.reason !== null) return nothing(null);
  const out = leftOut.find(({ of, id }) => of === wanted.of && id === wanted.id);
  if (out !== undefined) return nothing(out.reason);
  const named = { ...change, before: before.name, after: after.name };
  if (changes.isSame) return unchanged(named, wanted, after.audit);
  const same = changes.unpaired === null ? ofSamePeople(changes, wanted) : null;
  if (same?.kind === "found") return same;
  const reading = ofWaves(named, wanted, after.audit);
  const why = changes.unpaired ?? (same === null ? null : "of the same people too little is shown");
  if (reading.kind !== "found" || why === null || wanted.group.grouping !== null) return reading;
  return { ...reading, method: `${reading.method}; not as the same people: ${why}` };
}

const OTHER_PART = "the baseline is of another part of the people";

/** Null of groups, and where nobody was paired. */
function ofSamePeople({ material: { audit } }: Changes, wanted: Wanted): Reading | null {
  const { change, options } = audit.audit;
  if (change?.kind !== "paired" || wanted.group.grouping !== null) return null;
  if (change.reason !== null) return nothing(null);
  const who = `the same people, ${options.previous ?? change.before} to ${audit.name}`;
  return found(change.changes, wanted, { who, kind: "paired" });
}

/** An audit held against itself: whatever it shows has not changed. */
function unchanged(change: Comparison["change"], wanted: Wanted, audit: Audit): Reading {
  const index = changesOf(change, wanted)?.find(({ of, id }) => of === wanted.of && id === wanted.id)?.index;
  if (index?.kind !== "estimate") return ofWaves(change, wanted, audit);
  const method = "the baseline is this very audit";
  return {
    kind: "found",
    value: 0,
    interval: null,
    n: index.n,
    unit: wanted.statistic === "load" ? "load points" : "index points",
    method,
  };
}

function ofWaves(change: Comparison["change"], wanted: Wanted, { framework }: Audit): Reading {
  if (change.reason !== null) return nothing(null);
  const own = changesOf(change, wanted);
  if (own === undefined) return nothing("the baseline does not show this group");
  const who = framework.unit === "person" ? "two groups of people" : "two sets of assessments";
  return found(own, wanted, { who: `${who}, ${change.before} to ${change.after}`, kind: "independent" });
}

/** Of everyone or of the group; undefined where it has none. */
function changesOf({ changes, groups }: Comparison["change"], { group }: Wanted): readonly Change[] | undefined {
  const { grouping, cell } = group;
  if (grouping === null) return changes;
  if (cell?.kind === "pool") return undefined;
  const path = JSON.stringify(cell?.path);
  return groups.find((one) => one.grouping === grouping.text && JSON.stringify(one.path) === path)?.changes;
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
