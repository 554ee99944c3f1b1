/** The headline of several cells under one another. */
import type { Audit, CellResult, CompositeResult, GroupingResults, OutcomeResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { bandsOf } from "../figures/bands.ts";
import { count, published, score, share } from "../numbers.ts";
import type { Chart, ChartRow, Column } from "../sheet.ts";
import { bandWords, peopleWords } from "../words.ts";
import { outcomeText } from "./dimensions.ts";
import { compositeInterval } from "./held.ts";
import { formatOf, markOf, scaleName, scoreName, shownScore, toneOf } from "./reading.ts";

/** The headline per group; what else there is per group stands in the further columns. */
export function leadChart(audit: Audit, { cells }: GroupingResults, label: string): Chart {
  const { reading } = audit.framework;
  const extras = extraColumns(audit, cells);
  return {
    kind: "chart",
    label,
    score: capital(scoreName(reading)),
    columns: [{ title: "95 % interval" }, { title: peopleTitle(audit), align: "right" }, { title: "Band", wrapTo: 6 }],
    more: extras.map(({ title }) => ({ title, wrapTo: 9 })),
    moreTitle: "Beside the headline",
    scale: scaleName(reading),
    bands: bandsOf(
      audit.framework,
      cells.flatMap(({ composites }) => composites.filter(({ id }) => id === audit.headline)),
    ),
    rows: cells.map((cell) => leadRow(audit, cell, extras)),
  };
}

function peopleTitle({ framework }: Audit): string {
  return framework.unit === "person" ? "People" : "Assessments";
}

/** Cells of different audiences may have different ones: each id once. */
function known<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at);
}

interface ExtraColumn extends Column {
  readonly text: (cell: CellResult) => string;
}

function extraColumns(audit: Audit, cells: readonly CellResult[]): readonly ExtraColumn[] {
  const answered = cells.some(({ responseRate }) => responseRate !== null);
  const weighted = cells.some(({ effectivePeople }) => effectivePeople !== null);
  const composites = known(cells.flatMap((cell) => cell.composites)).filter(({ id }) => id !== audit.headline);
  // How much a touchpoint matters stands with the touchpoint.
  const outcomes = known(cells.flatMap((cell) => cell.outcomes)).filter(({ importance }) => !importance);
  return [
    ...(answered ? [{ title: "Response", text: responseText }] : []),
    ...(weighted ? [{ title: "Weigh as", text: weightText }] : []),
    ...composites.map(({ id, title }) => ({ title, text: (cell: CellResult) => compositeText(cell.composites, id) })),
    ...outcomes.map(({ id, title, statistic }) => ({
      title: statistic === "nps" ? `${title} (NPS)` : title,
      text: (cell: CellResult) => outcomeOf(cell.outcomes, id),
    })),
  ];
}

function responseText({ responseRate, headcount }: CellResult): string {
  return responseRate === null || headcount === null ? "–" : `${share(responseRate)} of ${count(headcount)}`;
}

function weightText({ effectivePeople }: CellResult): string {
  return effectivePeople === null ? "–" : peopleWords(Math.round(effectivePeople));
}

function compositeText(composites: readonly CompositeResult[], id: string): string {
  const composite = composites.find((one) => one.id === id);
  if (composite === undefined) return "–";
  const shown = shownScore(composite);
  const ends = compositeInterval(composite, score);
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
    cells: [compositeInterval(lead, format), people, bandWords(lead.band)],
    more,
  };
}
