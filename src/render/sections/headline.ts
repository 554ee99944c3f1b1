import type { Audit, CellResult, CompositeResult } from "../../audit/types.ts";
import { base, interval, intervalName, published, publishedInterval, score } from "../numbers.ts";
import type { Block, Chart, Panel } from "../sheet.ts";
import { bandWords, plural, sentence } from "../words.ts";
import { dragBlocks } from "./drag.ts";
import { formulaLines } from "./formula.ts";
import { notes } from "./notes.ts";
import { markOf, type Reading, scaleWords, scoreName, shownIndex, shownScore, targetNote, toneOf } from "./reading.ts";

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
  const basis = audit.framework.unit === "person" ? plural(shown.n, "person", "people") : "one assessment";
  if (shown.interval === null)
    return [`${sentence(shown.noInterval ?? "no interval")}. ${sentence(basis)}, ${target}.`];
  const name = intervalName(shown.interval.level);
  const meaning = lead.band && lead.band.meaning !== "" ? [sentence(lead.band.meaning)] : [];
  return [
    `${name} ${interval(shown.interval, score)}, from ${basis}; ${target}`,
    `${bandSurety(lead)} ${targetSurety(lead)}`,
    ...meaning,
  ];
}

function bandSurety({ band }: CompositeResult): string {
  if (band === null) return "";
  if (band.sure) return `Sure of the band: the whole interval lies in "${band.label}".`;
  return `Not sure of the band: the interval allows ${bandWords(band)}.`;
}

function targetSurety({ index, target }: CompositeResult): string {
  if (index.kind !== "estimate" || index.interval === null) return "";
  if (index.interval.high < target) return "Clearly short of the target.";
  if (index.interval.low >= target) return "Clearly at or past the target.";
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
