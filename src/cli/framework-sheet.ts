import type { Audience, Dimension, Framework, Item } from "../framework/types.ts";
import { share } from "../render/numbers.ts";
import type { Block, Sheet, TableRow } from "../render/sheet.ts";
import { plural } from "../render/words.ts";
import { bandLines } from "../report/band-limits.ts";
import type { ShelfEntry } from "../shelf/compiled.ts";

/** What can be assessed. */
export function shelfSheet(entries: readonly ShelfEntry[]): Sheet {
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
      {
        kind: "paragraph",
        text: "More of one: trust-audit frameworks show ID. Your own: trust-audit frameworks new FILE.",
        tone: "quiet",
      },
    ],
  };
}

function minutes(estimate: number): string {
  const whole = Math.max(1, Math.round(estimate));
  return `about ${plural(whole, "minute", "minutes")}`;
}

/** A framework as one reads it: purpose, items by dimension in an audience's wording, scores, sources. */
export function frameworkSheet(framework: Framework, audience: Audience): Sheet {
  return {
    title: framework.title,
    maker: `${framework.id} ${framework.version}`,
    blocks: [
      { kind: "paragraph", text: framework.purpose },
      { kind: "facts", rows: factsOf(framework, audience) },
      { kind: "heading", level: 2, text: `Items, as ${audience.title.toLowerCase()} read them` },
      {
        kind: "table",
        columns: [{ title: "item" }, { title: "text", wrapTo: 30 }, { title: "scale" }],
        rows: itemRows(framework, audience),
      },
      { kind: "heading", level: 2, text: "Dimensions" },
      ...framework.dimensions.map((dimension) => dimensionEntry(dimension, framework.reading)),
      { kind: "heading", level: 2, text: "Composites" },
      { kind: "formula", lines: framework.composites.map((one) => `${one.id} = ${one.formula}`) },
      ...framework.composites.map((one): Block => ({ kind: "paragraph", text: `${one.title}: ${one.about}` })),
      { kind: "heading", level: 2, text: "Where it comes from" },
      { kind: "paragraph", text: framework.provenance },
      { kind: "list", items: framework.sources.map((source) => source.citation) },
    ],
  };
}

function factsOf(framework: Framework, audience: Audience) {
  const forms = framework.forms.map((form) => `${form.title} (${form.items.length} items)`);
  const others = framework.audiences.filter((one) => one.id !== audience.id).map((one) => one.id);
  return [
    { label: "asked of", text: [audience.id, ...others].join(", ") },
    { label: "one row is", text: framework.unit === "person" ? "one person" : `one assessment (${framework.unit})` },
    { label: "size", text: `${plural(framework.items.length, "item", "items")}, ${minutes(framework.minutes)}` },
    {
      label: "read as",
      text: framework.reading === "index" ? "index 0–100, 100 is best" : "load 0–100, higher is worse",
    },
    { label: "bands", text: bandLines(framework).join(" ") },
    ...(forms.length > 0 ? [{ label: "shorter", text: forms.join(", ") }] : []),
  ];
}

function itemRows(framework: Framework, audience: Audience): readonly TableRow[] {
  const row = (item: Item): TableRow => [
    item.reverse ? `${item.id} (r)` : item.id,
    item.text.get(audience.id) ?? [...item.text.values()][0] ?? "",
    item.scale,
  ];
  const alone = framework.items.filter((item) => item.dimension === undefined);
  return [
    ...framework.dimensions.flatMap((dimension) => [
      { heading: dimension.optional ? `${dimension.title} (optional)` : dimension.title },
      ...framework.items.filter((item) => item.dimension === dimension.id).map(row),
    ]),
    ...(alone.length > 0 ? [{ heading: "Outcome" }, ...alone.map(row)] : []),
  ];
}

function dimensionEntry(dimension: Dimension, reading: Framework["reading"]): Block {
  const facets = [...dimension.facets].map(([facet, part]) => `${facet} ${share(part)}`);
  return {
    kind: "entry",
    lead: { text: dimension.id, tone: "strong" },
    title: dimension.title,
    aside: dimension.direction === "lower" ? { text: "a high answer is bad", tone: "quiet" } : null,
    facts: [
      { label: "means", text: dimension.about },
      { label: "target", text: reading === "load" ? `load ${100 - dimension.target}` : `index ${dimension.target}` },
      { label: "facets", text: facets.join(", ") },
    ],
  };
}
