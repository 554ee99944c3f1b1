/** Several audiences beside one another: the stakeholder map; of two, one against the other. */
import type { Audit, CellResult, GroupingResults } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import type { Block, Matrix } from "../sheet.ts";
import { listWords } from "../words.ts";
import { audienceMeans, heardApart } from "./audience-means.ts";
import { audienceGrouping, leadsByAudience } from "./audiences.ts";
import { applicableChart } from "./columns.ts";
import { gapBlocks } from "./gaps.ts";
import { estimatesOf, matrixCell, namedOf, withheldWords } from "./groups.ts";
import { leadChart } from "./lead-chart.ts";
import { allHidden, notes } from "./notes.ts";
import { scoreName } from "./reading.ts";
import { worryBlocks } from "./worries.ts";

/** Audience × dimension, the gaps between audiences, and what each of them worries about; nothing with one audience. */
export function mapSection(audit: Audit): readonly Block[] {
  if (audit.asked.audiences.length < 2) return [];
  const grouping = audienceGrouping(audit);
  const heading: Block = { kind: "heading", level: 2, text: mapTitle(audit, grouping) };
  const worries = worryBlocks(audit);
  if (grouping === null) return worries.length === 0 ? [] : [heading, ...worries];
  return [heading, ...(grouping.withheld ? withheld(grouping) : shown(audit, grouping)), ...worries];
}

/** "Leaders against staff" */
function mapTitle({ asked }: Audit, grouping: GroupingResults | null): string {
  if (grouping !== null && !grouping.withheld && !isAnyShared(grouping.cells)) return "Each audience by itself";
  const [first, second, ...rest] = asked.audiences;
  if (first === undefined || second === undefined || rest.length > 0) return "Stakeholder map";
  return `${capital(first.title)} against ${lowerFirst(second.title)}`;
}

/** A title inside a sentence; names in capitals stay. */
function lowerFirst(title: string): string {
  return /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function withheld(grouping: GroupingResults): readonly Block[] {
  return [{ kind: "paragraph", text: withheldWords(grouping) }];
}

function shown(audit: Audit, grouping: GroupingResults): readonly Block[] {
  const hidden = allHidden("All results of the audiences", grouping.cells.flatMap(estimatesOf));
  if (hidden) return [hidden];
  // Where it is the headline, it has been shown.
  const lead = leadsByAudience(audit) === null ? [applicableChart(leadChart(audit, grouping, "Audience"))] : [];
  return [
    ...lead,
    ...notes(namedOf(audit, grouping), poolNote(audit, grouping)),
    ...dimensionBlocks(audit, grouping.cells),
    ...gapBlocks(audit),
    ...audienceMeans(audit, heardApart(audit)),
  ];
}

/** Which of them are in the pool is said as all that are not shown: who is small among these stays unsaid. */
function poolNote({ asked }: Audit, { cells }: GroupingResults): readonly string[] {
  const pool = cells.find(({ kind }) => kind === "pool");
  if (pool === undefined) return [];
  const shown = new Set(cells.flatMap(({ kind, path }) => (kind === "group" ? path.slice(0, 1) : [])));
  const others = asked.audiences.filter(({ id }) => !shown.has(id)).map(({ title }) => title);
  const who = others.length === 0 ? "" : ` (${listWords(others, "and")}: all that are not shown by themselves)`;
  return [`${pool.label}${who}: audiences of too few people are taken together, to protect small groups. ${MORE}`];
}

const MORE = "To see one of them by itself, ask more of its people.";

function dimensionBlocks(audit: Audit, all: readonly CellResult[]): readonly Block[] {
  const name = capital(scoreName(audit.framework.reading));
  const cells = notInJourneys(audit, all);
  const dimensions = cells.flatMap((cell) => cell.dimensions);
  if (dimensions.length === 0) return [];
  const hidden = allHidden(
    "The dimensions",
    dimensions.map(({ index }) => index),
  );
  const intervals = dimensions.some(({ index }) => index.kind === "estimate" && index.interval !== null);
  const title = `${name} of every dimension`;
  return [
    { kind: "heading", level: 3, text: intervals ? `${title}, with its 95 % interval` : title },
    hidden ?? matrix(cells),
  ];
}

/** Where audiences share no dimension, nothing stands beside anything: their touchpoints are in the journeys. */
function notInJourneys({ journeys }: Audit, cells: readonly CellResult[]): readonly CellResult[] {
  if (isAnyShared(cells)) return cells;
  const told = new Set(journeys.flatMap(({ touchpoints }) => touchpoints.map(({ dimension }) => dimension)));
  return cells.map((cell) => ({ ...cell, dimensions: cell.dimensions.filter(({ id }) => !told.has(id)) }));
}

function isAnyShared(cells: readonly CellResult[]): boolean {
  const ids = cells.filter(({ kind }) => kind === "group").map(({ dimensions }) => dimensions.map(({ id }) => id));
  const all = ids.flat();
  return new Set(all).size < all.length;
}

/** Dimensions may be asked of some audiences only: each of any cell stands once, those asked beside at the end. */
function matrix(cells: readonly CellResult[]): Matrix {
  const all = cells.flatMap(({ dimensions }) => dimensions);
  const known = all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
  const ordered = [...known.filter((one) => !one.supplementary), ...known.filter((one) => one.supplementary)];
  return {
    kind: "matrix",
    corner: { row: "Audience", column: "Dimension" },
    rows: cells.map(({ label }) => label),
    columns: ordered.map(({ title, supplementary }) => (supplementary ? `${title} (asked beside)` : title)),
    cells: cells.map((cell) => ordered.map(({ id }) => matrixCell(cell, id, "not asked"))),
  };
}
