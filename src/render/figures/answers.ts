/** How the answers to each item are spread. */
import type { Audit, DimensionResult, ItemResult } from "../../audit/types.ts";
import { count, exact } from "../numbers.ts";
import { HIDDEN, plural } from "../words.ts";
import type { DivergingRow, Figure } from "./types.ts";

/** With more answers to choose from than this, a bar of them says less than the mean. */
const MOST_ANSWERS = 11;

type Dimensions = readonly Pick<DimensionResult, "id" | "title" | "direction">[];

/** One figure a scale, items in their order; nothing where no answers of two people or more may be shown. */
export function answerFigures({ overall }: Audit, items: readonly ItemResult[]): readonly Figure[] {
  const dimensions = overall?.dimensions ?? [];
  const scales = new Map<string, { readonly answers: readonly string[]; readonly rows: DivergingRow[] }>();
  for (const item of items) {
    const answers = answersOf(item);
    if (answers === null || !isJudged(item, dimensions)) continue;
    const known = scales.get(answers.join("\n")) ?? { answers, rows: [] };
    scales.set(answers.join("\n"), known);
    known.rows.push(rowOf(item, dimensions));
  }
  return withHidden([...scales.values()], items, dimensions).map(({ answers, rows }) => figureOf(answers, rows));
}

interface Scale {
  readonly answers: readonly string[];
  readonly rows: readonly DivergingRow[];
}

/** Items whose answers are hidden do not tell their scale: they stand with the others where there is one only. */
function withHidden(scales: readonly Scale[], items: readonly ItemResult[], dimensions: Dimensions): readonly Scale[] {
  const [only, ...others] = scales;
  if (only === undefined || others.length > 0) return scales;
  const shown = new Map(only.rows.map((row) => [row.id, row]));
  const judged = items.filter((item) => isJudged(item, dimensions));
  const rows = judged.flatMap((item): readonly DivergingRow[] => {
    const row = shown.get(item.id);
    return row ? [row] : "kind" in item.histogram ? [rowOf(item, dimensions)] : [];
  });
  return [{ ...only, rows }];
}

/** Labels of the answers from the lowest code; null where none are shown. */
function answersOf({ histogram }: ItemResult): readonly string[] | null {
  if ("kind" in histogram || histogram.length < 2 || histogram.length > MOST_ANSWERS) return null;
  return histogram.map(({ code, label }) => (label === "" ? exact(code) : label));
}

/** Of an item outside every dimension nobody has said which end is good. */
function isJudged({ dimension }: ItemResult, dimensions: Dimensions): boolean {
  return dimensions.some(({ id }) => id === dimension);
}

function rowOf(item: ItemResult, dimensions: Dimensions): DivergingRow {
  const { id, text, histogram, reverse, dimension } = item;
  const own = dimensions.find((one) => one.id === dimension);
  const turned = reverse !== (own?.direction === "lower");
  const about = { id, label: text, group: own?.title ?? null, turned };
  if ("kind" in histogram) return { ...about, counts: null, n: null };
  const counts = histogram.map((answer) => answer.count);
  const n = counts.reduce((sum, one) => sum + one, 0);
  return { ...about, counts: turned ? counts.toReversed() : counts, n };
}

function figureOf(answers: readonly string[], rows: readonly DivergingRow[]): Figure {
  const first = answers[0] ?? "";
  const last = answers.at(-1) ?? "";
  return {
    kind: "figure",
    title: `Answers from "${first}" to "${last}"`,
    alt: altOf(answers, rows),
    picture: { kind: "diverging", answers, rows },
  };
}

function altOf(answers: readonly string[], rows: readonly DivergingRow[]): string {
  const shown = rows.filter(({ n }) => n !== null && n > 0);
  const ordered = [...shown].sort((a, b) => standing(b) - standing(a));
  const best = ordered[0];
  const worst = ordered.at(-1);
  const hidden = rows.length - rows.filter(({ counts }) => counts !== null).length;
  const turned = rows.some((row) => row.turned) ? " Items marked as turned stand the other way round." : "";
  const ends =
    best === undefined || worst === undefined || best === worst
      ? []
      : [`Furthest to the good end: ${countsWords(best)}.`, `Furthest to the bad end: ${countsWords(worst)}.`];
  return [
    `Bars of the answers to ${plural(rows.length, "item", "items")}, from the bad end on the left ("${answers[0] ?? ""}") to the good end on the right ("${answers.at(-1) ?? ""}").${turned}`,
    ...ends,
    ...(hidden === 0 ? [] : [`${plural(hidden, "item is", "items are")} ${HIDDEN}.`]),
  ].join(" ");
}

/** Mean place of its answers, 0 at the bad end, 1 at the good one. */
function standing({ counts, n }: DivergingRow): number {
  if (counts === null || n === null || n === 0) return 0;
  const sum = counts.reduce((total, one, at) => total + one * at, 0);
  return sum / (n * Math.max(1, counts.length - 1));
}

/** "TE3, 1 4 9 20 6 of 40 people" */
function countsWords({ id, counts, n }: DivergingRow): string {
  return `${id}, ${(counts ?? []).map((one) => count(one)).join(" ")} of ${plural(n ?? 0, "person", "people")}`;
}
