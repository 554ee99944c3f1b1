import type { Audit, CellResult, CompositeResult } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { bandsOf } from "../figures/bands.ts";
import { base, count, interval, intervalName, published, score } from "../numbers.ts";
import type { Block, Chart, ChartRow, Panel } from "../sheet.ts";
import { bandWords, basisWords } from "../words.ts";
import { pooledBlocks } from "./audience-means.ts";
import { audienceLead, leadsByAudience } from "./audiences.ts";
import { applicableChart, isAlone, NOT_APPLICABLE } from "./columns.ts";
import { dragBlocks } from "./drag.ts";
import { formulaLines } from "./formula.ts";
import { compositeInterval, heldAt, heldThroughout, unfinished } from "./held.ts";
import { everyonesLadder, ladderOwner, levelWords } from "./ladder-words.ts";
import { allHidden, notes } from "./notes.ts";
import {
  formatOf,
  markOf,
  READING_WORDS,
  type Reading,
  scaleName,
  scoreName,
  shownIndex,
  shownInterval,
  shownScore,
  targetNote,
  toneOf,
} from "./reading.ts";

/** The headline, how sure we are, where it comes from, and the other composites. */
export function headlineSection(audit: Audit, overall: CellResult): readonly Block[] {
  const lead = overall.composites.find(({ id }) => id === audit.headline);
  const apart = leadsByAudience(audit);
  const others = overall.composites.filter((one) => one.id !== audit.headline && (apart === null || isKnown(one)));
  return [
    { kind: "heading", level: 2, text: "Headline" },
    ...pooledBlocks(audit),
    ...(apart ? [...audienceLead(audit, apart), ...levelBlocks(audit)] : lead ? leadBlocks(audit, lead) : []),
    ...(others.length > 0 ? otherBlocks(audit, others) : []),
    ...dragBlocks(audit),
  ];
}

/** Those that every audience has its own formula of stand beside the audiences' headlines. */
function isKnown(composite: CompositeResult): boolean {
  return shownScore(composite).kind !== "none";
}

/** The level beneath the number, where the framework has levels. */
function levelBlocks(audit: Audit): readonly Block[] {
  const ladder = everyonesLadder(audit);
  const told = ladder === null ? audit.ladders : [ladder];
  return told.map((one) => ({ kind: "paragraph", tone: "strong", text: `${ladderOwner(one)}${levelWords(one)}` }));
}

function leadBlocks(audit: Audit, lead: CompositeResult): readonly Block[] {
  const reading = audit.framework.reading;
  return [
    panel(audit, lead),
    ...levelBlocks(audit),
    { kind: "paragraph", text: lead.about, tone: "quiet" },
    { kind: "formula", lines: formulaLines(lead, reading) },
    ...notes(
      // That it is hidden, the panel has said.
      [lead.index, lead.value].flatMap((one) => (one.kind === "hidden" ? [] : [{ title: lead.title, estimate: one }])),
    ),
  ];
}

/** The composite the report leads with: its score on the scale, and how sure the data make it. */
export function panel(audit: Audit, lead: CompositeResult): Panel {
  const reading = audit.framework.reading;
  const shown = shownScore(lead);
  const mark = markOf(reading, lead);
  return {
    kind: "panel",
    title: lead.title,
    score: published(shown, formatOf(reading, lead)),
    of: READING_WORDS[reading].scale,
    word: lead.band ? { text: bandWords(lead.band), tone: toneOf(lead) } : null,
    mark: typeof mark === "string" ? null : mark,
    lines: typeof mark === "string" ? [capital(`${mark}.`)] : sureLines(audit, lead),
  };
}

function sureLines(audit: Audit, lead: CompositeResult): readonly string[] {
  const shown = shownScore(lead);
  if (shown.kind !== "estimate") return [];
  const reading = audit.framework.reading;
  const target = `target ${score(shownIndex(reading, lead.target))}`;
  const basis = basisOf(audit, shown.n);
  const throughout = heldThroughout(reading, lead);
  const first =
    shown.interval === null
      ? noIntervalLine(audit, { reason: shown.noInterval, basis, target, n: shown.n })
      : `${throughout === null ? `${intervalName(shown.interval.level)} ${interval(shown.interval, formatOf(reading, lead))}` : capital(throughout)}, from ${basis}; ${target}`;
  const meaning = lead.band && lead.band.meaning !== "" ? [capital(lead.band.meaning)] : [];
  const judged = judgedWords(audit, lead);
  const surety = suretyWords(reading, lead);
  return [first, ...(judged === "" ? [] : [judged]), ...(surety === "" ? [] : [surety]), ...meaning];
}

