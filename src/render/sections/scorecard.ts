/** Business figures: each with its unit, where worst and best lie, and its index. */
import type { Audit, FigureResult, ItemResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { base, figure, published, publishedInterval, score, short } from "../numbers.ts";
import type { Block, Fact, TableRow } from "../sheet.ts";
import { applicable, isAlone, NOT_APPLICABLE } from "./columns.ts";
import { allHidden, notes } from "./notes.ts";
import { scoreName, shownOf } from "./reading.ts";

interface Figure {
  readonly item: ItemResult;
  readonly figure: FigureResult;
}

/** Nothing where no figures were asked for. */
export function scorecardSection(audit: Audit): readonly Block[] {
  const figures = audit.items.flatMap((item) => (item.figure === null ? [] : [{ item, figure: item.figure }]));
  if (figures.length === 0) return [];
  const heading: Block = { kind: "heading", level: 2, text: "Scorecard" };
  const hidden = allHidden(
    "The figures",
    figures.map(({ item }) => item.mean),
  );
  if (hidden) return [heading, hidden];
  const told = figures.filter(({ item }) => item.mean.kind !== "none");
  return [heading, ...(told.length === 0 ? [] : [table(audit, told)]), ...withoutData(audit, figures), ...limits(told)];
}

/** The items that are no figures: answers, which have a histogram. */
export function answeredItems({ items }: Audit): readonly ItemResult[] {
  return items.filter((item) => item.figure === null);
}

function table(audit: Audit, figures: readonly Figure[]): Block {
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "Figure", wrapTo: 20 },
      { title: "Value", wrapTo: 10 },
      { title: "Worst\u00a0→\u00a0best", wrapTo: 12 },
      { title: capital(scoreName(audit.framework.reading)), align: "right" },
      { title: "95 % interval" },
      { title: "n", align: "right" },
    ],
    rows: grouped(audit, figures),
  });
}

function grouped(audit: Audit, figures: readonly Figure[]): readonly TableRow[] {
  return groupsOf(audit, figures).flatMap(([heading, members]): readonly TableRow[] => [
    { heading },
    ...members.map((one) => row(audit, one)),
  ]);
}

/** Figures by their dimension, in the order of the dimensions. */
function groupsOf({ overall }: Audit, figures: readonly Figure[]): readonly (readonly [string, readonly Figure[]])[] {
  const dimensions = overall?.dimensions ?? [];
  const known = new Set(dimensions.map(({ id }) => id));
  const parts = dimensions.map(
    ({ id, title }) => [title, figures.filter(({ item }) => item.dimension === id)] as const,
  );
  const outside = figures.filter(({ item }) => item.dimension === null || !known.has(item.dimension));
  return [...parts, ["Outside every group", outside] as const].filter(([, members]) => members.length > 0);
}

function row(audit: Audit, { item, figure: own }: Figure): TableRow {
  const { worst, best, unit, index } = own;
  const { reading } = audit.framework;
  // A mean of several may need one digit more than a figure itself.
  const format = figure(own.decimals + (item.mean.kind === "estimate" && item.mean.n > 1 ? 1 : 0));
  const value = published(item.mean, format);
  const shown = shownOf(reading, index);
  return [
    item.text,
    item.mean.kind === "estimate" ? `${value} ${unit}`.trim() : value,
    `${short(worst)} → ${short(best)}`,
    published(shown, score),
    publishedInterval(shown, score),
    isAlone(audit) ? NOT_APPLICABLE : base(item.mean),
  ];
}

/** "No data: …" in one line per group. */
function withoutData(audit: Audit, figures: readonly Figure[]): readonly Block[] {
  const missing = figures.filter(({ item }) => item.mean.kind === "none");
  if (missing.length === 0) return [];
  const rows = groupsOf(audit, missing).map(
    ([label, members]): Fact => ({ label, text: members.map(({ item }) => item.text.replace(/\.$/, "")).join("; ") }),
  );
  return [
    { kind: "heading", level: 3, text: "Figures without data" },
    { kind: "facts", rows },
  ];
}

function limits(figures: readonly Figure[]): readonly Block[] {
  return notes(
    figures.map(({ item, figure: { index } }) => ({ title: item.text, estimate: index })),
    ["Worst and best are starting values of the framework, not benchmarks: set your own."],
  );
}
