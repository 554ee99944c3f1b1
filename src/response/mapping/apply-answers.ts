import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Framework, Scale } from "../../framework/types.ts";
import { answerTable } from "../answers/answers.ts";
import type { AnswerTable } from "../source-plan.ts";
import { MISSING } from "../types.ts";
import type { MappedAnswers, MappedCode, MappedMissing, Mapping } from "./types.ts";

const MISSING_CODES: Readonly<Record<MappedMissing, number>> = {
  "not-applicable": MISSING.notApplicable,
  "dont-know": MISSING.dontKnow,
  unanswered: MISSING.unanswered,
};

/**
 * What each text means to each item, by a mapping alone: on a scale with codes nothing else is an answer. Figures are read
 * as figures, beside the words that the mapping has for them. items: in the order asked; checked against the mapping.
 */
export function mappedTables(framework: Framework, asked: readonly string[], mapping: Mapping): readonly AnswerTable[] {
  const scaleIds = new Map(framework.items.map(({ id, scale }) => [id, scale]));
  const tables = new Map<MappedAnswers, AnswerTable>();
  return asked.map((item) => {
    const scale = framework.scales.get(scaleIds.get(item) ?? "");
    const block = blockOf(mapping, { id: item, scale: scale?.id ?? "" });
    if (scale === undefined) throw new Error(`no scale for item ${item} in a compiled framework`);
    // An item that the mapping has a block for, or one that no column holds: the mapping was checked.
    if (block === undefined) return answerTable(item, scale);
    const table = tables.get(block) ?? mappedTable(item, scale, block);
    tables.set(block, table);
    return { ...table, item };
  });
}

/** The block that names the item, else the one for all of its scale. */
export function blockOf(
  { answers }: Mapping,
  item: { readonly id: string; readonly scale: string },
): MappedAnswers | undefined {
  return (
    answers.find(({ items }) => items?.includes(item.id)) ??
    answers.find(({ scale, items }) => items === null && scale === item.scale)
  );
}

function mappedTable(item: string, scale: Scale, { codes }: MappedAnswers): AnswerTable {
  const own = answerTable(item, scale);
  const mapped = [...codes].map(([text, code]) => [normaliseAnswer(text), codeOf(code)] as const);
  if (scale.kind === "figure") return { ...own, codes: new Map([...own.codes, ...mapped]) };
  const shown = [...codes].flatMap(([text, code]) => (typeof code === "number" ? [text] : []));
  // Texts that people mapped are never two answers the scale does not tell apart: they have said so.
  return { ...own, codes: new Map(mapped), languages: new Map(), shown, closed: true };
}

function codeOf(code: MappedCode): number {
  return typeof code === "number" ? code : MISSING_CODES[code];
}
