import type { Published } from "../../audit/estimate.ts";
import type { Audit, CellResult, CompositeResult, GroupingResults } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { count, published, publishedInterval, score } from "../numbers.ts";
import type { Block, Cell, Matrix, MatrixCell } from "../sheet.ts";
import { peopleWords } from "../words.ts";
import { applicableChart } from "./columns.ts";
import { betweenWords, clearDifferences, comparisonLegend, comparisonMark, groupingName } from "./comparisons.ts";
import { formulaBlocks } from "./group-formulas.ts";
import { leadChart } from "./lead-chart.ts";
import { allHidden, type Named, notes } from "./notes.ts";
import { type Reading, scoreName, shownScore, toneOf } from "./reading.ts";

/** Groups beside one another: headline, dimensions, and the headline's formula for each. */
export function groupingSection(audit: Audit, groups: GroupingResults): readonly Block[] {
  const heading: Block = { kind: "heading", level: 2, text: `Groups: ${groupingName(groups)}` };
  if (groups.withheld) return [heading, { kind: "paragraph", text: withheldWords(groups) }];
  const hidden = allHidden("All results of the groups", groups.cells.flatMap(estimatesOf));
  if (hidden) return [heading, hidden];
  const [only, ...rest] = groups.cells;
  if (only && rest.length === 0 && isEveryone(audit, only))
    return [heading, { kind: "paragraph", text: onlyWords(audit, only) }];
  const leads = groups.cells.map((cell) => ({ cell, lead: cell.composites.find(({ id }) => id === audit.headline) }));
  return [
    heading,
    ...(leads.some(({ lead }) => lead && saysSomething(audit, lead))
      ? [applicableChart(leadChart(audit, groups, capital(groupingName(groups))))]
      : []),
    ...notes(namedOf(audit, groups), [...judgedNote(groups), ...poolNote(groups)]),
    ...dimensionBlocks(audit, groups),
    ...formulaBlocks(groups, leads),
  ];
}

/** Where every audience has a formula of its own, groups of all of them together have no headline. */
function saysSomething({ asked }: Audit, lead: CompositeResult): boolean {
  return asked.audiences.length < 2 || shownScore(lead).kind !== "none";
}

/** A single row that repeats what has been said of everyone. */
function isEveryone({ overall }: Audit, { people }: CellResult): boolean {
  return overall !== null && people >= overall.people;
}

function onlyWords({ framework }: Audit, { kind, label, people }: CellResult): string {
  const all = framework.unit === "person" ? peopleWords(people) : `${count(people)} assessments`;
  return kind === "pool"
    ? "Its groups are taken together to protect small groups, and that is everyone: there is nothing to compare."
    : `All ${all} are in one group, ${label}: there is nothing to compare.`;
}

function dimensionBlocks({ framework }: Audit, groups: GroupingResults): readonly Block[] {
  const dimensions = groups.cells.flatMap((cell) => cell.dimensions);
  const title = `${capital(scoreName(framework.reading))} of every dimension`;
  const intervals = dimensions.some(({ index }) => index.kind === "estimate" && index.interval !== null);
  const hidden = allHidden(
    "The dimensions",
    dimensions.map(({ index }) => index),
  );
  const told = [...(intervals ? compareWords(groups) : []), ...comparisonLegend(groups), ...betweenWords(groups)];
  const compared: readonly Block[] = told.length === 0 ? [] : [{ kind: "list", tone: "quiet", items: told }];
  return [
    { kind: "heading", level: 3, text: intervals ? `${title}, with its 95 % interval` : title },
    ...(hidden ? [hidden] : [matrix(groups, framework.reading), ...compared]),
    ...clearDifferences(groups, { dimensions: groups.cells[0]?.dimensions ?? [], reading: framework.reading }),
  ];
}

/** A headcount only describes: intervals that it has narrowed are too short to hold groups against each other. */
function compareWords({ cells, comparisons }: GroupingResults): readonly string[] {
  if (cells.some(({ headcount }) => headcount !== null))
    return [
      "These intervals are narrowed by the headcounts and describe these people only: they are too short to tell groups apart by.",
    ];
  return comparisons.length > 0
    ? []
    : ["Where the intervals of two groups overlap widely, the answers do not tell them apart."];
}

/** Why a grouping is not shown. */
export function withheldWords({ reason }: GroupingResults): string {
  const why = reason === null ? "" : `: ${reason.replace(/\.$/, "")}`;
  return `This grouping is withheld to protect small groups${why}.`;
}

/** A headcount narrows the intervals in the table, so that one may stand beside bands it does not reach. */
function judgedNote({ cells }: GroupingResults): readonly string[] {
  return cells.some(({ composites }) => composites.some(isNarrowed))
    ? ["Bands are judged by the interval without the headcount, which is wider than the one shown."]
    : [];
}

function isNarrowed({ index, judged }: CompositeResult): boolean {
  if (index.kind !== "estimate" || index.interval === null || judged === null) return false;
  return index.interval.low > judged.low || index.interval.high < judged.high;
}

function poolNote({ cells }: GroupingResults): readonly string[] {
  const pools = cells.filter(({ kind }) => kind === "pool").map(({ label }) => label);
  return pools.length === 0
    ? []
    : [`${pools.join("; ")}: groups that are not shown one by one, to protect small groups.`];
}

/** Of covariances that did not fit together: the method says it, and a kept audit of which group. */
const MENDED = "eigenvalues";

/** What was said of the same statistics for everyone is not said again for each group. */
export function namedOf({ overall }: Audit, { cells }: GroupingResults): readonly Named[] {
  const said = new Set(
    overall ? estimatesOf(overall).flatMap((one) => (one.kind === "estimate" ? one.caveats : [])) : [],
  );
  const isNew = (caveat: string) => !said.has(caveat) && !caveat.includes(MENDED);
  return cells.flatMap((cell) =>
    estimatesOf(cell).map((one) => ({
      title: cell.label,
      estimate: one.kind === "estimate" ? { ...one, caveats: one.caveats.filter(isNew) } : one,
    })),
  );
}

export function estimatesOf({ composites, dimensions, outcomes }: CellResult): readonly Published[] {
  return [...[...composites, ...dimensions].map(({ index }) => index), ...outcomes.map(({ value }) => value)];
}

function matrix(groups: GroupingResults, reading: Reading): Matrix {
  const { cells } = groups;
  const dimensions = cells[0]?.dimensions ?? [];
  return {
    kind: "matrix",
    corner: { row: capital(groupingName(groups)), column: "Dimension" },
    rows: cells.map(({ label }) => label),
    columns: dimensions.map(({ title }) => title),
    cells: cells.map((cell) =>
      dimensions.map(({ id }) => ({
        ...matrixCell(cell, id),
        mark: comparisonMark(groups, { cell, dimension: id, reading }),
      })),
    ),
  };
}

/** One dimension in one cell; `absent`: what to say where the cell has none. */
export function matrixCell(cell: CellResult, id: string, absent = "no data"): MatrixCell {
  const dimension = cell.dimensions.find((one) => one.id === id);
  if (dimension === undefined) return { text: absent, interval: null, shade: null };
  const shown = shownScore(dimension);
  const text: Cell = { text: published(shown, score), tone: toneOf(dimension) };
  const known = shown.kind === "estimate" && shown.interval !== null;
  const shade = shown.kind === "estimate" ? { value: shown.value, tone: toneOf(dimension) } : null;
  return { text, interval: known ? publishedInterval(shown, score) : null, shade };
}
