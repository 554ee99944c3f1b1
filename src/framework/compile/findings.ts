import type { ConditionDocument, FindingDocument } from "../document.ts";
import type { Condition, FindingRule } from "../types.ts";

export function compileFinding(finding: FindingDocument): FindingRule {
  const { id, title, severity, says, ask, strategies = [] } = finding;
  const when = finding.when.map(compileCondition);
  return { id, title, severity, when, says, ...(ask === undefined ? {} : { ask }), strategies };
}

function compileCondition(condition: ConditionDocument): Condition {
  const { of, between, level, below, reached, at_least, ahead_of, by } = condition;
  if (level !== undefined && below === true) return { kind: "levelBelow", level };
  if (level !== undefined && reached === true) return { kind: "levelReached", level };
  if (of === undefined) throw new Error("a condition has neither `of` nor `level`");
  if (between !== undefined && at_least !== undefined) {
    return { kind: "between", of, audience: between[0], than: between[1], by: at_least };
  }
  if (typeof below === "number") return { kind: "below", of, limit: below };
  if (at_least !== undefined) return { kind: "atLeast", of, limit: at_least };
  if (ahead_of !== undefined && by !== undefined) return { kind: "ahead", of, than: ahead_of, by };
  throw new Error(`the condition on "${of}" has no kind`);
}
