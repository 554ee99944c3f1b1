import { bandsOf } from "./bands.ts";
import { compileComposites } from "./composites.ts";
import type {
  DimensionDocument,
  FindingDocument,
  FrameworkDocument,
  ItemDocument,
  WordingDocument,
} from "./document.ts";
import { deepFreeze } from "./freeze.ts";
import { minutesFor } from "./minutes.ts";
import { scaleOf } from "./presets.ts";
import { compileScale } from "./scale.ts";
import type { Condition, Dimension, FindingRule, Framework, Item, Scale } from "./types.ts";

const STANDARD_MIN_ANSWERED = 0.5;
const STANDARD_TARGET = 75;

/**
 * A linted document as the frozen framework everything below works with: presets, bands and defaults filled in,
 * composites written over dimensions alone. Loads neither YAML nor a schema, so that a document kept as JSON is quick
 * to bring back.
 * @param document without errors; a document that has any makes this throw a plain Error
 * @param hash SHA-256 of the YAML text, hex
 */
export function compileFramework(document: FrameworkDocument, hash: string): Framework {
  const scales = compileScales(document);
  const items = document.items.map((item) => compileItem(document, item));
  const dimensions = document.dimensions.map((dimension) => compileDimension({ document, dimension, items, scales }));
  const { id, version, title, purpose, provenance, headline } = document;
  return deepFreeze({
    ...{ id, version, title, purpose, provenance, headline, hash },
    sources: document.sources ?? [],
    audiences: document.audiences,
    unit: document.unit ?? "person",
    reading: document.reading ?? "index",
    minutes: minutesFor(items.length),
    scales,
    items,
    blocks: document.blocks ?? [],
    dimensions,
    composites: compileComposites(document, { dimensions, target: targetOf(document) }),
    outcomes: document.outcomes ?? [],
    forms: document.forms ?? [],
    links: document.links ?? [],
    findings: (document.findings ?? []).map(compileFinding),
    strategies: document.strategies ?? [],
  });
}

/** Every scale that is declared or answered on. */
function compileScales(document: FrameworkDocument): ReadonlyMap<string, Scale> {
  const ids = new Set([
    ...Object.keys(document.scales ?? {}),
    ...document.items.map((item) => scaleIdOf(document, item)),
  ]);
  return new Map([...ids].map((id) => [id, requireScale(document, id)]));
}

function requireScale(document: FrameworkDocument, id: string): Scale {
  const written = scaleOf(document, id);
  const scale = written === undefined ? undefined : compileScale(id, written);
  if (scale === undefined) throw new Error(`framework ${document.id}: the scale "${id}" cannot be compiled`);
  return scale;
}

function scaleIdOf(document: FrameworkDocument, item: ItemDocument): string {
  const id = item.scale ?? document.defaults?.scale;
  if (id === undefined) throw new Error(`framework ${document.id}: the item "${item.id}" has no scale`);
  return id;
}

function compileItem(document: FrameworkDocument, item: ItemDocument): Item {
  const { text, translations } = item;
  const byAudience = (wording: WordingDocument): ReadonlyMap<string, string> =>
    new Map(
      typeof wording === "string"
        ? document.audiences.map(({ id }) => [id, wording] as const)
        : Object.entries(wording),
    );
  return {
    id: item.id,
    text: byAudience(text),
    ...(translations === undefined
      ? {}
      : { translations: new Map(Object.entries(translations).map(([tag, own]) => [tag, byAudience(own)])) }),
    scale: scaleIdOf(document, item),
    reverse: item.reverse ?? false,
    weight: item.weight ?? 1,
    optional: item.optional ?? false,
    ...(item.dimension === undefined ? {} : { dimension: item.dimension }),
  };
}

interface DimensionInput {
  readonly document: FrameworkDocument;
  readonly dimension: DimensionDocument;
  readonly items: readonly Item[];
  readonly scales: ReadonlyMap<string, Scale>;
}

function compileDimension({ document, dimension, items, scales }: DimensionInput): Dimension {
  const own = items.filter((item) => item.dimension === dimension.id);
  const scale = scales.get(own[0]?.scale ?? "");
  if (scale === undefined) throw new Error(`framework ${document.id}: the dimension "${dimension.id}" has no items`);
  return {
    id: dimension.id,
    title: dimension.title,
    about: dimension.about,
    ...(dimension.block === undefined ? {} : { block: dimension.block }),
    direction: dimension.direction ?? "higher",
    min: scale.kind === "figure" ? 0 : scale.min,
    max: scale.kind === "figure" ? 100 : scale.max,
    target: dimension.target ?? targetOf(document),
    bands: bandsOf(document, dimension.bands),
    minAnswered: dimension.min_answered ?? document.defaults?.min_answered ?? STANDARD_MIN_ANSWERED,
    weight: dimension.weight ?? 1,
    optional: dimension.optional ?? false,
    facets: new Map(Object.entries(dimension.facets)),
    items: own.map((item) => item.id),
  };
}

function targetOf(document: FrameworkDocument): number {
  return document.defaults?.target ?? STANDARD_TARGET;
}

function compileFinding(finding: FindingDocument): FindingRule {
  return {
    id: finding.id,
    title: finding.title,
    severity: finding.severity,
    when: finding.when.map(compileCondition),
    says: finding.says,
    ...(finding.ask === undefined ? {} : { ask: finding.ask }),
    strategies: finding.strategies ?? [],
  };
}

function compileCondition({ of, below, at_least, ahead_of, by }: FindingDocument["when"][number]): Condition {
  if (below !== undefined) return { kind: "below", of, limit: below };
  if (at_least !== undefined) return { kind: "atLeast", of, limit: at_least };
  if (ahead_of !== undefined && by !== undefined) return { kind: "ahead", of, than: ahead_of, by };
  throw new Error(`the condition on "${of}" has no kind`);
}
