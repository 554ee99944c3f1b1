import type { Inspection } from "../../engines/inspection/types.ts";
import type { Framework } from "../../framework/types.ts";
import { writeMapping } from "../../response/mapping/write.ts";
import { withoutOwnWords } from "../map/answers.ts";
import { draftOf } from "../map/draft.ts";
import { forLater } from "../map/later.ts";
import { leftToDecide } from "../map/left.ts";

/** The mapping of an export, or why there is none yet: a mapping is believed, so that nothing doubtful goes into one unseen. */
export type Mapped = { readonly text: string } | { readonly reason: string };

export function mappingOf(inspection: Inspection | null, framework: Framework): Mapped {
  const [file] = inspection?.files ?? [];
  if (inspection === null || file === undefined) return { reason: "there is no export yet." };
  if (inspection.hasChoiceColumns) return { reason: "an item has a column for each of its answers." };
  const [error] = [...inspection.problems, ...inspection.following].filter(({ severity }) => severity === "error");
  if (error !== undefined) return { reason: error.message };
  const draft = draftOf(inspection, framework, { acceptGuesses: false });
  const [left] = leftToDecide(draft, { head: file.head, wasAsked: false });
  return left === undefined
    ? { text: writeMapping(withoutOwnWords(forLater(draft, { framework, file }))) }
    : { reason: left.message };
}
