import { forAudience } from "../framework/audience.ts";
import type { Audience, Composite, Dimension, Framework, Item, Profile } from "../framework/types.ts";
import { share } from "../render/numbers.ts";
import type { Block, Sheet, TableRow } from "../render/sheet.ts";
import { plural } from "../render/words.ts";
import { bandLines } from "../report/band-limits.ts";
import type { ShelfEntry } from "../shelf/compiled.ts";
import { framePart, guidePart, sectionParts } from "./framework-parts.ts";
import { scaleCell, scalesPart } from "./framework-scales.ts";

/** What can be assessed, and under which profiles. */
export function shelfSheet(entries: readonly ShelfEntry[], profiles: readonly Profile[]): Sheet {
  return {
    title: "Frameworks",
    blocks: [
      ...entries.map(
        (entry): Block => ({
          kind: "entry",
          lead: { text: entry.id, tone: "strong" },
          title: entry.title,
          aside: { text: `version ${entry.version}`, tone: "quiet" },
          facts: [
            { label: "for", text: entry.purpose },
            { label: "who", text: entry.audiences.join(", ") },
            {
              label: "size",
              text: `${plural(entry.items, "item", "items")}, ${plural(entry.dimensions, "dimension", "dimensions")}, ${minutes(entry.minutes)}`,
            },
          ],
        }),
      ),
      ...profilesPart(profiles),
      {
        kind: "paragraph",
        text: "More of one: trust-audit frameworks show ID. Your own: trust-audit frameworks new FILE.",
        tone: "quiet",
      },
    ],
  };
}

function profilesPart(profiles: readonly Profile[]): readonly Block[] {
  if (profiles.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "Profiles" },
    ...profiles.map(
      ({ id, title, version, purpose, keys }): Block => ({
        kind: "entry",
        lead: { text: id, tone: "strong" },
        title,
        aside: { text: `version ${version}`, tone: "quiet" },
        facts: [
          { label: "for", text: purpose },
          ...(keys.length > 0 ? [{ label: "set", text: keys.map((key) => key.id).join(", ") }] : []),
        ],
      }),
    ),
  ];
}

function minutes(estimate: number): string {
  const whole = Math.max(1, Math.round(estimate));
  return `about ${plural(whole, "minute", "minutes")}`;
}

/** A framework as one reads it: purpose, guide, items by dimension in an audience's wording, scores, sources. */
export function frameworkSheet(framework: Framework, audience: Audience): Sheet {
  const own = forAudience(framework, [audience.id]);
  return {
    title: framework.title,
    maker: `${framework.id} ${framework.version}`,
    blocks: [
      { kind: "paragraph", text: framework.purpose },
      { kind: "facts", rows: factsOf(framework, own, audience) },
      ...guidePart(framework),
      { kind: "heading", level: 2, text: `Items, as ${audience.title.toLowerCase()} read them` },
      {
        kind: "table",
        columns: [{ title: "item" }, { title: "text", wrapTo: 30 }, { title: "scale" }],
        rows: itemRows(own, audience),
      },
      ...scalesPart(own),
      { kind: "heading", level: 2, text: "Dimensions" },
      ...own.dimensions.map((dimension) => dimensionEntry(dimension, framework)),
      { kind: "heading", level: 2, text: "Composites" },
      { kind: "formula", lines: framework.composites.flatMap(formulaLines) },
      ...framework.composites.map((one): Block => ({ kind: "paragraph", text: aboutOf(one, framework) })),
      ...sectionParts(framework),
      { kind: "heading", level: 2, text: "Where it comes from" },
      ...framePart(framework),
    ],
  };
}

/** One line; of a composite that differs by audience, one for each. */
function formulaLines({ id, formula, byAudience }: Composite): readonly string[] {
  if (byAudience === null) return [`${id} = ${formula}`];
  return [...byAudience].map(([audience, own]) => `${id} (${audience}) = ${own.formula}`);
}

