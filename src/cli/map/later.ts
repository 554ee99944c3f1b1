import type { InspectedFile } from "../../engines/inspection/types.ts";
import { normaliseAnswer } from "../../framework/answer-text.ts";
import { missingWordsOf } from "../../framework/missing-words.ts";
import type { Framework } from "../../framework/types.ts";
import { isPersonal } from "../../response/columns/column-kinds.ts";
import type { DraftAnswers, DraftCode, DraftColumn, MappingDraft } from "../../response/mapping/draft.ts";

/** A mapping holds for years of exports, and what may well come in a later one must not stop it then. */
export function forLater(
  draft: MappingDraft,
  { framework, file }: { readonly framework: Framework; readonly file: InspectedFile },
): MappingDraft {
  return { ...draft, columns: withNames(draft.columns, file), answers: withMissingWords(draft.answers, framework) };
}

/**
 * Columns that only what stands in them shows to be personal. In a month with few answers it may not show: listed by their
 * header they are passed over then, too.
 */
function withNames(columns: MappingDraft["columns"], { columns: all }: InspectedFile): MappingDraft["columns"] {
  const headers = all.map(({ header }) => header);
  const more = all.flatMap(({ header, position, takenFor }): readonly DraftColumn[] => {
    const isTwice = headers.indexOf(header) !== headers.lastIndexOf(header);
    if (takenFor !== "personal" || isTwice || header === "" || isPersonal(header)) return [];
    const column = { header, occurrence: 1, use: "ignore", item: null, question: null, name: null } as const;
    return [{ column, position, note: "who it was: never read", open: null }];
  });
  return [...columns, ...more].sort((a, b) => a.position - b.position);
}

/** That somebody does not know may be said for the first time next month: in words met for any scale, or the framework's own. */
function withMissingWords(answers: MappingDraft["answers"], framework: Framework): MappingDraft["answers"] {
  const met = answers.flatMap(({ codes }) => codes.filter(({ code }) => typeof code === "string"));
  return answers.map((block): DraftAnswers => {
    const known = new Set(block.codes.map(({ text }) => normaliseAnswer(text)));
    const more = [...met, ...ownWords(framework, block.scale)].flatMap(({ text, code }): readonly DraftCode[] => {
      if (known.has(normaliseAnswer(text))) return [];
      known.add(normaliseAnswer(text));
      return [{ text, code, count: 0, nearest: null }];
    });
    return { ...block, codes: [...block.codes, ...more] };
  });
}

function ownWords({ scales }: Framework, id: string): readonly Pick<DraftCode, "text" | "code">[] {
  const scale = scales.get(id);
  if (scale === undefined) return [];
  const { notApplicable, dontKnow } = missingWordsOf(scale);
  const words: readonly Pick<DraftCode, "text" | "code">[] = [
    { text: notApplicable, code: "not-applicable" },
    { text: dontKnow, code: "dont-know" },
  ];
  return words.filter(({ text }) => text !== "");
}
