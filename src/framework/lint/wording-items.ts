import { quote } from "../../problems/quote.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { FrameworkDocument, SupplementDocument, WordingDocument } from "../document.ts";
import { contextOf, type ItemEntry, type LintInput } from "./context.ts";
import { type Fault, faultsOfAny, faultsOfOpinion } from "./wording-faults.ts";
import { wordsOf } from "./wording-grade.ts";
import { ENGLISH } from "./wording-words.ts";

/** Answers to these say how far something is done, or how it goes; two small things in one of them do little harm. */
const NO_OPINIONS: ReadonlySet<string> = new Set(["in-place", "yes-partly-no", "trend", "severity"]);

/** More at once are not mended at once, and would leave no place for other problems. */
const MOST_TOLD = 40;

/** One wording of an item, and where it stands. */
interface Wording {
  readonly id: string;
  readonly text: string;
  readonly path: Path;
  readonly isOpinion: boolean;
}

/**
 * FW150–FW159, all warnings: the wording of items, of each audience by itself. Translations are not judged, nor is a
 * framework whose items are not in English.
 */
export function lintWording(input: LintInput): Iterable<Complaint> {
  const { document, items } = contextOf(input);
  return judge(
    items.flatMap((entry) => {
      const isOpinion = asksOpinion(entry, document);
      return wordingsOf({ id: entry.item.id, text: entry.item.text, path: ["items", entry.index, "text"] }, isOpinion);
    }),
  );
}

/** The same of the items of a profile's supplement. */
export function plainSupplement({ items }: SupplementDocument): Iterable<Complaint> {
  return judge(
    items.flatMap(({ id, text }, at) => wordingsOf({ id, text, path: ["supplement", "items", at, "text"] }, true)),
  );
}

function asksOpinion({ scaleId, scale }: ItemEntry, document: FrameworkDocument): boolean {
  if (scaleId === undefined || scale?.kind === "figure") return false;
  const preset = document.scales?.[scaleId]?.preset ?? (document.scales?.[scaleId] === undefined ? scaleId : undefined);
  return preset === undefined || !NO_OPINIONS.has(preset);
}

function wordingsOf(
  { id, text, path }: { readonly id: string; readonly text: WordingDocument; readonly path: Path },
  isOpinion: boolean,
): readonly Wording[] {
  if (typeof text === "string") return [{ id, text, path, isOpinion }];
  return Object.entries(text).map(([audience, own]) => ({ id, text: own, path: [...path, audience], isOpinion }));
}

function* judge(wordings: readonly Wording[]): Iterable<Complaint> {
  if (!areEnglish(wordings)) return;
  const found = wordings.flatMap((wording) =>
    faultsOf(wording).map((fault): readonly [Wording, Fault] => [wording, fault]),
  );
  for (const [wording, fault] of found.slice(0, MOST_TOLD)) yield complaintOf(wording, fault);
  const next = found[MOST_TOLD];
  if (next === undefined) return;
  yield {
    code: "FW159",
    severity: "warning",
    path: next[0].path,
    message: `${found.length - MOST_TOLD} more wordings from here on could be plainer.`,
    help: "Mend those above first, and check again.",
  };
}

function faultsOf({ text, isOpinion }: Wording): readonly Fault[] {
  return isOpinion ? [...faultsOfOpinion(text), ...faultsOfAny(text)] : faultsOfAny(text);
}

function complaintOf({ id, path }: Wording, { code, says, help, spot }: Fault): Complaint {
  return {
    code,
    severity: "warning",
    path,
    message: `The item ${quote(id)} ${says}.`,
    help,
    ...(spot === undefined ? {} : { part: { offset: spot.offset, length: spot.text.length } }),
  };
}

/** Half of the longer texts hold a word that only English has. */
function areEnglish(wordings: readonly Wording[]): boolean {
  const long = wordings.filter(({ text }) => wordsOf(text).length >= 3);
  return long.filter(({ text }) => ENGLISH.test(text)).length * 2 >= long.length;
}
