import type {
  InspectedColumn,
  InspectedFile,
  Inspection,
  Vocabulary,
  VocabularyEntry,
} from "../../engines/inspection/types.ts";
import { areNumbersOnly } from "../../engines/inspection/vocabulary.ts";
import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Framework, Scale } from "../../framework/types.ts";
import { EVERYBODYS } from "../../response/answers/unreadable.ts";
import type { DraftColumn } from "../../response/mapping/draft.ts";
import { columnAnswers, likeliestScale, scalesOf } from "./column-answers.ts";

interface Known {
  readonly framework: Framework;
  readonly file: InspectedFile;
  /** As they are decided so far. */
  readonly columns: readonly DraftColumn[];
  /** Items that still have no column. */
  readonly missing: readonly { readonly id: string }[];
}

/**
 * What was met on each scale, now that columns were decided on: of columns that were items from the beginning, of those that
 * became items, and for items without a column the known answers in columns that their scale fits.
 */
export function vocabulariesFor(inspection: Inspection, known: Known): readonly Vocabulary[] {
  const { framework, file, columns, missing } = known;
  const added = new Map<string, VocabularyEntry[]>();
  const add = (scale: Scale, entries: readonly VocabularyEntry[]): void => {
    added.set(scale.id, [...(added.get(scale.id) ?? []), ...entries]);
  };
  for (const { scale, inspected, isOpen } of moved(known)) {
    const entries = columnAnswers(scale, file, inspected);
    add(scale, isOpen ? entries.filter(isRead) : entries);
  }
  const wanted = scalesOf(framework, missing);
  for (const scale of wanted) add(scale, []);
  for (const column of free(file, columns)) {
    const scale = likeliestScale(wanted, file, column);
    if (scale !== null) add(scale, columnAnswers(scale, file, column).filter(isRead));
  }
  return merged(framework, { base: stillHeld(inspection.vocabularies, known), added });
}

/** Columns that hold another item than was thought at first. */
function moved({ framework, file, columns }: Known) {
  return columns.flatMap(({ column, position, open }) => {
    const inspected = file.columns[position - 1];
    const item = framework.items.find(({ id }) => id === column.item);
    const scale = framework.scales.get(item?.scale ?? "");
    if (inspected === undefined || scale === undefined || inspected.item === column.item) return [];
    return [{ scale, inspected, isOpen: open !== null }];
  });
}

/** Columns of which nothing is known. */
function free(file: InspectedFile, columns: readonly DraftColumn[]): readonly InspectedColumn[] {
  return columns.flatMap(({ column, position }) => {
    const inspected = file.columns[position - 1];
    return column.use === "ignore" && inspected?.texts != null ? [inspected] : [];
  });
}

function isRead({ code }: VocabularyEntry): boolean {
  return code !== null;
}

/** Without texts that were met only in columns which are no items after all. */
function stillHeld(vocabularies: readonly Vocabulary[], { file, columns }: Known): readonly Vocabulary[] {
  const held = new Set(
    columns.flatMap(({ column, position }) =>
      column.item !== null && file.columns[position - 1]?.item === column.item ? [column.item] : [],
    ),
  );
  return vocabularies
    .map((one) => ({ ...one, entries: one.entries.filter(({ items }) => items.some((item) => held.has(item))) }))
    .filter(({ items }) => items.some((item) => held.has(item)));
}

function merged(
  framework: Framework,
  {
    base,
    added,
  }: { readonly base: readonly Vocabulary[]; readonly added: ReadonlyMap<string, readonly VocabularyEntry[]> },
): readonly Vocabulary[] {
  const known = new Set(base.map(({ scale }) => scale));
  const fresh = [...added.keys()].filter((id) => !known.has(id)).map(emptyVocabulary);
  return [...base, ...fresh].map((one) => {
    const scale = framework.scales.get(one.scale);
    const more = (added.get(one.scale) ?? []).filter(({ code }) => scale?.kind === "coded" || typeof code !== "number");
    const entries = sums([...one.entries, ...more]);
    return { ...one, entries, whole: true, numbersOnly: areNumbersOnly(scale, entries) };
  });
}

function emptyVocabulary(scale: string): Vocabulary {
  return {
    ...{ scale, kind: "coded", items: [], whole: true },
    ...{ entries: [], figures: 0, more: false, numbersOnly: false },
  };
}

/** Each text once, with all its cells. */
function sums(entries: readonly VocabularyEntry[]): readonly VocabularyEntry[] {
  const texts = new Map<string, VocabularyEntry>();
  for (const entry of entries) {
    const key = normaliseAnswer(entry.text);
    const before = texts.get(key);
    const count = entry.count + (before?.count ?? 0);
    texts.set(key, { ...(before ?? entry), count, isOwn: entry.isOwn && count < EVERYBODYS });
  }
  return [...texts.values()];
}
