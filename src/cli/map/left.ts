import type { InspectedFile } from "../../engines/inspection/types.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { shownColumn } from "../../response/columns/shown-header.ts";
import type { MappingDraft } from "../../response/mapping/draft.ts";

/** How many of a kind are named. */
const NAMED = 5;

const DECIDE = "What stands in it behind TODO: decide, and take the # away; add what is not written there";

/** What a mapping still leaves to decide, as one problem; none where it is whole. */
export function leftToDecide(
  draft: MappingDraft,
  { head, wasAsked }: { readonly head: InspectedFile["head"]; readonly wasAsked: boolean },
): readonly Problem[] {
  const columns = draft.columns.filter(({ open }) => open !== null);
  const answers = draft.answers.flatMap(({ scale, codes }) =>
    codes.filter(({ code }) => code === null).map(({ text }) => `${quote(text)} (scale ${scale})`),
  );
  const parts = [
    ...named(
      columns.map(({ position }) => shownColumn(head, position - 1)),
      ["column", "columns"],
    ),
    ...named(answers, ["answer", "answers"]),
    ...named(
      draft.missing.map(({ id }) => id),
      ["item without a column:", "items without a column:"],
    ),
  ];
  if (parts.length === 0) return [];
  return [
    {
      code: "MP017",
      severity: "error",
      message: `The mapping leaves open: ${parts.join("; ")}.`,
      help: wasAsked ? `${DECIDE}.` : `${DECIDE}; or run map at a terminal, which asks.`,
      place: { file: draft.file },
    },
  ];
}

function named(things: readonly string[], [one, several]: readonly [one: string, several: string]): readonly string[] {
  if (things.length === 0) return [];
  const more = things.length > NAMED ? ` and ${things.length - NAMED} more` : "";
  return [`${things.length === 1 ? one : several} ${things.slice(0, NAMED).join(", ")}${more}`];
}
