/** Two waves beside one another: every score before and after with its interval, and the change between them. */
import type { Published } from "../../audit/estimate.ts";
import type { AuditFramework, CellResult, Change, CompositeResult, DimensionResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { bandsOf } from "../figures/bands.ts";
import type { Figure, IntervalRow } from "../figures/types.ts";
import { base, gained, published, score, withInterval } from "../numbers.ts";
import type { Block } from "../sheet.ts";
import { inWords } from "./change-words.ts";
import { applicable } from "./columns.ts";
import { type Reading, scaleName, scoreName, shownGap, shownIndex, shownScore, toneOf } from "./reading.ts";

export interface Sides {
  /** That both are read by. */
  readonly framework: Pick<AuditFramework, "reading" | "bands">;
  readonly before: CellResult;
  readonly after: CellResult;
  /** What they are called. */
  readonly names: readonly [before: string, after: string];
}

type Scored = CompositeResult | DimensionResult;

interface Row {
  readonly change: Change;
  readonly before: Scored | undefined;
  readonly after: Scored | undefined;
}

/** A table, and a picture for formats that draw. */
export function sideBySide(changes: readonly Change[], sides: Sides, reading: Reading): readonly Block[] {
  const rows = changes.map((change) => ({
    change,
    before: scoreOf(sides.before, change),
    after: scoreOf(sides.after, change),
  }));
  return [table(rows, reading), ...figure(rows, sides, reading)];
}

function scoreOf({ composites, dimensions }: CellResult, { of, id }: Change): Scored | undefined {
  return of === "composite" ? composites.find((one) => one.id === id) : dimensions.find((one) => one.id === id);
}

function shownOr(scored: Scored | undefined): Published {
  return scored === undefined ? { kind: "none", reason: "not asked", n: 0 } : shownScore(scored);
}

function table(rows: readonly Row[], reading: Reading): Block {
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "", wrapTo: 14 },
      { title: "Before", align: "right", wrapTo: 9 },
      { title: "After", align: "right", wrapTo: 9 },
      { title: "Changed by", align: "right", wrapTo: 7 },
      { title: "n", align: "right" },
      { title: "In words", wrapTo: 10 },
    ],
    rows: rows.map(({ change, before, after }) => {
      const shown = shownGap(reading, change.index);
      return [
        change.title,
        withInterval(shownOr(before), score),
        withInterval(shownOr(after), score),
        withInterval(shown, gained),
        base(shown),
        inWords(change, reading),
      ];
    }),
  });
}

/** Before over after, score by score. */
function figure(rows: readonly Row[], sides: Sides, reading: Reading): readonly Figure[] {
  const shown = rows.filter(({ change }) => change.index.kind === "estimate");
  if (shown.length === 0) return [];
  const scored = shown.flatMap(({ before, after }) => [before, after].flatMap((one) => one ?? []));
  return [
    {
      kind: "figure",
      title: `Before and after: ${capital(scoreName(reading))} with its 95 % interval`,
      alt: `${shown.map((row) => altWords(row)).join("; ")}. The same numbers stand in the table.`,
      picture: {
        kind: "intervals",
        axis: scaleName(reading),
        bands: bandsOf(sides.framework, scored),
        rows: shown.flatMap(({ change, before, after }) => [
          intervalRow({ group: change.title, label: sides.names[0], scored: before, reading }),
          intervalRow({ group: change.title, label: sides.names[1], scored: after, reading }),
        ]),
      },
    },
  ];
}

function altWords({ change, before, after }: Row): string {
  return `${change.title} ${published(shownOr(before), score)}, then ${published(shownOr(after), score)}`;
}

function intervalRow({
  group,
  label,
  scored,
  reading,
}: {
  readonly reading: Reading;
  readonly group: string;
  readonly label: string;
  readonly scored: Scored | undefined;
}): IntervalRow {
  const shown = shownOr(scored);
  const point =
    shown.kind === "estimate"
      ? { value: shown.value, low: shown.interval?.low ?? null, high: shown.interval?.high ?? null }
      : null;
  return {
    ...{ label, group, point },
    target: scored?.target == null ? null : shownIndex(reading, scored.target),
    words: withInterval(shown, score),
    tone: scored === undefined ? "quiet" : toneOf(scored),
  };
}
