import type { Inspection, Vocabulary, VocabularyEntry } from "./types.ts";

/** As much of an entry as tells of nobody alone. */
export interface ShownEntry extends Omit<VocabularyEntry, "count"> {
  /** Null where fewer rows were read than the smallest group. */
  readonly count: number | null;
}

export interface ShownVocabulary extends Omit<Vocabulary, "entries" | "figures"> {
  readonly entries: readonly ShownEntry[];
  readonly figures: number | null;
}

/** An inspection as it may be shown on a page that is kept or sent on. */
export interface ShownInspection extends Omit<Inspection, "vocabularies"> {
  readonly vocabularies: readonly ShownVocabulary[];
}

/** For a page that is passed on. minGroup: people. */
export function withoutSinglePeople(inspection: Inspection, minGroup: number): ShownInspection {
  const rows = inspection.ledger?.scored ?? null;
  return { ...inspection, vocabularies: withoutSingleAnswers(inspection.vocabularies, { rows, minGroup }) };
}

/**
 * The texts met, as they may be shown: without counts where fewer rows than the smallest group were read, and without the
 * items of a text that stands in fewer cells, for "1 cell, item C4" is somebody's answer. rows: null where it is unknown.
 */
export function withoutSingleAnswers(
  vocabularies: readonly Vocabulary[],
  { rows, minGroup }: { readonly rows: number | null; readonly minGroup: number },
): readonly ShownVocabulary[] {
  const isFew = rows === null || rows < minGroup;
  return vocabularies.map((vocabulary) => ({
    ...vocabulary,
    figures: isFew ? null : vocabulary.figures,
    entries: vocabulary.entries.map((entry) => ({
      ...entry,
      count: isFew ? null : entry.count,
      items: isFew || entry.count < minGroup ? [] : entry.items,
    })),
  }));
}
