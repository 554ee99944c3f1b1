import { inserted, isRecord, type Json, withAbsent } from "./records.ts";

/** An audit of version 1 as version 2 would have had it. */
export function fromVersion1(document: Json): Json {
  return toVersion2(completed(document));
}

/** Version 1 grew without a new number: its first audits have none of these keys, which is as if nothing was said. */
function completed(document: Json): Json {
  const { source, options, quality } = document;
  const files = isRecord(source) ? source["files"] : null;
  return {
    ...withAbsent(document, { room: null, discussion: null }),
    ...(isRecord(options) ? { options: withAbsent(options, { include: [], exclude: [] }) } : {}),
    ...(isRecord(quality) ? { quality: withAbsent(quality, { fast: NOT_COUNTED }) } : {}),
    ...(isRecord(source) && Array.isArray(files)
      ? { source: { ...withAbsent(source, { mapping: null }), files: files.map(completedFile) } }
      : {}),
  };
}

const NOT_COUNTED = { kind: "none", reason: "not counted when this audit was made", n: 0 };

/** Audits written before other exports than plain ones were read say less of a file. */
function completedFile(file: unknown): unknown {
  return isRecord(file)
    ? withAbsent(file, { reason: "not recorded", bom: false, compressed: false, sheet: null })
    : file;
}

/** One grouping became many, and tests, agreement, reliability, drivers and waves came in. */
function toVersion2(document: Json): Json {
  const { options, asked, overall, groups, plan, quality, ...others } = document;
  const given: Json = {
    ...others,
    formatVersion: 2,
    ...("options" in document ? { options: optionsOf(options) } : {}),
    ...("asked" in document ? { asked: inserted(asked, "itemsAsked", { subset: null }) } : {}),
    ...("overall" in document ? { overall: cellOf(overall) } : {}),
    ...("groups" in document ? { groupings: groupingsOf(groups), ...NOT_ASKED } : {}),
    ...("plan" in document ? { plan: planOf(plan) } : {}),
    ...("quality" in document ? { quality: inserted(quality, "fast", { variability: NOT_COUNTED }) } : {}),
  };
  return inOrder(given);
}

const NOT_ASKED = { reliability: [], drivers: [], change: null, disagreements: [] };

const ORDER = [
  ...["format", "formatVersion", "tool", "framework", "source", "options", "asked", "disclosure", "headline"],
  ...["overall", "groupings", "reliability", "drivers", "change", "room", "drag", "findings", "disagreements"],
  ...["causes", "plan", "discussion", "items", "quality", "method", "warnings"],
];

/** Strangers come last, where the schema finds them. */
function inOrder(document: Json): Json {
  const known = ORDER.filter((key) => key in document);
  return Object.fromEntries([
    ...known.map((key) => [key, document[key]]),
    ...Object.entries(document).filter(([key]) => !known.includes(key)),
  ]);
}

function optionsOf(options: unknown): unknown {
  if (!isRecord(options) || !("by" in options)) return options;
  const by = options["by"] === null ? [] : [options["by"]];
  return inserted({ ...options, by }, "by", { where: null, wave: null, previous: null, weight: null, only: null });
}

function groupingsOf(groups: unknown): unknown {
  if (groups === null) return [];
  if (!isRecord(groups)) return groups;
  const { column, cells, withheld, ...strangers } = groups;
  const shown = Array.isArray(cells) ? cells.map(cellOf) : cells;
  const reason = withheld === true ? "none of them can be shown without telling about a few people" : null;
  return [
    {
      ...{ text: column, kind: "single", columns: [column], cells: shown, withheld, reason },
      ...{ comparisons: [], agreement: [], ...strangers },
    },
  ];
}

function cellOf(cell: unknown): unknown {
  if (!isRecord(cell)) return cell;
  const { label, dimensions, composites } = cell;
  const path = cell["kind"] === "group" ? [label === "(blank)" ? "" : label] : [];
  const scores = {
    composites: Array.isArray(composites) ? composites.map((one) => inserted(one, "band", NOT_KNOWN)) : composites,
    dimensions: Array.isArray(dimensions)
      ? dimensions.map((one) => inserted(one, "belowTarget", { agreement: null, ...NOT_KNOWN }))
      : dimensions,
  };
  return inserted(inserted({ ...cell, ...scores }, "label", { path }), "people", { effectivePeople: null });
}

const NOT_KNOWN = { bounds: null, precision: null, detectable: null };

function planOf(plan: unknown): unknown {
  if (!isRecord(plan)) return plan;
  const { steps } = plan;
  const known = Array.isArray(steps)
    ? { ...plan, steps: steps.map((step) => inserted(step, "perEffort", { firstThree: null })) }
    : plan;
  return inserted(known, "needs", { draws: 0 });
}
