import type { ScoreTrend, Trend } from "../../audit/trend.ts";
import type { AuditFramework } from "../../audit/types.ts";
import { bandsOf } from "../figures/bands.ts";
import type { Figure, TrendLine } from "../figures/types.ts";
import { published, score } from "../numbers.ts";
import { type Reading, scaleName, shownOf } from "./reading.ts";
import { breaksOf } from "./trend-words.ts";

/** Lines whose intervals can still be told apart in one picture. */
const MOST_LINES = 5;

/** One score over the waves, with the bands it is read by. */
export function leadFigure(
  { scores, waves }: Trend,
  framework: Pick<AuditFramework, "reading" | "bands">,
): readonly Figure[] {
  const { reading } = framework;
  const [lead] = scores;
  if (lead === undefined || !isDrawn(lead)) return [];
  return [
    {
      kind: "figure",
      title: `${lead.title} over ${waves.length} waves${hasIntervals(lead) ? ", with its 95 % intervals" : ""}`,
      alt: `${altWords(lead, waves, reading)}. The numbers stand in the table.`,
      picture: {
        kind: "trend",
        axis: scaleName(reading),
        waves: waves.map(({ name }) => name),
        bands: bandsOf(
          framework,
          lead.points.flatMap(({ result }) => result ?? []),
        ),
        lines: [lineOf(lead, reading)],
        breaks: breaksOf(lead),
      },
    },
  ];
}

/** All dimensions, where they are few enough to be read. */
export function dimensionFigure({ scores, waves }: Trend, reading: Reading): readonly Figure[] {
  const drawn = scores.filter((one) => one.of === "dimension" && isDrawn(one));
  if (drawn.length < 2 || drawn.length > MOST_LINES) return [];
  return [
    {
      kind: "figure",
      title: `Dimensions over ${waves.length} waves${drawn.some(hasIntervals) ? ", with their 95 % intervals" : ""}`,
      alt: `${drawn.map((one) => altWords(one, waves, reading)).join(". ")}. The numbers stand in the table.`,
      picture: {
        kind: "trend",
        axis: scaleName(reading),
        waves: waves.map(({ name }) => name),
        bands: [],
        lines: drawn.map((one) => lineOf(one, reading)),
        breaks: [...new Set(drawn.flatMap(breaksOf))].sort((a, b) => a - b),
      },
    },
  ];
}

function isDrawn({ points }: ScoreTrend): boolean {
  return points.filter(({ index }) => index.kind === "estimate").length > 1;
}

/** A census and an assessment have none. */
function hasIntervals({ points }: ScoreTrend): boolean {
  return points.some(({ index }) => index.kind === "estimate" && index.interval !== null);
}

function lineOf({ title, points }: ScoreTrend, reading: Reading): TrendLine {
  return {
    label: title,
    points: points.map(({ index }) => {
      const shown = shownOf(reading, index);
      if (shown.kind === "hidden") return "hidden";
      if (shown.kind === "none") return null;
      return { value: shown.value, low: shown.interval?.low ?? null, high: shown.interval?.high ?? null };
    }),
  };
}

/** First and latest, with the lowest and the highest between them. */
function altWords({ title, points }: ScoreTrend, waves: Trend["waves"], reading: Reading): string {
  const shown = points.flatMap(({ index }, at) =>
    index.kind === "estimate" ? [{ at, index: shownOf(reading, index), value: index.value }] : [],
  );
  const sorted = [...shown].sort((a, b) => a.value - b.value);
  const named = (one: (typeof shown)[number] | undefined) =>
    one === undefined ? "" : `${published(one.index, score)} in ${waves[one.at]?.name ?? ""}`;
  const [worst, best] = [sorted[0], sorted.at(-1)];
  return `${title}: ${named(shown[0])}, ${named(shown.at(-1))}; best ${named(best)}, worst ${named(worst)}`;
}
