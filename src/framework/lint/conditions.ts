import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import type { ConditionDocument } from "../document.ts";
import { isDoubted } from "../doubt.ts";
import { canTellWhoIsAsked, isAsked } from "./audiences.ts";
import type { LintContext } from "./context.ts";

interface Placed {
  readonly condition: ConditionDocument;
  readonly path: readonly (string | number)[];
}

/** FW130: a condition on a level that the ladder does not have. */
export function* conditionsOfLevels(context: LintContext): Iterable<Complaint> {
  if (isDoubted(["ladder"], context.doubts)) return;
  const levels = context.document.ladder?.levels.length ?? 0;
  for (const { condition, path } of conditionsIn(context)) {
    if (condition.level === undefined || condition.level <= levels) continue;
    yield {
      code: "FW130",
      path: [...path, "level"],
      message: `There is no level ${condition.level}: ${levels === 0 ? "the framework has no ladder" : `the ladder has ${levels}`}.`,
      help: levels === 0 ? "Add `ladder:`, or judge an index." : `Choose a level from 1 to ${levels}.`,
    };
  }
}

/** FW131: a gap between two audiences in something that one of them is not asked about. */
export function* gapsAreAsked(context: LintContext): Iterable<Complaint> {
  if (!canTellWhoIsAsked(context)) return;
  const audiences = new Set(context.document.audiences.map(({ id }) => id));
  for (const { condition, path } of conditionsIn(context)) {
    const dimension = context.dimensions.find((one) => one.dimension.id === condition.of && one.items.length > 0);
    if (dimension === undefined) continue;
    const missing = (condition.between ?? []).filter((id) => audiences.has(id) && !isAsked(dimension, id));
    if (missing.length === 0) continue;
    yield {
      code: "FW131",
      path: [...path, "of"],
      message: `${missing.map(quote).join(" and ")} is not asked about ${quote(dimension.dimension.id)}, so there is no gap to judge.`,
      help: "Name something that both audiences are asked.",
    };
  }
}

function conditionsIn({ document }: LintContext): readonly Placed[] {
  return (document.findings ?? []).flatMap((finding, at) =>
    finding.when.map((condition, place) => ({ condition, path: ["findings", at, "when", place] })),
  );
}
