/** Waves one after another: the leading score wave by wave, every score since its first wave, and groups on request. */
import type { ScoreTrend, Trend, WavePoint } from "../../audit/trend.ts";
import type { Audit } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { base, count, published, publishedInterval, score, withInterval } from "../numbers.ts";
import type { Block, Cell, TableRow } from "../sheet.ts";
import { HIDDEN } from "../words.ts";
import { inWords } from "./change-words.ts";
import { applicable } from "./columns.ts";
import { type Reading, scoreName, shownOf } from "./reading.ts";
import { splitBlocks } from "./split.ts";
import { dimensionFigure, leadFigure } from "./trend-figures.ts";
import { breaksOf, CELL, leadWords, othersWords, scoreOf, sinceNumbers } from "./trend-words.ts";

export function trendBlocks(trend: Trend, framework: Audit["framework"]): readonly Block[] {
  const { reading } = framework;
  const [lead] = trend.scores;
  const summary = [leadWords(trend, reading), othersWords(trend)].filter((text) => text !== "");
  const start: readonly Block[] = [
    { kind: "heading", level: 2, text: `${lead?.title ?? "Nothing is shown"}: ${trend.waves.length} waves` },
    ...summary.map((text) => ({ kind: "paragraph", text }) as const),
  ];
  if (lead === undefined) return start;
  return [
    ...start,
    ...leadFigure(trend, framework),
    waveTable(lead, trend, reading),
    { kind: "list", tone: "quiet", items: legend(trend, lead, framework) },
    ...splitOfWhole(trend, lead, reading),
    ...othersBlocks(trend, reading),
  ];
}

function waveTable(lead: ScoreTrend, { waves }: Trend, reading: Reading): Block {
  const breaks = new Set(breaksOf(lead));
  return applicable({
    kind: "table",
    columns: [
      { title: "Wave", wrapTo: 10 },
      { title: capital(scoreName(reading)), align: "right" },
      { title: "95 % interval" },
      { title: "n", align: "right" },
      { title: "Since the wave before", wrapTo: 13 },
      { title: "In words", wrapTo: 10 },
    ],
    rows: lead.points.flatMap((point, at): readonly TableRow[] => [
      ...(breaks.has(at) ? [{ heading: "Scored otherwise from here on" }] : []),
      waveRow(waves[at]?.name ?? "", point, reading),
    ]),
  });
}

function waveRow(name: string, { result, index, sinceBefore }: WavePoint, reading: Reading): readonly Cell[] {
  if (result === null) return [name, { text: "nothing shown", tone: "quiet" }, "–", "–", "–", "–"];
  const shown = shownOf(reading, index);
  return [
    name,
    published(shown, score),
    publishedInterval(shown, score),
    base(shown),
    sinceNumbers(sinceBefore, reading),
    sinceBefore === null ? "–" : inWords(sinceBefore.change, reading),
  ];
}

function legend({ scores }: Trend, lead: ScoreTrend, { reading, unit }: Audit["framework"]): readonly string[] {
  const steps = lead.points.filter(({ sinceBefore }) => sinceBefore?.change.test != null).length;
  const isHidden = scores.some(({ points }) => points.some(({ index }) => index.kind === "hidden"));
  const better = reading === "load" ? "down" : "up";
  const whom = unit === "person" ? "different people" : "sets of assessments, not one by one";
  return [
    `Waves are compared as ${whom}, by Welch's t; ${better} is better.`,
    ...(steps > 1
      ? [
          `The ${count(steps)} steps from wave to wave are judged together, score by score: one is clear at an adjusted p under 0.05 (Benjamini and Hochberg). The change since the first wave is judged by itself, as trust-audit compare does.`,
        ]
      : []),
    "A change after a measure is no proof that the measure made it, and a low first wave tends to be followed by a higher one by chance alone.",
    ...(isHidden ? [`Hidden: ${HIDDEN}.`] : []),
  ];
}

/** Of the leading score, from the first wave to the latest. */
function splitOfWhole({ whole }: Trend, { of, id }: ScoreTrend, reading: Reading): readonly Block[] {
  if (whole === null || of !== "composite") return [];
  return splitBlocks({ ...whole, splits: whole.splits.filter(({ composite }) => composite === id) }, reading);
}

function othersBlocks(trend: Trend, reading: Reading): readonly Block[] {
  const { scores } = trend;
  if (scores.length < 2) return [];
  return [
    { kind: "heading", level: 2, text: "Every score" },
    ...(scores.some(({ points }) => points.at(-1)?.result != null) ? [latestTable(trend, reading)] : []),
    ...dimensionFigure(trend, reading),
    { kind: "heading", level: 3, text: `${capital(scoreName(reading))} of every wave, with its 95 % interval` },
    {
      kind: "matrix",
      corner: { row: "Wave", column: "Score" },
      rows: trend.waves.map(({ name }) => name),
      columns: scores.map(({ title }) => title),
      cells: trend.waves.map((_, at) => scores.map((one) => waveCell(one, at, reading))),
    },
    ...cellNotes(trend),
  ];
}

function waveCell(one: ScoreTrend, at: number, reading: Reading) {
  const point = one.points[at];
  if (point === undefined || point.result === null) return { text: "–", interval: null };
  const shown = shownOf(reading, point.index);
  const ends = publishedInterval(shown, score);
  const mark = breaksOf(one).includes(at) ? "‡" : null;
  return { text: scoreOf(shown), interval: ends === "–" ? null : ends, mark };
}

/** What the cells hold, and the mark of a break. */
function cellNotes({ scores }: Trend): readonly Block[] {
  const isBroken = scores.some((one) => breaksOf(one).length > 0);
  const items = [
    CELL,
    ...(isBroken ? ["‡: scored otherwise from this wave on, so that nothing is compared across."] : []),
  ];
  return [{ kind: "list", tone: "quiet", items }];
}

function latestTable({ scores, waves }: Trend, reading: Reading): Block {
  const since = (title: string, wrapTo: number) => ({ title, wrapTo });
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "", wrapTo: 14 },
      { title: waves.at(-1)?.name ?? "", align: "right", wrapTo: 9 },
      { title: "n", align: "right" },
      since("Since the first wave", 13),
      since("In words", 8),
      since("Since the wave before", 13),
      since("In words", 8),
    ],
    rows: scores.map(({ title, points }) => latestRow(title, points.at(-1), reading)),
  });
}

function latestRow(title: string, latest: WavePoint | undefined, reading: Reading): readonly Cell[] {
  if (latest === undefined || latest.result === null) return [title, "–", "–", "–", "–", "–", "–"];
  const shown = shownOf(reading, latest.index);
  const told = (since: WavePoint["sinceFirst"]): readonly Cell[] => [
    sinceNumbers(since, reading),
    since === null ? "–" : inWords(since.change, reading),
  ];
  return [title, withInterval(shown, score), base(shown), ...told(latest.sinceFirst), ...told(latest.sinceBefore)];
}
