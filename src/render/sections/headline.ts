import type { Audit, CellResult, CompositeResult, Judged } from "../../audit/types.ts";
import { base, interval, intervalName, published, publishedInterval, score } from "../numbers.ts";
import type { Block, Chart, Panel } from "../sheet.ts";
import { bandWords, plural, sentence } from "../words.ts";
import { dragBlocks } from "./drag.ts";
import { formulaLines } from "./formula.ts";
import { notes } from "./notes.ts";
import {
  markOf,
  type Reading,
  scaleWords,
  scoreName,
  shownIndex,
  shownInterval,
  shownScore,
  targetNote,
  toneOf,
} from "./reading.ts";

/** The headline, how sure we are, where it comes from, and the other composites. */
export function headlineSection(audit: Audit, overall: CellResult): readonly Block[] {
  const reading = audit.framework.reading;
  const lead = overall.composites.find(({ id }) => id === audit.headline);
  const others = overall.composites.filter(({ id }) => id !== audit.headline);
  return [
    { kind: "heading", level: 2, text: "Headline" },
    ...(lead ? leadBlocks(audit, lead) : []),
    ...(others.length > 0 ? otherBlocks(reading, others) : []),
    ...dragBlocks(audit),
  ];
}

function leadBlocks(audit: Audit, lead: CompositeResult): readonly Block[] {
  const reading = audit.framework.reading;
  return [
    panel(audit, lead),
    { kind: "paragraph", text: lead.about, tone: "quiet" },
    { kind: "formula", lines: formulaLines(lead, reading) },
    ...notes([
      { title: lead.title, estimate: lead.index },
      { title: lead.title, estimate: lead.value },
    ]),
  ];
}

function panel(audit: Audit, lead: CompositeResult): Panel {
  const reading = audit.framework.reading;
  const shown = shownScore(lead);
  const mark = markOf(reading, lead);
  return {
    kind: "panel",
    title: lead.title,
    score: published(shown, score),
    of: scaleWords(reading),
    word: lead.band ? { text: bandWords(lead.band), tone: toneOf(lead) } : null,
    mark: typeof mark === "string" ? null : mark,
    lines: typeof mark === "string" ? [sentence(`${mark}.`)] : sureLines(audit, lead),
  };
}

function sureLines(audit: Audit, lead: CompositeResult): readonly string[] {
  const shown = shownScore(lead);
  if (shown.kind !== "estimate") return [];
  const reading = audit.framework.reading;
  const target = `target ${score(shownIndex(reading, lead.target))}`;
  const basis = basisWords(audit.framework.unit, shown.n);
  const first =
    shown.interval === null
      ? `${sentence(noIntervalWords(shown.noInterval, basis))}. ${sentence(basis)}, ${target}.`
      : `${intervalName(shown.interval.level)} ${interval(shown.interval, score)}, from ${basis}; ${target}`;
  if (lead.judged === null) return [first];
  const meaning = lead.band && lead.band.meaning !== "" ? [sentence(lead.band.meaning)] : [];
  return [first, ...judgedLine(audit, lead.judged), `${bandSurety(lead)} ${targetSurety(lead)}`, ...meaning];
}

/** Where a headcount narrows what is shown, the ends that the judgements rest on are said as well. */
function judgedLine({ framework, asked }: Audit, judged: Judged): readonly string[] {
  if (asked.headcount === null) return [];
  return [`Judged by ${shownInterval(framework.reading, judged)}, the interval without the headcount.`];
}

/** The reason, unless the words that follow say it already. */
function noIntervalWords(reason: string | null, basis: string): string {
  return reason === null || reason === basis ? "no interval" : reason;
}

function basisWords(unit: Audit["framework"]["unit"], n: number): string {
  if (unit === "person") return plural(n, "person", "people");
  return n === 1 ? "one assessment" : plural(n, "assessment", "assessments");
}

function bandSurety({ band }: CompositeResult): string {
  if (band === null) return "";
  if (band.sure) return `Sure of the band: the whole interval lies in "${band.label}".`;
  return `Not sure of the band: the interval allows ${bandWords(band)}.`;
}

function targetSurety({ judged, target }: CompositeResult): string {
  if (judged === null) return "";
  if (judged.high < target) return "Clearly short of the target.";
  if (judged.low >= target) return "Clearly at or past the target.";
  return "The target lies within the interval: it may or may not be met.";
}

function otherBlocks(reading: Reading, composites: readonly CompositeResult[]): readonly Block[] {
  return [
    { kind: "heading", level: 3, text: "Beside the headline" },
    compositeChart(reading, composites),
    { kind: "formula", lines: composites.flatMap((composite) => formulaLines(composite, reading)) },
    ...notes(
      composites.flatMap(({ title, index, value }) => [index, value].map((estimate) => ({ title, estimate }))),
      [targetNote(reading, composites)],
    ),
  ];
}

function compositeChart(reading: Reading, composites: readonly CompositeResult[]): Chart {
  return {
    kind: "chart",
    label: "Composite",
    score: sentence(scoreName(reading)),
    columns: [{ title: "95 % interval" }, { title: "n", align: "right" }, { title: "Band", wrapTo: 6 }],
    more: [],
    moreTitle: "",
    rows: composites.map((composite) => ({
      label: composite.title,
      score: { text: published(shownScore(composite), score), tone: toneOf(composite) },
      mark: markOf(reading, composite),
      cells: [publishedInterval(shownScore(composite), score), base(shownScore(composite)), bandWords(composite.band)],
      more: [],
    })),
  };
}
