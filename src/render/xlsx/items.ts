/** Items, with how often each answer was given where that may be told. */
import type { Audit, ItemResult } from "../../audit/types.ts";
import { unrounded } from "../numbers.ts";
import { FORMAT, numberOf, peopleOf, type SheetColumn, tableSheet, type Value } from "./table.ts";

/** Columns of answers that still can be looked over; a figure may have hundreds of values. */
const MOST_ANSWERS = 15;

export function itemsSheet({ items }: Audit) {
  const codes = codesOf(items);
  const columns: readonly SheetColumn<ItemResult>[] = [
    { title: "Item", width: 10, of: ({ id }) => id },
    { title: "Dimension", width: 18, of: ({ dimension }) => dimension },
    { title: "Text", width: 60, of: ({ text }) => text },
    { title: "Reversed", width: 9, of: ({ reverse }) => (reverse ? "yes" : "") },
    { title: "Mean of answers", width: 10, format: FORMAT.mean, of: ({ mean }) => numberOf(mean) },
    { title: "n", width: 8, format: FORMAT.people, of: ({ mean }) => peopleOf(mean) },
    { title: "Favourable", width: 11, format: FORMAT.share, of: ({ favourable }) => numberOf(favourable) },
    { title: "Index", width: 8, format: FORMAT.score, of: ({ figure }) => numberOf(figure?.index ?? null) },
    ...codes.map((code) => ({
      title: `Answered ${unrounded(code)}`,
      width: 10,
      format: FORMAT.people,
      of: (item: ItemResult) => countOf(item, code),
    })),
    { title: "No answer", width: 9, format: FORMAT.people, of: ({ missing }) => missingOf(missing) },
  ];
  return tableSheet("Items", columns, items);
}

function codesOf(items: readonly ItemResult[]): readonly number[] {
  const codes = items.flatMap(({ histogram }) => ("kind" in histogram ? [] : histogram.map(({ code }) => code)));
  const known = [...new Set(codes)].toSorted((one, other) => one - other);
  return known.length > MOST_ANSWERS ? [] : known;
}

function countOf({ histogram }: ItemResult, code: number): Value {
  if ("kind" in histogram) return "hidden";
  return histogram.find((one) => one.code === code)?.count ?? null;
}

function missingOf(missing: ItemResult["missing"]): Value {
  if ("kind" in missing) return "hidden";
  return missing.unanswered + missing.notApplicable + missing.dontKnow + missing.unknown;
}
