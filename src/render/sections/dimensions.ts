import type { Published } from "../../audit/estimate.ts";
import type { Audit, CellResult, DimensionResult, OutcomeResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { bandsOf } from "../figures/bands.ts";
import { base, chance, mean, nps, published, publishedInterval, share, short, withInterval } from "../numbers.ts";
import type { Block, Cell, Chart, ChartRow } from "../sheet.ts";
import { bandWords, listWords, OUTCOME, plural } from "../words.ts";
import { applicable, applicableChart, isAlone, NOT_APPLICABLE } from "./columns.ts";
import { companionBlocks } from "./companions.ts";
import { allHidden, notes } from "./notes.ts";
import {
  formatOf,
  markOf,
  READING_WORDS,
  type Reading,
  scaleName,
  scoreName,
  shownScore,
  targetNote,
  toneOf,
} from "./reading.ts";
import { shakyNotes } from "./shaky.ts";
import { answerWords } from "./triage-words.ts";

/** Every dimension with its interval, then the outcomes. */
export function dimensionsSection(audit: Audit, overall: CellResult): readonly Block[] {
  const { dimensions } = overall;
  const { reading } = audit.framework;
  const named = dimensions.flatMap((dimension) =>
    toldOf(audit, dimensions, dimension).map((estimate) => ({ title: dimension.title, estimate })),
  );
  const hidden = allHidden("All numbers of the dimensions", dimensions.flatMap(estimatesOf));
  const shown = [
    applicableChart(dimensionChart(audit, overall)),
    ...notes(named, [...shakyNotes(audit), targetNote(reading, dimensions), ...directionNote(reading, dimensions)]),
  ];
  return [
    { kind: "heading", level: 2, text: "Dimensions" },
    ...(hidden ? [hidden] : shown),
    ...companionBlocks(dimensions),
    ...outcomeBlocks(audit, overall.outcomes),
  ];
}

function estimatesOf({ index, mean: average, favourable }: DimensionResult): readonly Published[] {
  return [index, average, favourable];
}

/** A share of one answer is all or nothing, and figures have none. */
function tellsFavourable(audit: Audit, dimensions: readonly DimensionResult[]): boolean {
  return !isAlone(audit) && dimensions.some(({ favourable }) => favourable.kind !== "none");
}

/** What is shown of it. */
function toldOf(audit: Audit, all: readonly DimensionResult[], one: DimensionResult): readonly Published[] {
  return tellsFavourable(audit, all) ? estimatesOf(one) : [one.index, one.mean];
}

function dimensionChart(audit: Audit, { dimensions }: CellResult): Chart {
  const { reading, blocks, unit } = audit.framework;
  const ends = sharedEnds(dimensions);
  const favourable = tellsFavourable(audit, dimensions);
  const options = { reading, tellEnds: ends === null, people: unit === "person", alone: isAlone(audit), favourable };
  const row = (dimension: DimensionResult) => dimensionRow(dimension, options);
  const scored = dimensions.filter(({ supplementary }) => !supplementary);
  const beside = dimensions.filter(({ supplementary }) => supplementary);
  const parts = [...blocks, { id: null, title: "Outside every block" }].flatMap(({ id, title }) => {
    const members = scored.filter(({ block }) => block === id);
    const heading = blocks.length > 0 && members.length > 0 ? [{ heading: title }] : [];
    return [...heading, ...members.map(row)];
  });
  return {
    kind: "chart",
    label: "Dimension",
    score: capital(scoreName(reading)),
    columns: [{ title: "95 % interval" }, { title: "n", align: "right" }, { title: "Band", wrapTo: 6 }],
    more: [
      { title: ends === null ? "Mean" : `Mean, ${ends}`, wrapTo: 14 },
      { title: "SD", align: "right" },
      { title: "Favourable", wrapTo: 12 },
      { title: `Chance ${READING_WORDS[reading].offTarget}`, align: "right", wrapTo: 6 },
    ],
    moreTitle: favourable ? "Means and favourable shares" : "Means",
    scale: scaleName(reading),
    bands: bandsOf(audit.framework, dimensions),
    rows: [...parts, ...(beside.length === 0 ? [] : [{ heading: BESIDE }]), ...beside.map(row)],
  };
}

const BESIDE = "Asked beside, outside every composite";

/** "1 to 5" when all dimensions share their ends, so that the heading can say it once. */
function sharedEnds(dimensions: readonly DimensionResult[]): string | null {
  const ends = new Set(dimensions.map(endsWords));
  const [only] = ends;
  return ends.size === 1 && only !== undefined ? only : null;
}

function endsWords({ min, max }: DimensionResult): string {
  return `${short(min)} to ${short(max)}`;
}

interface RowOptions {
  readonly reading: Reading;
  /** Dimensions differ in their ends, so each says its own. */
  readonly tellEnds: boolean;
  /** Each row is a person: a spread and a chance stand for something. */
  readonly people: boolean;
  readonly alone: boolean;
  readonly favourable: boolean;
}

function dimensionRow(dimension: DimensionResult, options: RowOptions): ChartRow {
  const { reading, tellEnds, people, alone, favourable } = options;
  const shown = shownScore(dimension);
  const ends = tellEnds && dimension.mean.kind === "estimate" ? ` of ${endsWords(dimension)}` : "";
  const format = formatOf(reading, dimension);
  const short = dimension.belowTarget;
  return {
    label: dimension.title,
    score: { text: published(shown, format), tone: toneOf(dimension) },
    mark: markOf(reading, dimension),
    cells: [publishedInterval(shown, format), alone ? NOT_APPLICABLE : base(shown), bandWords(dimension.band)],
    more: [
      withInterval(dimension.mean, mean) + ends,
      people ? published(dimension.sd, mean) : NOT_APPLICABLE,
      favourable ? withInterval(dimension.favourable, share) : NOT_APPLICABLE,
      short === null || !people ? NOT_APPLICABLE : chance(short),
    ],
  };
}

function directionNote(reading: Reading, dimensions: readonly DimensionResult[]): readonly string[] {
  const turned = dimensions.filter(({ direction }) => direction === "lower");
  if (turned.length === 0) return [];
  const whom =
    turned.length === dimensions.length
      ? "every dimension"
      : listWords(
          turned.map(({ title }) => title),
          "and",
        );
  const rest =
    reading === "load" ? ", and the load rises with it" : "; the index is turned round, so that 100 is best everywhere";
  return [`A high mean is the bad end on ${whom}${rest}.`];
}

function outcomeBlocks(audit: Audit, all: readonly OutcomeResult[]): readonly Block[] {
  // How much a touchpoint matters stands with the touchpoint.
  const outcomes = audit.journeys.length === 0 ? all : all.filter(({ importance }) => !importance);
  if (outcomes.length === 0) return [];
  const hidden = allHidden(
    "All outcomes",
    outcomes.map(({ value }) => value),
  );
  return [
    { kind: "heading", level: 3, text: "Outcomes" },
    ...(hidden
      ? [hidden]
      : [outcomeTable(audit, outcomes), ...notes(outcomes.map(({ title, value }) => ({ title, estimate: value })))]),
  ];
}

function outcomeTable(audit: Audit, outcomes: readonly OutcomeResult[]): Block {
  return applicable({
    kind: "table",
    columns: [
      { title: "Outcome", wrapTo: 14 },
      { title: "Statistic", wrapTo: 12 },
      { title: "Value", align: "right" },
      { title: "95 % interval" },
      { title: "n", align: "right" },
      { title: "Made of", wrapTo: 14 },
    ],
    rows: outcomes.map((outcome) => outcomeRow(audit, outcome)),
  });
}

/** "Partly (1)": the one answer there is, as its scale has it; null where it has no words. */
function inWords({ items }: Audit, { item: id, statistic, value }: OutcomeResult): string | null {
  const item = items.find((one) => one.id === id);
  if (item === undefined || statistic !== "mean" || value.kind !== "estimate") return null;
  // Of raw answers, as the histogram is.
  return answerWords({ ...item, reverse: false }, value.value);
}

const OUTCOME_FORMAT = { nps, csat: share, mean } as const;

/** The value of an outcome, with its interval. */
export function outcomeText({ statistic, value }: OutcomeResult): string {
  return withInterval(value, OUTCOME_FORMAT[statistic]);
}

function outcomeRow(audit: Audit, outcome: OutcomeResult): readonly Cell[] {
  const { title, statistic, value, counts } = outcome;
  const alone = isAlone(audit);
  const format = OUTCOME_FORMAT[statistic];
  const parts = counts
    ? `${plural(counts.promoters, "promoter", "promoters")} − ${plural(counts.detractors, "detractor", "detractors")}, of ${base(value)} (${plural(counts.passives, "passive", "passives")})`
    : "–";
  return [
    title,
    alone ? NOT_APPLICABLE : OUTCOME[statistic],
    (alone ? inWords(audit, outcome) : null) ?? published(value, format),
    publishedInterval(value, format),
    alone ? NOT_APPLICABLE : base(value),
    parts,
  ];
}