/** Whether it is sure of its band, and whether the target is met; what holds it, where something does. */
export function suretyWords(reading: Reading, lead: CompositeResult): string {
  const held = heldWords(reading, lead, heldThroughout(reading, lead) !== null);
  return [held, bandSurety(lead), targetSurety(reading, lead)].filter((words) => words !== "").join(" ");
}

/** Of several assessments those that a composite can be worked out of, beside all of them. */
function basisOf({ framework, overall }: Audit, n: number): string {
  const all = overall?.people ?? n;
  if (framework.unit === "person" || all <= n) return basisWords(framework.unit, n);
  return `${basisWords(framework.unit, all)}; ${count(n)} of them with all that this score is made of`;
}

/** "Held at 45: stage 2, First response, is not finished." Where the line before has said at what, only why. */
function heldWords(reading: Reading, { held }: CompositeResult, isSaid: boolean): string {
  if (held === null) return "";
  return isSaid ? `${capital(unfinished(held))}.` : `${capital(heldAt(reading, held))}: ${unfinished(held)}.`;
}

/** Where a headcount narrows what is shown, the ends that the judgements rest on are said as well; "" where they are those shown. */
export function judgedWords({ framework, asked }: Audit, lead: CompositeResult): string {
  const { reading } = framework;
  if (asked.headcount === null || lead.judged === null || heldThroughout(reading, lead) !== null) return "";
  const ends = shownInterval(lead.judged, { reading, format: formatOf(reading, lead) });
  return `Judged by ${ends}, the interval without the headcount.`;
}

/** Where there is only one to speak of, the basis is the reason. */
function noIntervalLine(
  { framework }: Audit,
  { reason, basis, target, n }: { reason: string | null; basis: string; target: string; n: number },
): string {
  const told = framework.unit !== "person" || n === 1 || reason === null;
  return told ? `${capital(basis)}; ${target}` : `${capital(reason)}. ${capital(basis)}, ${target}.`;
}

/** A cap is no evidence: what it holds within a band is not sure to lie there. */
function bandSurety({ band, held, judged }: CompositeResult): string {
  if (band === null || judged === null || (held !== null && band.sure)) return "";
  if (band.sure) return `Sure of the band: the whole interval lies in "${band.label}".`;
  return `Not sure of the band: the interval allows ${bandWords(band)}.`;
}

/** Both ends and the target are those of the index, whichever way it is shown. */
function targetSurety(reading: Reading, { judged, target }: CompositeResult): string {
  if (judged === null) return "";
  if (judged.high < target) return READING_WORDS[reading].surelyMissed;
  if (judged.low >= target) return READING_WORDS[reading].surelyMet;
  return "The target lies within the interval: it may or may not be met.";
}

function otherBlocks(audit: Audit, composites: readonly CompositeResult[]): readonly Block[] {
  const { reading } = audit.framework;
  const estimates = composites.flatMap(({ index, value }) => [index, value]);
  const hidden = allHidden("These scores", estimates);
  const shown = [
    applicableChart(compositeChart(audit, composites)),
    { kind: "formula" as const, lines: composites.flatMap((composite) => formulaLines(composite, reading)) },
    ...notes(
      composites.flatMap(({ title, index, value }) => [index, value].map((estimate) => ({ title, estimate }))),
      [targetNote(reading, composites)],
    ),
  ];
  return [{ kind: "heading", level: 3, text: "Beside the headline" }, ...(hidden ? [hidden] : shown)];
}

function compositeChart(audit: Audit, composites: readonly CompositeResult[]): Chart {
  return {
    kind: "chart",
    label: "Composite",
    score: capital(scoreName(audit.framework.reading)),
    columns: [{ title: "95 % interval" }, { title: "n", align: "right" }, { title: "Band", wrapTo: 6 }],
    more: [],
    moreTitle: "",
    scale: scaleName(audit.framework.reading),
    bands: bandsOf(audit.framework, composites),
    rows: composites.map((composite) => compositeRow(audit, composite)),
  };
}

function compositeRow(audit: Audit, composite: CompositeResult): ChartRow {
  const { reading } = audit.framework;
  const shown = shownScore(composite);
  const format = formatOf(reading, composite);
  return {
    label: composite.title,
    score: { text: published(shown, format), tone: toneOf(composite) },
    mark: markOf(reading, composite),
    cells: [
      compositeInterval(composite, format),
      isAlone(audit) ? NOT_APPLICABLE : base(shown),
      bandWords(composite.band),
    ],
    more: [],
  };
}
