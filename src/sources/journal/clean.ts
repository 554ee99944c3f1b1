import { hasControls, withoutControls } from "../../interview/typed.ts";
import type { Entry } from "../../interview/types.ts";

/** The entry with its text as a keyboard types it: nothing that steers a terminal, or turns the direction of writing. */
export function cleanEntry(entry: Entry): Entry {
  if (entry.kind === "comment" || entry.kind === "draft")
    return hasControls(entry.text) ? { ...entry, text: withoutControls(entry.text) } : entry;
  if (entry.kind !== "answer" || entry.answer.kind !== "choice" || !hasControls(entry.answer.text)) return entry;
  return { ...entry, answer: { kind: "choice", text: withoutControls(entry.answer.text) } };
}
