import type { Audit, AuditFramework, AuditOptions, ChangeResult, Warning } from "../audit/types.ts";
import { DEFAULT_MIN_GROUP } from "../disclosure/policy.ts";
import type { Band, Framework } from "../framework/types.ts";
import type { Problem } from "../problems/problem.ts";
import { buildAsked } from "./asked.ts";
import { baseName, withoutFolders } from "./base-name.ts";
import { methodNotes } from "./method.ts";
import type { AuditParts, PartsSettings } from "./parts.ts";
import { signaturesOf } from "./signatures.ts";
import { buildSource } from "./source.ts";

/** The audit document, keys in the order of its declaration, so that the same parts give the same bytes. */
export function buildAudit(parts: AuditParts): Audit {
  const { framework, settings, released, overall, diagnosis } = parts;
  return {
    format: "trust-audit/audit",
    formatVersion: 4,
    tool: { name: "trust-audit", version: parts.version },
    framework: frameworkSection(framework, parts.hash),
    source: buildSource(parts.plan, { ...parts, rowsTold: released.rowsTold }),
    options: optionsSection(settings, parts.context),
    asked: buildAsked(parts),
    disclosure: {
      minGroup: settings.minGroup,
      lowered: framework.unit === "person" && settings.minGroup < DEFAULT_MIN_GROUP,
      hidden: released.hidden,
    },
    headline: framework.headline,
    overall,
    // Nothing of a group is told where nothing of everyone may be.
    groupings: overall === null ? [] : parts.groupings,
    gaps: parts.systems.gaps,
    ladders: parts.systems.ladders,
    journeys: parts.systems.journeys,
    triage: parts.systems.triage,
    reliability: parts.reliability,
    drivers: parts.drivers,
    change: changeSection(parts),
    room: parts.room,
    drag: diagnosis.drag,
    findings: diagnosis.findings,
    disagreements: diagnosis.disagreements,
    causes: diagnosis.causes,
    lenses: diagnosis.lenses,
    responses: diagnosis.responses,
    outlook: diagnosis.outlook,
    profiles: diagnosis.profiles,
    plan: diagnosis.plan,
    discussion: diagnosis.discussion,
    items: parts.items,
    quality: released.rowsTold ? parts.quality : { ...parts.quality, repeatedIds: null },
    method: methodNotes(parts),
    warnings: keptWarnings(parts),
  };
}

/** An earlier export is called by its name, which its folders are no part of. */
function changeSection({ change, settings, plan }: AuditParts): ChangeResult | null {
  if (change === null) return null;
  const paths = [...plan.files.map(({ name }) => name), ...(settings.previous === null ? [] : [settings.previous])];
  const named = (text: string) => withoutFolders(text, paths);
  const reason = change.reason === null ? null : named(change.reason);
  return { ...change, before: named(change.before), after: named(change.after), reason };
}

function frameworkSection(framework: Framework, hash: AuditParts["hash"]): AuditFramework {
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
    signatures: signaturesOf(framework, hash),
    blocks: framework.blocks.map(({ id, title }) => ({ id, title })),
    bands: bandsOfScores(framework),
  };
}

/** Each once, in the order of the scores that are judged by them; with their ends where all scores share them. */
function bandsOfScores({ composites, dimensions }: Framework): AuditFramework["bands"] {
  const lists = [...composites, ...dimensions].map((scored) => scored.bands.map(auditBand));
  const [shared, ...others] = [...new Map(lists.map((bands) => [JSON.stringify(bands), bands])).values()];
  if (shared !== undefined && others.length === 0) return shared;
  const words = lists.flat().map(({ id, label }) => ({ id, label, from: null, to: null }));
  return [...new Map(words.map((band) => [JSON.stringify(band), band])).values()];
}

/** The first begins at 0, the last ends at 100. */
function auditBand({ id, label, from }: Band, at: number, bands: readonly Band[]): AuditFramework["bands"][number] {
  return { id, label, from: at === 0 ? 0 : from, to: bands[at + 1]?.from ?? 100 };
}

/** Answers about the whole survey in the framework's order, however they were given. */
function optionsSection(
  { by, where, rules, ...settings }: PartsSettings,
  context: AuditParts["context"],
): AuditOptions {
  return {
    by: by.map(({ text }) => text),
    where: where?.text ?? null,
    wave: settings.wave,
    previous: settings.previous === null ? null : baseName(settings.previous),
    weight: settings.weight,
    only: settings.only,
    minGroup: settings.minGroup,
    onUnknown: rules.onUnknown,
    onRagged: rules.onRagged,
    onDuplicate: rules.onDuplicate,
    acceptGuesses: rules.acceptGuesses,
    include: rules.include,
    exclude: rules.exclude,
    profiles: settings.profiles,
    context: context.map(({ question, option }) => `${question.id}=${option}`),
    figures: [...settings.figures].map(([name, value]) => `${name}=${value}`),
    figureEnds: [...(settings.figureEnds ?? [])].map(([item, { worst, best }]) => ({ item, worst, best })),
    effort: settings.effort,
    seed: settings.seed,
  };
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
