import type { Vocabulary, VocabularyEntry } from "../../engines/inspection/types.ts";
import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { CodedScale, Framework } from "../../framework/types.ts";
import { FORBIDDEN_KEYS } from "../../framework/yaml/limits.ts";
import { answerTable } from "../../response/answers/answers.ts";
import { mergedAnswers } from "../../response/answers/told-apart.ts";
import { isBareNumber } from "../../response/checks/contradictions.ts";
import type { DraftAnswers, DraftCode, MappingDraft } from "../../response/mapping/draft.ts";
import type { MappedCode } from "../../response/mapping/types.ts";

/** The texts met, and what else the scale has of the same kind: labels where labels were met, codes where codes were. */
export function draftAnswers(framework: Framework, vocabularies: readonly Vocabulary[]): readonly DraftAnswers[] {
  return vocabularies.map((vocabulary): DraftAnswers => {
    const scale = framework.scales.get(vocabulary.scale);
    const coded = scale?.kind === "coded" ? scale : null;
    const met = openedWhereMerged(coded, vocabulary.entries.map(draftCode));
    return {
      scale: vocabulary.scale,
      points: coded?.points.map(({ code, label }) => ({ code, label: label ?? null })) ?? [],
      items: vocabulary.whole ? null : vocabulary.items,
      codes: coded === null ? met : completed(coded, met),
      numbersOnly: vocabulary.numbersOnly,
    };
  });
}

const MISSING = {
  notApplicable: "not-applicable",
  dontKnow: "dont-know",
  unanswered: "unanswered",
} as const satisfies Readonly<Record<string, MappedCode>>;

/** Without undecided texts that may be somebody's own words: a mapping is kept and passed on. */
export function withoutOwnWords(draft: MappingDraft): MappingDraft {
  const answers = draft.answers.map((block): DraftAnswers => {
    const codes = block.codes.filter(({ code, isOwn }) => code !== null || isOwn !== true);
    return { ...block, codes, withheld: block.codes.length - codes.length };
  });
  return { ...draft, answers };
}

function draftCode({ text, code, count, nearest, isOwn }: VocabularyEntry): DraftCode {
  const mapped = typeof code === "string" ? MISSING[code] : code;
  return { text, code: FORBIDDEN_KEYS.has(text) ? null : mapped, count, nearest, isOwn };
}

/** Two texts of one code may be two answers of a longer scale: somebody has to say so. */
function openedWhereMerged(scale: CodedScale | null, met: readonly DraftCode[]): readonly DraftCode[] {
  if (scale === null) return met;
  const merged = mergedAnswers(
    answerTable("", scale),
    met.map(({ text }) => text),
  );
  return met.map((one) => {
    const label = scale.points.find(({ code }) => code === one.code)?.label ?? null;
    return merged.has(one.text) ? { ...one, code: null, nearest: label } : one;
  });
}

function completed(scale: CodedScale, met: readonly DraftCode[]): readonly DraftCode[] {
  const read = met.filter(({ code }) => typeof code === "number");
  const hasCodes = read.some(({ text }) => isBareNumber(text));
  const hasLabels = read.some(({ text }) => !isBareNumber(text)) || !hasCodes;
  const texts = scale.points.flatMap(({ code, label }) => [
    ...(hasLabels && label !== undefined ? [{ text: label, code }] : []),
    ...(hasCodes || label === undefined ? [{ text: String(code), code }] : []),
  ]);
  const known = new Set(met.map(({ text }) => normaliseAnswer(text)));
  const more = texts.filter(({ text }) => !known.has(normaliseAnswer(text)));
  const all = [...read, ...more.map((one): DraftCode => ({ ...one, count: 0, nearest: null }))];
  return [
    ...all.sort((a, b) => Number(a.code) - Number(b.code) || b.count - a.count),
    ...met.filter(({ code }) => typeof code !== "number"),
  ];
}
