import type { Published } from "../../audit/estimate.ts";
import type { Audit, ItemResult } from "../../audit/types.ts";
import { base, count, exact, mean, share, withInterval } from "../numbers.ts";
import type { Block, TableRow } from "../sheet.ts";
import { applicable, isAlone, NOT_APPLICABLE } from "./columns.ts";
import { allHidden, notes } from "./notes.ts";

/** Every item with its raw mean, favourable share and answers counted. */
export function itemsSection(audit: Audit): readonly Block[] {
  if (audit.items.length === 0) return [];
  const heading: Block = { kind: "heading", level: 2, text: "Items" };
  const hidden = allHidden("The answers to single items", audit.items.flatMap(estimatesOf));
  if (hidden) return [heading, hidden];
  return [
    heading,
    applicable({
      kind: "table",
      leading: 2,
      columns: [
        { title: "Item" },
        { title: "Wording", wrapTo: 32 },
        { title: "n", align: "right" },
        { title: "Mean", wrapTo: 14 },
        { title: "Favourable", wrapTo: 11 },
        { title: "Answers", wrapTo: 11 },
        { title: "Missing", wrapTo: 7 },
      ],
      rows: rows(audit),
    }),
    ...notes(
      audit.items.flatMap(({ id, mean: average, favourable }) =>
        [average, favourable].map((estimate) => ({ title: id, estimate })),
      ),
      scaleNotes(audit.items),
    ),
  ];
}

function estimatesOf({ mean: average, favourable, histogram }: ItemResult): readonly Published[] {
  return [average, favourable, ...("kind" in histogram ? [histogram] : [])].filter(({ kind }) => kind !== "none");
}

function rows(audit: Audit): readonly TableRow[] {
  const { items, overall } = audit;
  const dimensions = overall?.dimensions ?? [];
  const known = new Set(dimensions.map(({ id }) => id));
  const one = isAlone(audit);
  const part = (heading: string, members: readonly ItemResult[]): readonly TableRow[] =>
    members.length === 0 ? [] : [{ heading }, ...members.map((item) => row(item, one))];
  const parts = dimensions.flatMap(({ id, title }) =>
    part(
      title,
      items.filter(({ dimension }) => dimension === id),
    ),
  );
  const outside = items.filter(({ dimension }) => dimension === null || !known.has(dimension));
  return [...parts, ...part("Outside every dimension", outside)];
}

/** Of `one` assessment every n is 1. */
function row(item: ItemResult, one: boolean): TableRow {
  return [
    item.id,
    item.reverse ? `${item.text} (reverse-keyed)` : item.text,
    one ? NOT_APPLICABLE : base(item.mean),
    withInterval(item.mean, mean),
    withInterval(item.favourable, share),
    answers(item),
    missing(item),
  ];
}

function answers({ histogram }: ItemResult): string {
  if ("kind" in histogram) return histogram.words ?? "hidden";
  return histogram.length === 0 ? "–" : histogram.map((point) => count(point.count)).join(" ");
}

function missing({ missing: kinds }: ItemResult): string {
  if ("kind" in kinds) return kinds.words ?? "hidden";
  const parts: readonly (readonly [number, string])[] = [
    [kinds.unanswered, "blank"],
    [kinds.notApplicable, "n/a"],
    [kinds.dontKnow, "don't know"],
    [kinds.unknown, "unreadable"],
  ];
  const some = parts.filter(([amount]) => amount > 0).map(([amount, words]) => `${count(amount)} ${words}`);
  return some.length === 0 ? "0" : some.join(", ");
}

/** What the counts stand for: each run of answers once, with the labels of its codes. */
function scaleNotes(items: readonly ItemResult[]): readonly string[] {
  const scales = items.flatMap(({ histogram }) =>
    "kind" in histogram || histogram.length === 0
      ? []
      : [
          histogram
            .map(({ code, label }) => (label === "" || label === `${code}` ? exact(code) : `${exact(code)} ${label}`))
            .join(" · "),
        ],
  );
  return [
    ...[...new Set(scales)].map((scale) => `Answers are counted in this order: ${scale}.`),
    "Means are of the raw answers, before a reverse-keyed item is turned round; favourable is judged after.",
  ];
}
