import { compileDimension, targetOf } from "./compile/dimensions.ts";
import { compileAudience, compileSections } from "./compile/extras.ts";
import { compileFinding } from "./compile/findings.ts";
import { compileItem, compileScales } from "./compile/items.ts";
import { compileComposites } from "./composites.ts";
import type { FrameworkDocument } from "./document.ts";
import { deepFreeze } from "./freeze.ts";
import { minutesFor } from "./minutes.ts";
import type { Framework } from "./types.ts";

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
    audiences: document.audiences.map(compileAudience),
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
    ...compileSections(document),
  });
}
