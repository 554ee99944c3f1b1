import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Complaint, Path } from "../complaint.ts";
import { MOST_PROBLEMS } from "../yaml/limits.ts";
import type { LintContext } from "./context.ts";
import { few } from "./few.ts";
import type { Reference } from "./reference.ts";
import { resolveAll } from "./resolve.ts";
import { sectionReferences } from "./section-references.ts";

/** FW032: a reference to something that does not exist. */
export function* danglingReferences(context: LintContext): Iterable<Complaint> {
  let said = 0;
  for (const reference of [
    ...itemReferences(context),
    ...structureReferences(context),
    ...sectionReferences(context),
    ...findingReferences(context),
  ]) {
    const { id, kind, path } = reference;
    const { known } = reference;
    if (id === undefined || known.has(id)) continue;
    said += 1;
    // More than are shown of one file would only cost time.
    if (said > MOST_PROBLEMS + 1) return;
    yield {
      code: "FW032",
      path,
      ...(reference.on === undefined ? {} : { on: reference.on }),
      message: `There is no ${kind} ${quote(id)}.`,
      help: known.size === 0 ? `The framework has no ${kind} yet; define it first.` : `Choose one of ${few(known)}.`,
      suggestion: suggest(id, known),
    };
  }
}

/** FW033: a headline that is no composite. */
export function* headlineIsComposite({ document, compositeIds, dimensionIds }: LintContext): Iterable<Complaint> {
  const { headline } = document;
  if (compositeIds.has(headline)) return;
  yield {
    code: "FW033",
    path: ["headline"],
    message: `The headline ${quote(headline)} is no composite of this framework.`,
    help: dimensionIds.has(headline)
      ? `Define a composite with the formula \`${headline}\`, and name that.`
      : `Choose one of ${few(compositeIds)}.`,
    suggestion: suggest(headline, compositeIds),
  };
}

/** FW034: items that are answered on no scale, in one sentence: the cause is one missing default. */
export function* itemsHaveAScale({ items }: LintContext): Iterable<Complaint> {
  const [first, ...others] = items.filter((entry) => entry.scaleId === undefined);
  if (first === undefined) return;
  const also = others.length === 0 ? "" : `, and ${others.length} more ${others.length === 1 ? "has" : "have"} none`;
  yield {
    code: "FW034",
    path: ["items", first.index, "id"],
    message: `The item ${quote(first.item.id)} has no scale${also}.`,
    help: "Add `scale:` to it, or `scale:` under `defaults:` for every item.",
  };
}

/** FW035: an item that nothing is made of. */
export function* itemsHaveAUse({ document, items }: LintContext): Iterable<Complaint> {
  const known = new Set(items.map(({ item }) => item.id));
  const reported = resolveAll(
    (document.outcomes ?? []).map((outcome) => outcome.item),
    known,
  );
  if (reported === undefined) return;
  for (const { item, index } of items) {
    if (item.dimension !== undefined || reported.has(item.id)) continue;
    yield {
      code: "FW035",
      severity: "warning",
      path: ["items", index, "id"],
      message: `The item ${quote(item.id)} belongs to no dimension and no outcome, so its answers are never shown.`,
      help: "Add `dimension:` to it, or name it under `outcomes:`.",
    };
  }
}

/** FW038: a scale, block or list of bands that nothing uses. */
export function* unusedDefinitions({ document, items, scaleIds }: LintContext): Iterable<Complaint> {
  const { dimensions, composites, scales = {}, blocks = [], bands = {}, defaults } = document;
  const usedScales = resolveAll([...items.map((entry) => entry.scaleId), defaults?.scale], scaleIds);
  const usedBlocks = resolveAll(
    dimensions.map((dimension) => dimension.block),
    new Set(blocks.map((block) => block.id)),
  );
  const usedBands = resolveAll(
    [...dimensions, ...composites].map((scored) => scored.bands ?? "default"),
    new Set(["default", ...Object.keys(bands)]),
  );
  for (const id of Object.keys(scales)) if (usedScales?.has(id) === false) yield unused("scale", id, ["scales", id]);
  for (const [at, { id }] of blocks.entries()) {
    if (usedBlocks?.has(id) === false) yield unused("block", id, ["blocks", at]);
  }
  for (const id of Object.keys(bands)) {
    if (id !== "default" && usedBands?.has(id) === false) yield unused("list of bands", id, ["bands", id]);
  }
}

