import type { Published } from "../../audit/estimate.ts";
import type { Audit, ItemResult } from "../../audit/types.ts";
import { answerFigures } from "../figures/answers.ts";
import { base, count, exact, mean, published, share, withInterval } from "../numbers.ts";
import type { Block, TableRow } from "../sheet.ts";
import { applicable, isAlone } from "./columns.ts";
import { allHidden, notes } from "./notes.ts";
import { answeredItems } from "./scorecard.ts";

/** Every item but figures, which the scorecard shows, with its raw mean, favourable share and answers counted. */
export function itemsSection(audit: Audit): readonly Block[] {
  const items = answeredItems(audit);
  if (items.length === 0) return [];
  const heading: Block = { kind: "heading", level: 2, text: "Items" };
  const hidden = allHidden("The answers to single items", items.flatMap(estimatesOf));
  if (hidden) return [heading, hidden];
  if (isAlone(audit)) return [heading, ...wordingNote(audit), answerTable(audit), ...aloneNotes(items)];
  return [
    heading,
    ...wordingNote(audit),
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
      rows: rows(audit, row),
    }),
    ...notes(
      items.flatMap(({ id, mean: average, favourable }) =>
        [average, favourable].map((estimate) => ({ title: id, estimate })),
      ),
      scaleNotes(items),
    ),
    ...answerFigures(audit, items),
  ];
}

/** Of questions that stand once, whoever was asked them in whichever words. */
export function wordingNote({ asked }: Audit): readonly Block[] {
  const [first, second] = asked.audiences;
  if (first === undefined || second === undefined) return [];
  const text = `Each question is in the wording for ${first.title}, or for the first audience that was asked it; answers of all audiences together.`;
  return [{ kind: "paragraph", tone: "quiet", text }];
}

function estimatesOf({ mean: average, favourable, histogram }: ItemResult): readonly Published[] {
  return [average, favourable, ...("kind" in histogram ? [histogram] : [])].filter(({ kind }) => kind !== "none");
}

/** Of one assessment: what was answered, once and in words. */
function answerTable(audit: Audit): Block {
  return applicable({
    kind: "table",
    leading: 2,
    columns: [{ title: "Item" }, { title: "Wording", wrapTo: 32 }, { title: "Answer", wrapTo: 16 }],
    rows: rows(audit, (item) => [item.id, wording(item), theAnswer(item)]),
  });
}

function theAnswer(item: ItemResult): string {
  const { histogram, mean: only } = item;
  if (only.kind === "none") return missing(item) === "0" ? "no data" : missing(item).replace(/^1 /, "");
  const [given, ...others] = "kind" in histogram ? [] : histogram.filter(({ count: answers }) => answers > 0);
  if (given === undefined || given.count > 1 || others.length > 0) return published(only, mean);
  return given.label === "" || given.label === `${given.code}`
    ? exact(given.code)
    : `${given.label} (${exact(given.code)})`;
}

function aloneNotes(items: readonly ItemResult[]): readonly Block[] {
  if (!items.some(({ reverse }) => reverse)) return [];
  const text = "Answers are shown as they were given: a reverse-keyed one is turned round for the scores only.";
  return [{ kind: "list", tone: "quiet", items: [text] }];
}

function rows(audit: Audit, rowOf: (item: ItemResult) => readonly string[]): readonly TableRow[] {
  const { overall } = audit;
  const items = answeredItems(audit);
  const dimensions = overall?.dimensions ?? [];
  const known = new Set(dimensions.map(({ id }) => id));
  const part = (heading: string, members: readonly ItemResult[]): readonly TableRow[] =>
    members.length === 0 ? [] : [{ heading }, ...members.map(rowOf)];
  const parts = dimensions.flatMap(({ id, title }) =>
    part(
      title,
      items.filter(({ dimension }) => dimension === id),
    ),
  );
  const outside = items.filter(({ dimension }) => dimension === null || !known.has(dimension));
  return [...parts, ...part("Outside every dimension", outside)];
}

function wording({ text, reverse }: ItemResult): string {
  return reverse ? `${text} (reverse-keyed)` : text;
}

function row(item: ItemResult): readonly string[] {
  return [
    item.id,
    wording(item),
    base(item.mean),
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
