import type { Audit, ItemResult } from "../audit/types.ts";
import type { ComparisonKind } from "./comparable.ts";
import { partsOf } from "./parts.ts";

/** A kept audit and its name, as of a comparison. */
interface Named {
  readonly name: string;
  readonly audit: Audit;
}

/** What may pass for a change, or hide one: each in a sentence. */
export function differences(before: Named, after: Named, kind: ComparisonKind): readonly string[] {
  const [old, now] = [before.audit, after.audit];
  const isGap = kind === "gap";
  const said = [
    isGap || isEqual(titlesOf(old), titlesOf(now))
      ? ""
      : `Other audiences were asked: ${titlesOf(old).join(", ")}; then ${titlesOf(now).join(", ")}.`,
    partOf(old, isGap) === partOf(now, isGap) || (!isGap && partsOf(old, now) === "waves")
      ? ""
      : "The two are not of the same part of the people.",
    (old.options.weight === null) === (now.options.weight === null) ? "" : "Only one of the two has survey weights.",
    isEqual(old.options.exclude, now.options.exclude) ? "" : "Careless rows were left out of one of the two only.",
    isGap ? "" : earlierFile(before, after),
    // One export of both audiences, of which either has been chosen, is no file given twice.
    isGap && old.asked.subset !== null && now.asked.subset !== null ? "" : sameFiles(old, now),
    !isGap && differByFew(old, now) ? PAIR_FEW_APART : "",
  ];
  return said.filter((text) => text !== "");
}

/** Which part of the people; of two audiences without their names, by which they were chosen. */
function partOf({ asked: { subset, audience } }: Audit, isGap: boolean): string | null {
  if (subset === null || !isGap) return subset;
  return [audience.id, audience.title].reduce((text, name) => text.replaceAll(name, "…"), subset);
}

function titlesOf({ asked }: Audit): readonly string[] {
  return asked.audiences.map(({ title }) => title);
}

/** Exports are often called the same every month; with the same numbers one may have been scored twice. Rows are not told of every file. */
function sameFiles(old: Audit, now: Audit): string {
  if (!isEqual(old.source.files, now.source.files) || !isEqual(old.overall, now.overall)) return "";
  const isCounted = now.source.files.every(({ rows }) => rows !== null);
  return `Both were made from files with the same names${isCounted ? " and rows" : ""}, and show the same numbers.`;
}

/** The export of the last survey, left beside the new one. */
function earlierFile(before: Named, after: Named): string {
  const [old, now] = [before, after].map(({ audit }) => audit.source.files.map(({ name }) => name));
  const again = (now ?? []).filter((name) => old?.includes(name));
  if (again.length === 0 || again.length === now?.length) return "";
  const files = again.length === 1 ? `the file ${again[0]}` : `the files ${again.join(", ")}`;
  return `${after.name} holds ${files} of ${before.name} beside new ones: if they are the answers of then, their people count twice, and a change looks smaller than it is. Score the new files alone.`;
}

/**
 * Whether one may be the other with a few people more or fewer, under the minimum group: then the two together could tell what
 * these few said. Each of them changes one count of an item, so an item whose counts differ by more rules it out.
 */
export function differByFew(old: Audit, now: Audit): boolean {
  const [then, people] = [old.overall?.people, now.overall?.people];
  if (then === undefined || people === undefined) return false;
  if (now.framework.unit !== "person" || now.framework.hash !== old.framework.hash) return false;
  const fewest = Math.max(old.disclosure.minGroup, now.disclosure.minGroup);
  const apart = [Math.abs(people - then), ...itemDistances(old, now)];
  return apart.some((count) => count > 0) && apart.every((count) => count < fewest);
}

/** Of each item whose counts both audits show: how many of them would have to be added or taken away to make them equal. */
function itemDistances(old: Audit, now: Audit): readonly number[] {
  const earlier = new Map(old.items.map((item) => [item.id, countsOf(item)]));
  return now.items.flatMap((item) => {
    const [before, after] = [earlier.get(item.id) ?? null, countsOf(item)];
    if (before === null || after === null) return [];
    const keys = new Set([...before.keys(), ...after.keys()]);
    return [[...keys].reduce((sum, key) => sum + Math.abs((after.get(key) ?? 0) - (before.get(key) ?? 0)), 0)];
  });
}

/** Answer → people who gave it; null where that is hidden. */
function countsOf({ histogram }: ItemResult): ReadonlyMap<number, number> | null {
  if ("kind" in histogram || histogram.length === 0) return null;
  return new Map(histogram.map(({ code, count }) => [code, count]));
}

/** What is to be known of such a pair. */
export const FEW_APART =
  "the answers differ by fewer people than the minimum group. If the same people's answers were scored again with a few more or fewer, the two taken together could tell what these few said: keep one audit of each wave.";
/** The same of one pair alone. */
export const PAIR_FEW_APART = `T${FEW_APART.slice(1)}`;

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
