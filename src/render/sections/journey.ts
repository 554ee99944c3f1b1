/** The touchpoints in the order people meet them, as a curve read from top to bottom. */
import type { Audit, JourneyResult, Touchpoint } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { journeyFigure } from "../figures/journey.ts";
import type { Figure } from "../figures/types.ts";
import { base, mean, published, publishedInterval } from "../numbers.ts";
import type { Block, Chart, ChartRow, Entry, Fact } from "../sheet.ts";
import { applicableChart, isAlone, NOT_APPLICABLE } from "./columns.ts";
import { allHidden, notes } from "./notes.ts";
import {
  besideLimits,
  markOf,
  READING_WORDS,
  type Reading,
  scaleName,
  scoreName,
  shownIndex,
  shownOf,
  targetNote,
  toneOf,
} from "./reading.ts";

export function journeySection(audit: Audit): readonly Block[] {
  const { journeys } = audit;
  const [first] = journeys;
  if (first === undefined) return [];
  const several = journeys.length > 1;
  return [
    { kind: "heading", level: 2, text: first.title },
    ...journeys.flatMap((journey): readonly Block[] => [
      ...(several ? [{ kind: "heading", level: 3, text: journey.audience.title } as const] : []),
      ...journeyBlocks(audit, journey),
    ]),
    { kind: "paragraph", tone: "quiet", text: pullWords(audit) },
  ];
}

function pullWords({ framework, journeys }: Audit): string {
  const asked = journeys.some(({ touchpoints }) => touchpoints.some(({ importance }) => importance !== null));
  const what = `points ${READING_WORDS[framework.reading].offTarget} / 100`;
  return asked
    ? `Importance is what people say it matters to them, put on 1 to 5. Pull = importance × ${what}: what the touchpoint weighs in the plan; the largest marks the weakest.`
    : "How much each touchpoint matters was not asked, so none is called the weakest.";
}

function journeyBlocks(audit: Audit, journey: JourneyResult): readonly Block[] {
  const { reading } = audit.framework;
  const { touchpoints } = journey;
  const hidden = allHidden(
    "The touchpoints",
    touchpoints.map(({ index }) => index),
  );
  if (hidden) return [hidden];
  return [
    applicableChart(curve(audit, journey)),
    journeyPicture(audit, journey),
    ...notes(
      touchpoints.flatMap(({ title, index, importance }) =>
        [index, ...(importance === null ? [] : [importance])].map((estimate) => ({ title, estimate })),
      ),
      [targetNote(reading, touchpoints)],
    ),
    ...weakestBlocks(audit, journey),
  ];
}

function curve(audit: Audit, { touchpoints, weakest }: JourneyResult): Chart {
  return {
    kind: "chart",
    label: "Touchpoint",
    score: capital(scoreName(audit.framework.reading)),
    columns: [
      { title: "95 % interval" },
      { title: "n", align: "right" },
      { title: "Importance 1 to 5", align: "right", wrapTo: 10 },
      { title: "Pull", align: "right" },
    ],
    more: [],
    moreTitle: "",
    scale: scaleName(audit.framework.reading),
    isPictured: true,
    rows: touchpoints.map((one) => curveRow(audit, one, one.dimension === weakest)),
  };
}

function curveRow(audit: Audit, touchpoint: Touchpoint, isWeakest: boolean): ChartRow {
  const { reading } = audit.framework;
  const { title, index, target, importance, pull } = touchpoint;
  const shown = shownOf(reading, index);
  const format = besideLimits(reading, [target]);
  return {
    label: isWeakest ? `${title} (weakest)` : title,
    score: { text: published(shown, format), tone: toneOf(touchpoint) },
    mark: markOf(reading, { index, target, load: reading === "load" ? shown : null }),
    cells: [
      publishedInterval(shown, format),
      isAlone(audit) ? NOT_APPLICABLE : base(shown),
      importance === null ? NOT_APPLICABLE : published(importance, mean),
      pull === null ? NOT_APPLICABLE : mean(pull),
    ],
    more: [],
  };
}

/** The same curve with how much each touchpoint matters in it. */
function journeyPicture(
  { framework: { reading }, journeys }: Audit,
  { audience, title, touchpoints, weakest }: JourneyResult,
): Figure {
  return journeyFigure(journeys.length > 1 ? `${audience.title}: ${title}` : title, {
    axis: scaleName(reading),
    touchpoints: touchpoints.map((one) => {
      const { index, target, importance } = one;
      const shown = shownOf(reading, index);
      const mark = markOf(reading, { index, target, load: reading === "load" ? shown : null });
      return {
        label: one.title,
        point: typeof mark === "string" ? null : mark,
        words: typeof mark === "string" ? mark : published(shown, besideLimits(reading, [target])),
        importance: importance?.kind === "estimate" ? importance.value : null,
        target: shownIndex(reading, target),
        weakest: one.dimension === weakest,
        tone: toneOf(one),
      };
    }),
  });
}

function weakestBlocks({ framework }: Audit, { touchpoints, weakest }: JourneyResult): readonly Block[] {
  const found = touchpoints.find(({ dimension }) => dimension === weakest);
  if (found === undefined) return [];
  return [weakestEntry(found, framework.reading)];
}

/** "index 45, importance 4.20 of 5, pull 0.84" */
function touchpointNumbers({ index, target, importance, pull }: Touchpoint, reading: Reading): string {
  const format = besideLimits(reading, [target]);
  return [
    `${scoreName(reading)} ${published(shownOf(reading, index), format)}`,
    ...(importance === null ? [] : [`importance ${published(importance, mean)} of 5`]),
    ...(pull === null ? [] : [`pull ${mean(pull)}`]),
  ].join(", ");
}

/** "Delivery (index 45, importance 4.20 of 5, pull 0.84)"; null where none can be called the weakest. */
export function weakestMoment({ framework }: Audit, { touchpoints, weakest }: JourneyResult): string | null {
  const found = touchpoints.find(({ dimension }) => dimension === weakest);
  return found === undefined ? null : `${found.title} (${touchpointNumbers(found, framework.reading)})`;
}

function weakestEntry(touchpoint: Touchpoint, reading: Reading): Entry {
  const { title, response } = touchpoint;
  const remedy: readonly Fact[] = response === null ? [] : [{ label: "Remedy", text: response, tone: "strong" }];
  return {
    kind: "entry",
    lead: { text: "Weakest", tone: "poor" },
    title,
    aside: { text: touchpointNumbers(touchpoint, reading), tone: "quiet" },
    facts: remedy,
  };
}
