import type { Complaint } from "../complaint.ts";
import { SECONDS_PER_ITEM } from "../minutes.ts";
import { hasText } from "./audiences.ts";
import type { LintContext } from "./context.ts";

const LONGEST_MINUTES = 12;

/** FW039: more questions than people answer with care, and no shorter form of them. */
export function* shortEnough({ document, items }: LintContext): Iterable<Complaint> {
  const most = (LONGEST_MINUTES * 60) / SECONDS_PER_ITEM;
  const coded = new Set(items.filter(({ scale }) => scale?.kind === "coded").map(({ item }) => item.id));
  const longest = Math.max(
    ...document.audiences.map(
      ({ id }) => items.filter((entry) => coded.has(entry.item.id) && hasText(entry, id)).length,
    ),
  );
  if (longest <= most || (document.forms ?? []).some((form) => form.items.length <= most)) return;
  yield {
    code: "FW039",
    severity: "warning",
    path: ["items"],
    on: "key",
    message: `${longest} questions take longer than ${LONGEST_MINUTES} minutes, and people tire.`,
    help: `Offer a form of at most ${Math.floor(most)} items under \`forms:\`.`,
  };
}
