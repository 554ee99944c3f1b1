import type { Published } from "../../audit/estimate.ts";
import type { Audit, CellResult, CompositeResult, GroupResults, OutcomeResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { compositeValue, count, published, publishedInterval, score, share } from "../numbers.ts";
import type { Block, Cell, Chart, ChartRow, Column, Matrix, MatrixCell } from "../sheet.ts";
import { bandWords } from "../words.ts";
import { applicable, applicableChart } from "./columns.ts";
import { outcomeText } from "./dimensions.ts";
import { formulaText, withNumbers } from "./formula.ts";
import { allHidden, type Named, notes } from "./notes.ts";
import { formatOf, markOf, scoreName, shownScore, toneOf } from "./reading.ts";

/** Groups beside one another: headline, dimensions, and the headline's formula for each. */
export function groupsSection(audit: Audit, groups: GroupResults): readonly Block[] {
  const heading: Block = { kind: "heading", level: 2, text: `Groups: ${groups.column}` };
  if (groups.withheld) return [heading, { kind: "paragraph", text: withheldWords(audit, groups) }];
  const hidden = allHidden("All results of the groups", groups.cells.flatMap(estimatesOf));
  if (hidden) return [heading, hidden];
  const leads = groups.cells.map((cell) => ({ cell, lead: cell.composites.find(({ id }) => id === audit.headline) }));
  return [
    heading,
    ...(leads.some(({ lead }) => lead) ? [applicableChart(leadChart(audit, groups))] : []),
    ...notes(namedOf(audit, groups), [...judgedNote(groups), ...poolNote(groups)]),
    ...dimensionBlocks(audit, groups),
    ...formulaBlocks(leads),
  ];
}

function dimensionBlocks(audit: Audit, groups: GroupResults): readonly Block[] {
  const dimensions = groups.cells.flatMap((cell) => cell.dimensions);
  const title = `${capital(scoreName(audit.framework.reading))} of every dimension`;
  const intervals = dimensions.some(({ index }) => index.kind === "estimate" && index.interval !== null);
  const hidden = allHidden(
    "The dimensions",
    dimensions.map(({ index }) => index),
  );
  const compared: readonly Block[] = intervals
    ? [{ kind: "paragraph", tone: "quiet", text: compareWords(groups) }]
    : [];
  return [
    { kind: "heading", level: 3, text: intervals ? `${title}, with its 95 % interval` : title },
    hidden ?? matrix(groups),
    ...compared,
  ];
}

/** A headcount only describes: intervals that it has narrowed are too short to hold groups against each other. */
function compareWords({ cells }: GroupResults): string {
  return cells.some(({ headcount }) => headcount !== null)
    ? "These intervals are narrowed by the headcounts and describe these people only: they are too short to tell groups apart by."
    : "Where the intervals of two groups overlap widely, the answers do not tell them apart.";
}

function withheldWords({ disclosure }: Audit, { column }: GroupResults): string {
  return `The groups of "${column}" are withheld to protect small groups: with a minimum of ${count(disclosure.minGroup)} people a group, none can be shown without telling about a few.`;
}

/** A headcount narrows the intervals in the table, so that one may stand beside bands it does not reach. */
function judgedNote({ cells }: GroupResults): readonly string[] {
  return cells.some(({ composites }) => composites.some(isNarrowed))
    ? ["Bands are judged by the interval without the headcount, which is wider than the one shown."]
    : [];
}

function isNarrowed({ index, judged }: CompositeResult): boolean {
  if (index.kind !== "estimate" || index.interval === null || judged === null) return false;
  return index.interval.low > judged.low || index.interval.high < judged.high;
}

function poolNote({ cells }: GroupResults): readonly string[] {
  const pool = cells.find(({ kind }) => kind === "pool");
  return pool ? [`${pool.label}: groups that are not shown one by one, to protect small groups.`] : [];
}

/** What was said of the same statistics for everyone is not said again for each group. */
function namedOf({ overall }: Audit, { cells }: GroupResults): readonly Named[] {
  const said = new Set(
    overall ? estimatesOf(overall).flatMap((one) => (one.kind === "estimate" ? one.caveats : [])) : [],
  );
  return cells.flatMap((cell) =>
    estimatesOf(cell).map((one) => ({
      title: cell.label,
      estimate: one.kind === "estimate" ? { ...one, caveats: one.caveats.filter((caveat) => !said.has(caveat)) } : one,
    })),
  );
}

function estimatesOf({ composites, dimensions, outcomes }: CellResult): readonly Published[] {
  return [...[...composites, ...dimensions].map(({ index }) => index), ...outcomes.map(({ value }) => value)];
}

/** The headline per group; what else there is per group stands in the further columns. */
function leadChart(audit: Audit, { column, cells }: GroupResults): Chart {
  const { reading } = audit.framework;
  const extras = extraColumns(audit, cells);
  return {
    kind: "chart",
    label: capital(column),
    score: capital(scoreName(reading)),
    columns: [{ title: "95 % interval" }, { title: peopleTitle(audit), align: "right" }, { title: "Band", wrapTo: 6 }],
    more: extras.map(({ title }) => ({ title, wrapTo: 9 })),
    moreTitle: "Beside the headline",
    rows: cells.map((cell) => leadRow(audit, cell, extras)),
  };
}

function peopleTitle({ framework }: Audit): string {
  return framework.unit === "person" ? "People" : "Assessments";
}

interface ExtraColumn extends Column {
  readonly text: (cell: CellResult) => string;
}

function extraColumns(audit: Audit, cells: readonly CellResult[]): readonly ExtraColumn[] {
  const [first] = cells;
  const answered = cells.some(({ responseRate }) => responseRate !== null);
  const composites = first?.composites.filter(({ id }) => id !== audit.headline) ?? [];
  return [
    ...(answered ? [{ title: "Response", text: responseText }] : []),
    ...composites.map(({ id, title }) => ({ title, text: (cell: CellResult) => compositeText(cell.composites, id) })),
    ...(first?.outcomes ?? []).map(({ id, title, statistic }) => ({
      title: statistic === "nps" ? `${title} (NPS)` : title,
      text: (cell: CellResult) => outcomeOf(cell.outcomes, id),
    })),
  ];
}

function responseText({ responseRate, headcount }: CellResult): string {
  return responseRate === null || headcount === null ? "–" : `${share(responseRate)} of ${count(headcount)}`;
}

function compositeText(composites: readonly CompositeResult[], id: string): string {
  const composite = composites.find((one) => one.id === id);
  if (composite === undefined) return "–";
  const shown = shownScore(composite);
  const ends = publishedInterval(shown, score);
  return ends === "–" ? published(shown, score) : `${published(shown, score)} (${ends})`;
}

function outcomeOf(outcomes: readonly OutcomeResult[], id: string): string {
  const outcome = outcomes.find((one) => one.id === id);
  return outcome ? outcomeText(outcome) : "–";
}

function leadRow(audit: Audit, cell: CellResult, extras: readonly ExtraColumn[]): ChartRow {
  const { reading } = audit.framework;
  const lead = cell.composites.find(({ id }) => id === audit.headline);
  const more = extras.map(({ text }) => text(cell));
  const people = count(cell.people);
  if (lead === undefined) return { label: cell.label, score: "–", mark: "no data", cells: ["–", people, "–"], more };
  const shown = shownScore(lead);
  const format = formatOf(reading, lead);
  return {
    label: cell.label,
    score: { text: published(shown, format), tone: toneOf(lead) },
    mark: markOf(reading, lead),
    cells: [publishedInterval(shown, format), people, bandWords(lead.band)],
    more,
  };
}

function matrix({ column, cells }: GroupResults): Matrix {
  const dimensions = cells[0]?.dimensions ?? [];
  return {
    kind: "matrix",
    corner: { row: capital(column), column: "Dimension" },
    rows: cells.map(({ label }) => label),
    columns: dimensions.map(({ title }) => title),
    cells: cells.map((cell) => dimensions.map(({ id }) => matrixCell(cell, id))),
  };
}

function matrixCell(cell: CellResult, id: string): MatrixCell {
  const dimension = cell.dimensions.find((one) => one.id === id);
  if (dimension === undefined) return { text: "no data", interval: null };
  const shown = shownScore(dimension);
  const text: Cell = { text: published(shown, score), tone: toneOf(dimension) };
  const known = shown.kind === "estimate" && shown.interval !== null;
  return { text, interval: known ? publishedInterval(shown, score) : null };
}

function formulaBlocks(leads: readonly { cell: CellResult; lead: CompositeResult | undefined }[]): readonly Block[] {
  const rows = leads.flatMap(({ cell, lead }) =>
    lead && lead.value.kind === "estimate" ? [formulaRow(cell, lead)] : [],
  );
  const lead = leads.find((one) => one.lead)?.lead;
  if (rows.length === 0 || lead === undefined) return [];
  return [
    { kind: "heading", level: 3, text: `${lead.title}, worked out for each group` },
    applicable({
      kind: "table",
      columns: [
        { title: "Group", wrapTo: 12 },
        { title: formulaText(lead), wrapTo: 24 },
        { title: "Value", align: "right" },
        { title: "95 % interval" },
      ],
      rows,
    }),
  ];
}

function formulaRow({ label }: CellResult, lead: CompositeResult): readonly string[] {
  const format = compositeValue(lead);
  return [label, withNumbers(lead), published(lead.value, format), publishedInterval(lead.value, format)];
}
