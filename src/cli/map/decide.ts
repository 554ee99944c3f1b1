import type { Framework } from "../../framework/types.ts";
import type { DraftCode, DraftColumn, MappingDraft } from "../../response/mapping/draft.ts";
import type { MappedCode } from "../../response/mapping/types.ts";
import { missingItems } from "./draft.ts";

export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** Asks one thing; `interrupted`: nobody wants to go on. */
export type Ask = <T>(message: string, choices: readonly Choice<T>[]) => Promise<T | "interrupted">;

/** Has somebody decide what is open. Null: interrupted, and nothing was decided. */
export async function decide(framework: Framework, draft: MappingDraft, ask: Ask): Promise<MappingDraft | null> {
  const columns: DraftColumn[] = [];
  for (const column of draft.columns) {
    const decided = column.open === null ? column : await decideColumn(framework, column, ask);
    if (decided === "interrupted") return null;
    columns.push(decided);
  }
  const answers: MappingDraft["answers"][number][] = [];
  for (const block of draft.answers) {
    const codes: DraftCode[] = [];
    for (const code of block.codes) {
      const decided = code.code === null ? await decideCode(block, code, ask) : code;
      if (decided === "interrupted") return null;
      codes.push(decided);
    }
    answers.push({ ...block, codes });
  }
  return { ...draft, columns, answers, missing: missingItems(framework, draft.form, columns) };
}

async function decideColumn(framework: Framework, column: DraftColumn, ask: Ask): Promise<DraftColumn | "interrupted"> {
  const texts = new Map(framework.items.map(({ id, text }) => [id, [...text.values()][0] ?? ""]));
  const answer = await ask<string | null>(`Column ${column.position} ("${short(column.column.header)}") is`, [
    ...(column.open ?? []).map((id) => ({ name: `item ${id}: ${short(texts.get(id) ?? "")}`, value: id })),
    { name: "none of these: pass it over", value: null },
  ]);
  if (answer === "interrupted") return answer;
  const use = answer === null ? "ignore" : "item";
  return {
    ...column,
    open: null,
    note: "decided by hand",
    column: { ...column.column, use, item: answer, question: answer === null ? null : column.column.question },
  };
}

const UNDECIDED: Choice<MappedCode | null> = { name: "leave it undecided", value: null };

async function decideCode(
  { scale, points }: MappingDraft["answers"][number],
  code: DraftCode,
  ask: Ask,
): Promise<DraftCode | "interrupted"> {
  const times = code.count === 1 ? "once" : `${code.count} times`;
  const near = points.findIndex(({ label }) => label !== null && label === code.nearest);
  const ordered = near < 0 ? points : [...points.slice(near, near + 1), ...points.filter((_, at) => at !== near)];
  const answer = await ask<MappedCode | null>(`"${short(code.text)}" (${times}, scale ${scale}) means`, [
    // Without a likely answer, a hasty Enter decides nothing.
    ...(near < 0 ? [UNDECIDED] : []),
    ...ordered.map((point) => ({
      name: point.label === null ? String(point.code) : `${point.code} (${point.label})`,
      value: point.code,
    })),
    { name: "not applicable", value: "not-applicable" },
    { name: "don't know", value: "dont-know" },
    { name: "no answer: count as missing", value: "unanswered" },
    ...(near < 0 ? [] : [UNDECIDED]),
  ]);
  return answer === "interrupted" ? answer : { ...code, code: answer };
}

function short(text: string): string {
  const characters = [...text.replace(/[\s\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, " ").trim()];
  return characters.length <= 48 ? characters.join("") : `${characters.slice(0, 47).join("")}…`;
}
