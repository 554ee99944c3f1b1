/** Groups over waves: the leading score of each that at least two waves show. */
import type { GroupTrend, Trend } from "../../audit/trend.ts";
import { publishedInterval, score } from "../numbers.ts";
import type { Block } from "../sheet.ts";
import { mostWords } from "../words.ts";
import { inWords } from "./change-words.ts";
import { applicable } from "./columns.ts";
import { type Reading, shownScore } from "./reading.ts";
import { CELL, scoreOf, sinceNumbers } from "./trend-words.ts";

/** A table for each grouping. */
export function trendGroupBlocks({ groups, waves }: Trend, reading: Reading): readonly Block[] {
  const texts = [...new Set(groups.map(({ grouping }) => grouping))];
  return texts.flatMap((text): readonly Block[] => {
    const own = groups.filter(({ grouping }) => grouping === text);
    const named = { own, waves, reading };
    return [
      { kind: "heading", level: 2, text: `Groups of ${text}` },
      ...(own.some(({ sinceFirst }) => sinceFirst !== null) ? [latestTable(named)] : []),
      waveMatrix(named),
      { kind: "list", tone: "quiet", items: NOTES },
    ];
  });
}

const NOTES = [
  CELL,
  "Changes of groups are told as clear by p adjusted over all scores and groups of one comparison (Benjamini and Hochberg).",
  "–: the wave does not show the group; it may have had nobody in it, or too few.",
];

interface Named {
  readonly own: readonly GroupTrend[];
  readonly waves: Trend["waves"];
  readonly reading: Reading;
}

function latestTable({ own, reading }: Named): Block {
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "Group", wrapTo: 12 },
      { title: "Since its first wave", wrapTo: 13 },
      { title: "In words", wrapTo: 10 },
      { title: "Since its wave before", wrapTo: 13 },
      { title: "In words", wrapTo: 10 },
    ],
    rows: own.map(({ label, sinceFirst, sinceBefore }) => [
      label,
      ...[sinceFirst, sinceBefore].flatMap((since) => [
        sinceNumbers(since, reading),
        since === null ? "–" : inWords(since.change, reading),
      ]),
    ]),
  });
}

function waveMatrix({ own, waves }: Named): Block {
  return {
    kind: "matrix",
    corner: { row: "Wave", column: "Group" },
    rows: waves.map(({ name }) => name),
    columns: own.map(({ label }) => label),
    cells: waves.map((_, at) =>
      own.map(({ points }) => {
        const point = points[at];
        if (point == null) return { text: "–", interval: null };
        const shown = shownScore(point);
        const ends = publishedInterval(shown, score);
        return { text: scoreOf(shown), interval: ends === "–" ? null : ends };
      }),
    ),
  };
}

/** Which groups came and went, wave by wave; empty where none did. */
export function comingsAndGoings({ steps, waves }: Trend): readonly Block[] {
  const rows = steps.flatMap(({ newGroups, goneGroups }, at) => {
    const came = newGroups.length === 0 ? [] : [`newly shown: ${labels(newGroups)}`];
    const went = goneGroups.length === 0 ? [] : [`no longer shown: ${labels(goneGroups)}`];
    const text = [...came, ...went].join("; ");
    return text === "" ? [] : [{ label: waves[at + 1]?.name ?? "", text }];
  });
  if (rows.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Groups that came and went" },
    { kind: "facts", rows },
    {
      kind: "paragraph",
      tone: "quiet",
      text: "Against the wave before. A group that is not shown may have nobody in it, or too few.",
    },
  ];
}

function labels(groups: readonly { readonly label: string }[]): string {
  return mostWords(groups.map(({ label }) => label));
}
