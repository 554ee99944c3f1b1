import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import type { HeaderMatch, ItemIndex } from "./item-index.ts";
import type { TableHead } from "./table-head.ts";

/**
 * A column whose name says one item and whose question says another: survey tools number questions by themselves, and such
 * a number can be the id of another item by chance. match: what the name says. Nothing where the text tells no item.
 */
export function nameAgainstText(
  head: TableHead,
  at: number,
  { match, index }: { readonly match: HeaderMatch; readonly index: ItemIndex },
): readonly Problem[] {
  if (match.how.includes("equal text")) return [];
  const told = (head.wordings[at] ?? []).flatMap((wording) => byText(index(wording)));
  const named = match.items[0]?.id ?? "";
  const other = told[0];
  if (other === undefined || told.includes(named)) return [];
  const header = quote(head.headers[at] ?? "");
  return [
    {
      code: "CSV025",
      severity: "error",
      message: `The name of column ${at + 1} (${header}) says item ${named}, its question says item ${other}.`,
      help: `Find out which it is. Where the question is right, rename the columns, so that no name is another item's id.`,
      place: { file: head.file, line: head.headerLine },
    },
  ];
}

function byText(match: HeaderMatch | null): readonly string[] {
  return match?.how.includes("equal text") === true ? match.items.map(({ id }) => id) : [];
}
