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

/** FW075: a form that leaves a dimension without any item, so that composites over it have no score. */
export function* formsCoverDimensions({ document, dimensions }: LintContext): Iterable<Complaint> {
  for (const [index, form] of (document.forms ?? []).entries()) {
    const asked = new Set(form.items);
    const left = dimensions.filter(
      ({ dimension, items }) =>
        dimension.optional !== true && items.length > 0 && !items.some(({ item }) => asked.has(item.id)),
    );
    if (left.length === 0) continue;
    yield {
      code: "FW075",
      severity: "warning",
      path: ["forms", index, "items"],
      on: "key",
      message: `The form ${quote(form.id)} asks nothing about ${left.map(({ dimension }) => dimension.id).join(", ")}.`,
      help: "Add an item of each; a composite without one of its dimensions has no score.",
    };
  }
}
