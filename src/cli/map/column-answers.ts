import type { InspectedColumn, InspectedFile, VocabularyEntry } from "../../engines/inspection/types.ts";
import { readTexts } from "../../engines/inspection/vocabulary.ts";
import type { Framework, Scale } from "../../framework/types.ts";
import { cutMiddle } from "../../problems/cut.ts";

/** The texts of a column as answers on a scale; none where it was not looked at. */
export function columnAnswers(
  scale: Scale,
  { head }: Pick<InspectedFile, "head">,
  { texts, item }: Pick<InspectedColumn, "texts" | "item">,
): readonly VocabularyEntry[] {
  return texts === null ? [] : readTexts(scale, { item: item ?? "", texts, head });
}

/** Share of a column's different texts that are known answers of a scale, 0–1. A figure may be anything: 0. */
export function fitOf(scale: Scale, file: InspectedFile, column: InspectedColumn): number {
  const entries = scale.kind === "coded" ? columnAnswers(scale, file, column) : [];
  const known = entries.filter(({ code }) => code !== null).length;
  return entries.some(({ code }) => typeof code === "number") ? known / entries.length : 0;
}

/** At least so many of a column's different texts must be answers of a scale for them to say anything about it. */
const FITS = 0.5;

/** The scale whose answers a column holds; null: none. */
export function likeliestScale(scales: readonly Scale[], file: InspectedFile, column: InspectedColumn): Scale | null {
  const fits = scales.map((scale) => ({ scale, fit: fitOf(scale, file, column) })).filter(({ fit }) => fit >= FITS);
  return fits.sort((a, b) => b.fit - a.fit)[0]?.scale ?? null;
}

/** The scales that some items are answered on. */
export function scalesOf(framework: Framework, items: readonly { readonly id: string }[]): readonly Scale[] {
  const ids = new Set(items.map(({ id }) => id));
  const scales = new Set(framework.items.filter(({ id }) => ids.has(id)).map(({ scale }) => scale));
  return [...scales].flatMap((id) => framework.scales.get(id) ?? []);
}

const SHOWN = 3;

/** `: Agree, Disagree, Neutral`: some of the answers in a column that the scale knows, never any other text of it. */
export function knownAnswers(scale: Scale | undefined, file: InspectedFile, column: InspectedColumn): string {
  if (scale?.kind !== "coded") return "";
  const known = columnAnswers(scale, file, column).filter(({ code }) => typeof code === "number");
  const shown = [...known].sort((a, b) => b.count - a.count).slice(0, SHOWN);
  return shown.length === 0 ? "" : `: ${shown.map(({ text }) => cutMiddle(text, 24)).join(", ")}`;
}
