import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import type { LintContext } from "./context.ts";

/** FW070: a cause that is its own effect. FW071: the same link twice. */
export function* soundLinks({ document }: LintContext): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const [index, { from, to }] of (document.links ?? []).entries()) {
    const path = ["links", index, "to"];
    if (from === to) {
      const help = "A loop runs over two dimensions or more; link each to the next.";
      yield { code: "FW070", path, message: `${quote(from)} is linked to itself.`, help };
    }
    const link = `${from} ${to}`;
    if (seen.has(link)) {
      const message = `The link from ${quote(from)} to ${quote(to)} stands here a second time.`;
      yield { code: "FW071", path, message, help: "Keep one of the two, with the strength you mean." };
    }
    seen.add(link);
  }
}