function aboutOf({ title, about, skipMissing, capped }: Composite, { ladder }: Framework): string {
  const skips = skipMissing ? " What nobody answered is left out of the mean." : "";
  const cap = capped && ladder !== null ? ` This is the capped score of the ${ladder.word}s below.` : "";
  // "Stage 1: Diagnosis" has its colon already.
  return `${title}${title.includes(":") ? "." : ":"} ${about}${skips}${cap}`;
}

function factsOf(framework: Framework, own: Framework, audience: Audience) {
  const forms = own.forms.map((form) => `${form.title} (${form.items.length} items)`);
  const others = framework.audiences.filter((one) => one.id !== audience.id).map((one) => one.id);
  return [
    { label: "asked of", text: [audience.id, ...others].join(", ") },
    { label: "one row is", text: framework.unit === "person" ? "one person" : `one assessment (${framework.unit})` },
    { label: "size", text: `${plural(own.items.length, "item", "items")}, ${minutes(own.minutes)}` },
    {
      label: "read as",
      text: framework.reading === "index" ? "index 0–100, 100 is best" : "load 0–100, higher is worse",
    },
    { label: "bands", text: bandLines(framework).join(" ") },
    ...(forms.length > 0 ? [{ label: "shorter", text: forms.join(", ") }] : []),
    ...(audience.worry === undefined ? [] : [{ label: "their worry", text: audience.worry }]),
    ...(audience.afterBreach === undefined ? [] : [{ label: "after a breach", text: audience.afterBreach }]),
  ];
}

function itemRows(framework: Framework, audience: Audience): readonly TableRow[] {
  const row = (item: Item): TableRow => [
    item.reverse ? `${item.id} (r)` : item.id,
    item.text.get(audience.id) ?? [...item.text.values()][0] ?? "",
    scaleCell(framework.scales.get(item.scale), item.scale),
  ];
  const alone = framework.items.filter((item) => item.dimension === undefined);
  return [
    ...framework.dimensions.flatMap((dimension) => [
      { heading: headingOf(dimension) },
      ...framework.items.filter((item) => item.dimension === dimension.id).map(row),
    ]),
    ...(alone.length > 0 ? [{ heading: "Outcome" }, ...alone.map(row)] : []),
  ];
}

function headingOf({ title, supplementary, optional }: Dimension): string {
  if (supplementary) return `${title} (asked beside)`;
  return optional ? `${title} (optional)` : title;
}

function targetWords(target: number, reading: Framework["reading"]): string {
  return reading === "load" ? `load ${100 - target}` : `index ${target}`;
}

function dimensionEntry(dimension: Dimension, { reading, outcomes }: Framework): Block {
  const facets = [...dimension.facets].map(([facet, part]) => `${facet} ${share(part)}`);
  const asides = [
    ...(dimension.supplementary ? ["asked beside, outside every composite"] : []),
    ...(dimension.direction === "lower" ? ["a high answer is bad"] : []),
  ];
  const { importance, response, companions } = dimension;
  const matters = outcomes.find(({ id }) => id === importance);
  // Of one asked beside that answers no facet either end can be sound.
  const isJudged = !dimension.supplementary || dimension.facets.size > 0;
  return {
    kind: "entry",
    lead: { text: dimension.id, tone: "strong" },
    title: dimension.title,
    aside: asides.length > 0 ? { text: asides.join("; "), tone: "quiet" } : null,
    facts: [
      { label: "means", text: dimension.about },
      ...(isJudged ? [{ label: "target", text: targetWords(dimension.target, reading) }] : []),
      ...(facets.length > 0 ? [{ label: "facets", text: facets.join(", ") }] : []),
      ...(matters === undefined ? [] : [{ label: "weighed by", text: `${matters.title} (${matters.item})` }]),
      ...(response === undefined ? [] : [{ label: "if low", text: response }]),
      ...(companions.length > 0 ? [{ label: "ask beside", text: companions.join(" ") }] : []),
    ],
  };
}