function unused(kind: string, id: string, path: Path): Complaint {
  const place = kind === "block" ? { path: [...path, "id"] } : { path, on: "key" as const };
  const message = `Nothing uses the ${kind} ${quote(id)}.`;
  return { code: "FW038", severity: "warning", ...place, message, help: "Use it, or remove it." };
}

function itemReferences({ document, dimensionIds, scaleIds: scales }: LintContext): Reference[] {
  const audiences = new Set(document.audiences.map((audience) => audience.id));
  return [
    { path: ["defaults", "scale"], id: document.defaults?.scale, kind: "scale", known: scales },
    ...document.items.flatMap(({ dimension, scale, text, translations = {} }, index): Reference[] => [
      { path: ["items", index, "dimension"], id: dimension, kind: "dimension", known: dimensionIds },
      { path: ["items", index, "scale"], id: scale, kind: "scale", known: scales },
      ...[
        { wording: text, at: ["text"] },
        ...Object.entries(translations).map(([language, wording]) => ({ wording, at: ["translations", language] })),
      ].flatMap(({ wording, at }) =>
        Object.keys(typeof wording === "string" ? {} : wording).map(
          (id): Reference => ({ path: ["items", index, ...at, id], on: "key", id, kind: "audience", known: audiences }),
        ),
      ),
    ]),
  ];
}

function structureReferences({ document, dimensionIds }: LintContext): Reference[] {
  const items = new Set(document.items.map((item) => item.id));
  const blocks = new Set((document.blocks ?? []).map((block) => block.id));
  const bands = new Set(["default", ...Object.keys(document.bands ?? {})]);
  const kinds = { block: "block", bands: "list of bands", item: "item", dimension: "dimension" };
  return [
    ...document.dimensions.flatMap((dimension, at): Reference[] => [
      { path: ["dimensions", at, "block"], id: dimension.block, kind: kinds.block, known: blocks },
      { path: ["dimensions", at, "bands"], id: dimension.bands, kind: kinds.bands, known: bands },
    ]),
    ...document.composites.map(
      (composite, at): Reference => ({
        path: ["composites", at, "bands"],
        id: composite.bands,
        kind: kinds.bands,
        known: bands,
      }),
    ),
    ...(document.outcomes ?? []).map(
      (outcome, at): Reference => ({
        path: ["outcomes", at, "item"],
        id: outcome.item,
        kind: kinds.item,
        known: items,
      }),
    ),
    ...(document.forms ?? []).flatMap((form, at) =>
      form.items.map(
        (id, place): Reference => ({ path: ["forms", at, "items", place], id, kind: kinds.item, known: items }),
      ),
    ),
    ...(document.links ?? []).flatMap((link, at): Reference[] => [
      { path: ["links", at, "from"], id: link.from, kind: kinds.dimension, known: dimensionIds },
      { path: ["links", at, "to"], id: link.to, kind: kinds.dimension, known: dimensionIds },
    ]),
  ];
}

function findingReferences({ document, catalogue, dimensionIds, compositeIds }: LintContext): Reference[] {
  const scored = new Set([...dimensionIds, ...compositeIds]);
  const audiences = new Set(document.audiences.map((audience) => audience.id));
  const strategies = catalogue && new Set(catalogue.map((strategy) => strategy.id));
  const conditions = (document.findings ?? []).flatMap((finding, at) =>
    finding.when.flatMap((condition, place): Reference[] => {
      const path = ["findings", at, "when", place];
      const kind = "dimension or composite";
      return [
        { path: [...path, "of"], id: condition.of, kind, known: scored },
        ...(condition.between ?? []).map(
          (id, one): Reference => ({ path: [...path, "between", one], id, kind: "audience", known: audiences }),
        ),
        { path: [...path, "ahead_of"], id: condition.ahead_of, kind, known: scored },
      ];
    }),
  );
  if (strategies === undefined) return conditions;
  const strategy = (path: Path, id: string): Reference => ({ path, id, kind: "strategy", known: strategies });
  return [
    ...conditions,
    ...(document.findings ?? []).flatMap((finding, at) =>
      (finding.strategies ?? []).map((id, place) => strategy(["findings", at, "strategies", place], id)),
    ),
    ...(document.strategies ?? []).map((id, place) => strategy(["strategies", place], id)),
  ];
}
