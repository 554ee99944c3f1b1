import { entries, type Plain, plain } from "./diff-plain.ts";
import type { Framework } from "./types.ts";

/** Everything of one kind that has changed. */
export interface DiffGroup {
  readonly id: string;
  readonly title: string;
  /** Removed first, then added, then changed; each in the order of its framework. */
  readonly changes: readonly DiffChange[];
}

export interface DiffChange {
  readonly kind: "added" | "removed" | "changed";
  /** What it is called: an id, or the name of a field. */
  readonly id: string;
  /** Of a change: which of its fields. */
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  readonly field: string;
  /** As text; null: it was not, or is no longer, there. */
  readonly before: string | null;
  readonly after: string | null;
}

/** What a list of the framework holds, by the id each has in it. */
type Listed = ReadonlyMap<string, Plain>;

interface Part {
  readonly id: string;
  readonly title: string;
  readonly of: (framework: Framework) => Listed;
  /** What is added or removed here is told elsewhere. */
  readonly goesAlong?: boolean;
}

const listed = (values: readonly { readonly id: string }[], drop: readonly string[] = []): Listed =>
  new Map(values.map((value) => [value.id, without(plain(value), ["id", ...drop])]));

/** Bands and targets of scores stand in a group of their own, what is derived from other fields in none. */
const JUDGED = ["target", "bands"];
const DERIVED = ["tree", "inputs", "worst", "best", "byAudience"];

const PARTS: readonly Part[] = [
  { id: "texts", title: "The framework itself", of: texts },
  { id: "audiences", title: "Audiences", of: ({ audiences }) => listed(audiences) },
  { id: "scales", title: "Scales", of: ({ scales }) => listed([...scales.values()]) },
  { id: "items", title: "Items", of: ({ items }) => listed(items) },
  { id: "blocks", title: "Blocks", of: ({ blocks }) => listed(blocks) },
  { id: "dimensions", title: "Dimensions", of: ({ dimensions }) => listed(dimensions, JUDGED) },
  { id: "composites", title: "Composites", of: composites },
  { id: "judged", title: "Bands and targets", of: judged, goesAlong: true },
  { id: "outcomes", title: "Outcomes", of: ({ outcomes }) => listed(outcomes) },
  { id: "forms", title: "Forms", of: ({ forms }) => listed(forms) },
  { id: "links", title: "Links", of: links },
  { id: "findings", title: "Findings", of: ({ findings }) => listed(findings) },
  { id: "ladder", title: "Ladder", of: ({ ladder }) => whole(ladder) },
  { id: "journey", title: "Journey", of: ({ journey }) => whole(journey) },
  { id: "triage", title: "Triage", of: ({ triage }) => whole(triage) },
  { id: "context", title: "Context", of: ({ context }) => listed(context) },
  { id: "lenses", title: "Lenses", of: ({ lenses }) => listed(lenses) },
  { id: "outlook", title: "Outlook", of: ({ outlook }) => whole(outlook) },
  { id: "guide", title: "Guide", of: ({ guide }) => whole(guide) },
  { id: "sources", title: "Sources", of: ({ sources }) => listed(sources) },
];

/** The groups in which something has changed. */
export function changesIn(before: Framework, after: Framework): readonly DiffGroup[] {
  return PARTS.map(({ id, title, of, goesAlong = false }) => {
    const all = changes(of(before), of(after));
    return { id, title, changes: goesAlong ? all.filter(({ kind }) => kind === "changed") : all };
  }).filter((group) => group.changes.length > 0);
}

function changes(before: Listed, after: Listed): readonly DiffChange[] {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const fresh = [...after.keys()].filter((id) => !before.has(id));
  const changed = [...after].flatMap(([id, value]): DiffChange[] => {
    const old = before.get(id);
    if (old === undefined) return [];
    const fields = fieldChanges(old, value);
    return fields.length === 0 ? [] : [{ kind: "changed", id, fields }];
  });
  return [
    ...gone.map((id): DiffChange => ({ kind: "removed", id, fields: [] })),
    ...fresh.map((id): DiffChange => ({ kind: "added", id, fields: [] })),
    ...changed,
  ];
}

function fieldChanges(before: Plain, after: Plain): readonly FieldChange[] {
  const [old, now] = [entries(before), entries(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [was, is] = [old.get(field) ?? null, now.get(field) ?? null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}

function texts(framework: Framework): Listed {
  const { id, version, title, purpose, provenance, unit, reading, headline, strategies } = framework;
  const fields = { id, version, title, purpose, provenance, unit, reading, headline, strategies };
  return new Map(Object.entries(fields).map(([name, value]) => [name, plain({ "": value })]));
}

/** Of a formula what was written, by audience where they differ. */
function composites({ composites: all }: Framework): Listed {
  return listed(
    all.map((composite) => {
      const { byAudience, formula } = composite;
      const written =
        byAudience === null ? formula : new Map([...byAudience].map(([id, one]) => [id, one.formula] as const));
      return { ...composite, formula: written };
    }),
    [...JUDGED, ...DERIVED],
  );
}

function judged({ dimensions, composites: all }: Framework): Listed {
  return new Map([...dimensions, ...all].map(({ id, target, bands }) => [id, plain({ target, bands })]));
}

/** A link is told by what it joins. */
function links({ links: all }: Framework): Listed {
  return new Map(all.map(({ from, to, strength, because }) => [`${from} → ${to}`, plain({ strength, because })]));
}

function whole(value: object | null): Listed {
  if (value === null) return new Map();
  return new Map(Object.entries(value).map(([name, part]) => [name, plain({ "": part })]));
}

function without(value: Plain, keys: readonly string[]): Plain {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
