import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Complaint, Path } from "../../framework/complaint.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { AnswersDocument, ColumnDocument, MappingDocument } from "./document.ts";
import { headerKey } from "./header-key.ts";
import { MAPPED_MISSING } from "./types.ts";

/** What is wrong with a mapping by itself, before anything is known of its framework: each with its place. */
export function lintMapping({ columns, answers }: MappingDocument): readonly Complaint[] {
  return [
    ...columns.flatMap(unfitKeys),
    ...twice(columns, ({ header, occurrence }) => headerKey(header, occurrence ?? 1), "header", "This column"),
    ...twice(columns, ({ item }) => item, "item", "This item"),
    ...twice(columns, ({ name }) => name?.trim().toLowerCase(), "name", "This name"),
    ...answers.flatMap(faultsOfCodes),
    ...decidedTwice(answers),
  ];
}

function unfitKeys(column: ColumnDocument, at: number): readonly Complaint[] {
  const { use, item, name } = column;
  const path = ["columns", at];
  const found: Complaint[] = [];
  if (use === "item" && item === undefined)
    found.push(fault("MP010", [...path, "use"], "The column is an item, and nothing says which.", "Add `item:`."));
  if (use !== "item" && item !== undefined)
    found.push(
      fault(
        "MP010",
        [...path, "item"],
        `\`item:\` goes with \`use: item\`, and this column is for ${use}.`,
        REMOVE_ONE,
      ),
    );
  if (use !== "segment" && name !== undefined)
    found.push(
      fault("MP010", [...path, "name"], `\`name:\` goes with \`use: segment\`, and this is for ${use}.`, REMOVE_ONE),
    );
  return found;
}

const REMOVE_ONE = "Remove it, or change the use.";

function twice(
  columns: readonly ColumnDocument[],
  keyOf: (column: ColumnDocument) => string | undefined,
  ...[field, what]: readonly [field: string, what: string]
): readonly Complaint[] {
  const first = new Map<string, number>();
  return columns.flatMap((column, at) => {
    const key = keyOf(column);
    if (key === undefined) return [];
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    return before === undefined
      ? []
      : [fault("MP009", ["columns", at, field], `${what} stands twice: it is also entry ${before + 1}.`, ONCE)];
  });
}

const ONCE = "Keep one of the two; a second column with the same header takes `occurrence: 2`.";

function faultsOfCodes({ codes }: AnswersDocument, at: number): readonly Complaint[] {
  const first = new Map<string, string>();
  return Object.entries(codes).flatMap(([text, code]) => {
    const path = ["answers", at, "codes", text];
    const key = normaliseAnswer(text);
    const before = first.get(key);
    first.set(key, before ?? text);
    const found: Complaint[] = [];
    if (before !== undefined)
      found.push(fault("MP009", path, `${quote(text)} is read as ${quote(before)}, which stands here too.`, SAME_TEXT));
    if (typeof code === "string" && !MAPPED_MISSING.some((word) => word === code)) found.push(noCode(path, code));
    return found;
  });
}

const SAME_TEXT = "Texts are compared without regard to case and spaces: keep one of the two.";

function noCode(path: Path, code: string): Complaint {
  const number = /^-?\d+$/.test(code) ? code : undefined;
  return {
    ...fault(
      "MP006",
      path,
      `${quote(code)} is no code.`,
      `Write a code of the scale, or ${MAPPED_MISSING.join(", ")}.`,
    ),
    suggestion: number ?? suggest(code, MAPPED_MISSING),
  };
}

/** Two blocks for the same items. */
function decidedTwice(answers: readonly AnswersDocument[]): readonly Complaint[] {
  const first = new Map<string, number>();
  return answers.flatMap(({ scale, items }, at) => {
    const keys = items === "all" ? [`all of ${scale}`] : items;
    return keys.flatMap((key, place) => {
      const before = first.get(key);
      first.set(key, before ?? at);
      const path = items === "all" ? ["answers", at, "items"] : ["answers", at, "items", place];
      const what = items === "all" ? `All items of the scale ${scale}` : `Item ${key}`;
      return before === undefined
        ? []
        : [fault("MP009", path, `${what} stand${items === "all" ? "" : "s"} in two blocks.`, "Keep one of the two.")];
    });
  });
}

function fault(...[code, path, message, help]: readonly [string, Path, string, string]): Complaint {
  return { code, path, message, help };
}
