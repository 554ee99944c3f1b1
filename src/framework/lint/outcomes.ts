import type { Complaint } from "../complaint.ts";
import type { LintContext } from "./context.ts";

/** FW047: an outcome statistic that its item's scale cannot give. */
export function* outcomesSuitTheirScale({ document, items }: LintContext): Iterable<Complaint> {
  for (const [index, outcome] of (document.outcomes ?? []).entries()) {
    const scale = items.find((entry) => entry.item.id === outcome.item)?.scale;
    if (scale === undefined) continue;
    const path = ["outcomes", index, "statistic"];
    const isNpsScale = scale.kind === "coded" && scale.min === 0 && scale.max === 10 && scale.points.length === 11;
    if (outcome.statistic === "nps" && !isNpsScale) {
      yield {
        code: "FW047",
        path,
        message: `An NPS needs the numbers 0 to 10, and the item "${outcome.item}" is answered on the scale "${scale.id}".`,
        help: "Give the item the scale `rating`, or report its `mean`.",
      };
    }
    if (outcome.statistic === "csat" && (scale.kind === "figure" || scale.points.length < 4)) {
      yield {
        code: "FW047",
        path,
        message: `A top-two share needs a scale of at least four answers, and the item "${outcome.item}" has another.`,
        help: "Give the item a scale of four answers or more, or report its `mean`.",
      };
    }
  }
}
