import type { Audit, AuditFramework, GroupResults, Warning } from "../audit/types.ts";
import { DEFAULT_MIN_GROUP } from "../disclosure/policy.ts";
import type { Framework } from "../framework/types.ts";
import type { Problem } from "../problems/problem.ts";
import { buildAsked } from "./asked.ts";
import { withoutFolders } from "./base-name.ts";
import { methodNotes } from "./method.ts";
import type { AuditParts } from "./parts.ts";
import { buildSource } from "./source.ts";

/** The audit document, keys in the order of its declaration, so that the same parts give the same bytes. */
export function buildAudit(parts: AuditParts): Audit {
  const { framework, settings, released, overall, diagnosis } = parts;
  return {
    format: "trust-audit/audit",
    formatVersion: 1,
    tool: { name: "trust-audit", version: parts.version },
    framework: frameworkSection(framework),
    source: buildSource(parts.plan, { ledger: parts.ledger, mappingHash: parts.mappingHash }),
    options: {
      by: settings.by,
      minGroup: settings.minGroup,
      onUnknown: settings.rules.onUnknown,
      onRagged: settings.rules.onRagged,
      onDuplicate: settings.rules.onDuplicate,
      acceptGuesses: settings.rules.acceptGuesses,
      include: settings.rules.include,
      exclude: settings.rules.exclude,
      effort: settings.effort,
      seed: settings.seed,
    },
    asked: buildAsked(parts),
    disclosure: {
      minGroup: settings.minGroup,
      lowered: framework.unit === "person" && settings.minGroup < DEFAULT_MIN_GROUP,
      hidden: released.hidden,
    },
    headline: framework.headline,
    overall,
    groups: groupsSection(parts),
    room: parts.room,
    drag: diagnosis.drag,
    findings: diagnosis.findings,
    causes: diagnosis.causes,
    plan: diagnosis.plan,
    discussion: diagnosis.discussion,
    items: parts.items,
    quality: parts.quality,
    method: methodNotes(parts),
    warnings: keptWarnings(parts),
  };
}

function frameworkSection(framework: Framework): AuditFramework {
  return {
    id: framework.id,
    version: framework.version,
    title: framework.title,
    purpose: framework.purpose,
    provenance: framework.provenance,
    sources: framework.sources.map(({ citation }) => citation),
    reading: framework.reading,
    unit: framework.unit,
    hash: framework.hash,
    blocks: framework.blocks.map(({ id, title }) => ({ id, title })),
  };
}

function groupsSection({ released, overall, groups }: AuditParts): GroupResults | null {
  const { grouping } = released;
  if (grouping === null || overall === null) return null;
  return { column: grouping.column, cells: groups, withheld: grouping.withheld };
}

/** Each warning once: several that differ only in what an audit does not keep read the same. */
function keptWarnings({ warnings, plan }: AuditParts): readonly Warning[] {
  const placed = warnings.flatMap(({ place }) => (place === undefined ? [] : [place.file]));
  const mapped = plan.mapping == null ? [] : [plan.mapping.file];
  const paths = [...new Set([...plan.files.map(({ name }) => name), ...mapped, ...placed])];
  const told = warnings
    .filter(({ severity }) => severity === "warning")
    .map((problem): Warning => ({ code: problem.code, message: withoutFolders(keptMessage(problem), paths) }));
  return [...new Map(told.map((warning) => [JSON.stringify(warning), warning])).values()];
}

/** What may be kept by itself where something may not; else with its place: "staff.csv:17: two extra cells …" */
function keptMessage({ message, kept, place }: Problem): string {
  if (kept !== undefined) return kept;
  const at = place ? [place.file, place.line].filter((part) => part !== undefined).join(":") : "";
  return at === "" ? message : `${at}: ${message}`;
}
