import type { InspectedFile, Inspection } from "../../engines/inspection/types.ts";
import type { Framework, Item } from "../../framework/types.ts";
import { cutMiddle } from "../../problems/cut.ts";
import { visible } from "../../problems/quote.ts";
import { shownColumn } from "../../response/columns/shown-header.ts";
import type { DraftCode, DraftColumn, MappingDraft } from "../../response/mapping/draft.ts";
import type { MappedCode } from "../../response/mapping/types.ts";
import { draftAnswers } from "./answers.ts";
import { knownAnswers } from "./column-answers.ts";
import { missingItems } from "./draft.ts";
import { columnsFor } from "./rivals.ts";
import { vocabulariesFor } from "./vocabularies.ts";
import { wordingFor } from "./wording.ts";

export interface Choice<T> {
  readonly name: string;
  readonly value: T;
}

/** Asks one thing; `interrupted`: nobody wants to go on. */
export type Ask = <T>(message: string, choices: readonly Choice<T>[]) => Promise<T | "interrupted">;

interface Asking {
  readonly framework: Framework;
  readonly inspection: Inspection;
  readonly file: InspectedFile;
  readonly draft: MappingDraft;
  readonly ask: Ask;
}

/** Has somebody decide what is open. Null: interrupted, and nothing was decided. */
export async function decide(
  framework: Framework,
  { inspection, draft }: { readonly inspection: Inspection; readonly draft: MappingDraft },
  ask: Ask,
): Promise<MappingDraft | null> {
  const [file] = inspection.files;
  if (file === undefined) throw new Error("no file was inspected");
  const asking: Asking = { framework, inspection, file, draft, ask };
  const doubtful = await decideColumns(asking);
  const columns = doubtful === null ? null : await findColumns(asking, doubtful);
  if (columns === null) return null;
  const missing = missingItems(framework, draft, columns);
  const found = draftAnswers(framework, vocabulariesFor(inspection, { framework, file, columns, missing }));
  const answers = await decideAnswers(found, ask);
  return answers === null ? null : { ...draft, columns, answers, missing };
}

async function decideColumns(asking: Asking): Promise<readonly DraftColumn[] | null> {
  const columns: DraftColumn[] = [];
  for (const column of asking.draft.columns) {
    const decided = column.open === null ? column : await decideColumn(asking, column, column.open);
    if (decided === "interrupted") return null;
    columns.push(decided);
  }
  return columns;
}

async function decideColumn(
  asking: Asking,
  column: DraftColumn,
  open: readonly string[],
): Promise<DraftColumn | "interrupted"> {
  const { framework, draft, ask } = asking;
  const items = open.flatMap((id) => framework.items.find((item) => item.id === id) ?? []);
  const answer = await ask<string | null>(`Column ${columnWords(asking, column.position, items[0])} is`, [
    ...items.map((item) => ({ name: `item ${item.id}: ${short(wordingFor(item, draft.audience))}`, value: item.id })),
    { name: "none of these: pass it over", value: null },
  ]);
  return answer === "interrupted" ? answer : decidedAs(asking, column, answer);
}

/** Every item that must have a column and has none is asked for, over the columns that nothing is known of. */
async function findColumns(asking: Asking, before: readonly DraftColumn[]): Promise<readonly DraftColumn[] | null> {
  const { framework, draft } = asking;
  const asked = new Set<string>();
  let columns = before;
  for (;;) {
    const [next] = missingItems(framework, draft, columns).filter(({ id }) => !asked.has(id));
    const item = framework.items.find(({ id }) => id === next?.id);
    if (item === undefined) return columns;
    asked.add(item.id);
    const position = await findColumn(asking, item, columns);
    if (position === "interrupted") return null;
    columns = columns.map((one) => (one.position === position ? decidedAs(asking, one, item.id) : one));
  }
}

async function findColumn(
  asking: Asking,
  item: Item,
  columns: readonly DraftColumn[],
): Promise<number | null | "interrupted"> {
  const { framework, file, draft, ask } = asking;
  const free = columnsFor(item, { framework, file, columns, audience: draft.audience });
  if (free.length === 0) return null;
  const none: Choice<number | null> = { name: "none of them", value: null };
  const isNear = free[0]?.isNear === true;
  const choices = free.map(({ position }) => ({ name: columnWords(asking, position, item), value: position }));
  const message = `Which column is ${item.id}: ${cutMiddle(visible(wordingFor(item, draft.audience)), 160)}`;
  // Without a likely column, a hasty Enter decides nothing.
  return ask<number | null>(message, isNear ? [...choices, none] : [none, ...choices]);
}

/** `14 ("trust[O1]"): Agree, Disagree, Neutral` */
function columnWords({ framework, file }: Asking, position: number, item: Item | undefined): string {
  const inspected = file.columns[position - 1];
  const scale = framework.scales.get(item?.scale ?? "");
  return `${shownColumn(file.head, position - 1)}${inspected === undefined ? "" : knownAnswers(scale, file, inspected)}`;
}

function decidedAs({ file }: Asking, column: DraftColumn, item: string | null): DraftColumn {
  const question = item === null ? null : (file.head.wordings[column.position - 1]?.[0] ?? null);
  return {
    ...column,
    open: null,
    note: "decided by hand",
    column: { ...column.column, use: item === null ? "ignore" : "item", item, question },
  };
}

async function decideAnswers(blocks: MappingDraft["answers"], ask: Ask): Promise<MappingDraft["answers"] | null> {
  const answers: MappingDraft["answers"][number][] = [];
  for (const block of blocks) {
    const codes: DraftCode[] = [];
    for (const code of block.codes) {
      const decided = code.code === null ? await decideCode(block, code, ask) : code;
      if (decided === "interrupted") return null;
      codes.push(decided);
    }
    answers.push({ ...block, codes });
  }
  return answers;
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
  return cutMiddle(visible(text), 60);
}
