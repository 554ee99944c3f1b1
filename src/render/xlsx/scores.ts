/** Composites, dimensions and outcomes of everyone and of each group, a row each. */
import type { Published } from "../../audit/estimate.ts";
import type { Audit, CellResult, CompositeResult, DimensionResult, OutcomeResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { scoreName, shownIndex, shownScore } from "../sections/reading.ts";
import { bandWords, HIDDEN, OUTCOME } from "../words.ts";
import { FORMAT, highOf, lowOf, numberOf, peopleOf, type SheetColumn, tableSheet, type Value } from "./table.ts";

interface ScoreLine {
  readonly grouping: string;
  readonly group: string;
  readonly people: Value;
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly shown: Published;
  /** Of an index or load; an outcome has its own. */
  readonly format: string;
  readonly band: string;
  readonly target: Value;
  readonly mean: Published | null;
  readonly sd: Published | null;
  readonly favourable: Published | null;
  readonly chance: Value;
}

export function scoresSheet(audit: Audit) {
  const lines = audit.overall === null ? [] : cellLines(audit, audit.overall, "");
  return tableSheet("Scores", scoreColumns(audit), lines);
}

export function groupsSheet(audit: Audit) {
  const lines = audit.groupings.flatMap(({ text, cells, withheld, reason }) =>
    withheld ? [withheldLine(text, reason ?? HIDDEN)] : cells.flatMap((cell) => cellLines(audit, cell, text)),
  );
  const columns: readonly SheetColumn<ScoreLine>[] = [
    { title: "Grouping", width: 18, of: ({ grouping }) => grouping },
    { title: "Group", width: 24, of: ({ group }) => group },
    { title: "People", width: 9, format: FORMAT.people, of: ({ people }) => people },
    ...scoreColumns(audit),
  ];
  return tableSheet("Groups", columns, lines);
}

function scoreColumns({ framework: { reading } }: Audit): readonly SheetColumn<ScoreLine>[] {
  return [
    { title: "Kind", width: 22, of: ({ kind }) => kind },
    { title: "Score", width: 30, of: ({ title }) => title },
    { title: "Id", width: 18, of: ({ id }) => id },
    { title: capital(scoreName(reading)), width: 10, format: formatOf, of: ({ shown }) => numberOf(shown) },
    { title: "Low", width: 8, format: formatOf, of: ({ shown }) => lowOf(shown) },
    { title: "High", width: 8, format: formatOf, of: ({ shown }) => highOf(shown) },
    { title: "n", width: 8, format: FORMAT.people, of: ({ shown }) => peopleOf(shown) },
    { title: "Band", width: 16, of: ({ band }) => band },
    { title: "Target", width: 8, format: FORMAT.score, of: ({ target }) => target },
    { title: "Mean", width: 9, format: FORMAT.mean, of: ({ mean }) => numberOf(mean) },
    { title: "SD", width: 9, format: FORMAT.mean, of: ({ sd }) => numberOf(sd) },
    { title: "Favourable", width: 11, format: FORMAT.share, of: ({ favourable }) => numberOf(favourable) },
    { title: "Chance off target", width: 10, format: FORMAT.share, of: ({ chance }) => chance },
    { title: "Why there is no number, or no interval", width: 40, of: ({ shown }) => whyNone(shown) },
  ];
}

function formatOf({ format }: ScoreLine): string {
  return format;
}

const OUTCOME_FORMAT = { nps: FORMAT.score, csat: FORMAT.share, mean: FORMAT.mean } as const;

function whyNone(shown: Published): string {
  if (shown.kind === "hidden") return HIDDEN;
  return shown.kind === "none" ? shown.reason : (shown.noInterval ?? "");
}

interface Own {
  readonly grouping: string;
  readonly group: string;
  readonly people: Value;
}

const BARE = { format: FORMAT.score, band: "", target: null, mean: null, sd: null, favourable: null, chance: null };

function cellLines(audit: Audit, cell: CellResult, grouping: string): readonly ScoreLine[] {
  const own: Own = { grouping, group: cell.label, people: cell.people };
  return [
    ...cell.composites.map((one) => scoredLine(audit, one, { ...own, kind: "Composite" })),
    ...cell.dimensions.map((one) => dimensionLine(audit, one, own)),
    ...cell.outcomes.map((one) => outcomeLine(one, own)),
  ];
}

function scoredLine(
  { framework: { reading } }: Audit,
  { id, title, target, band, ...scored }: CompositeResult | DimensionResult,
  own: Own & { readonly kind: string },
): ScoreLine {
  const shown = shownScore(scored);
  const limit = target === null ? null : shownIndex(reading, target);
  return { ...BARE, ...own, id, title, shown, band: band === null ? "" : bandWords(band), target: limit };
}

function dimensionLine(audit: Audit, dimension: DimensionResult, own: Own): ScoreLine {
  const { mean, sd, favourable, belowTarget, supplementary } = dimension;
  const kind = supplementary ? "Dimension, asked beside" : "Dimension";
  return { ...scoredLine(audit, dimension, { ...own, kind }), mean, sd, favourable, chance: belowTarget };
}

/** In a metric of its own, so that it stands in no column of scores. */
function outcomeLine({ id, title, statistic, value }: OutcomeResult, own: Own): ScoreLine {
  const kind = `Outcome, ${OUTCOME[statistic]}`;
  return { ...BARE, ...own, kind, id, title, shown: value, format: OUTCOME_FORMAT[statistic] };
}

function withheldLine(grouping: string, reason: string): ScoreLine {
  const shown = { kind: "none", reason, n: 0 } as const;
  return { ...BARE, grouping, group: "hidden", people: null, kind: "", id: "", title: "", shown };
}
