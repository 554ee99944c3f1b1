/** An audit as annotations: what was found, and what must be known before any number is read. */
import type { Audit, Finding } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { nothingShown } from "../sections/audit-sheet.ts";
import { findingText, findingTitle } from "../sections/finding-words.ts";
import { leadFacts } from "../sections/lead-facts.ts";
import { HIDDEN, markWords } from "../words.ts";
import type { Annotation } from "./annotations.ts";

const LEVELS: Readonly<Record<Finding["severity"], Annotation["level"]>> = {
  high: "warning",
  medium: "notice",
  low: "notice",
  strength: "notice",
};
const WORST_FIRST: readonly Finding["severity"][] = ["high", "medium", "low", "strength"];

/** Expects an audit whose texts are clean. A report judges nothing, so none of them is an error. */
export function auditAnnotations(audit: Audit): readonly Annotation[] {
  const { overall, disclosure, framework } = audit;
  const mark = markWords(audit);
  const mind: readonly Annotation[] = [
    ...(mark === null
      ? []
      : [{ level: disclosure.lowered ? "warning" : "notice", title: "Mind", text: capital(`${mark}.`) } as const]),
    ...(disclosure.hidden ? [{ level: "notice", title: "Hidden", text: `Some results are ${HIDDEN}.` } as const] : []),
  ];
  if (overall === null) {
    const text = nothingShown(audit)
      .flatMap((block) => (block.kind === "paragraph" ? [block.text] : []))
      .join(" ");
    return [{ level: "warning", title: `${framework.title}: no result`, text }, ...mind];
  }
  const leads = leadFacts(audit, overall).map(({ label, text }) => ({ level: "notice", title: label, text }) as const);
  return [...leads, ...mind, ...findingAnnotations(audit)];
}

function findingAnnotations(audit: Audit): readonly Annotation[] {
  return WORST_FIRST.flatMap((severity) => audit.findings.filter((one) => one.severity === severity)).map(
    (finding) => ({
      level: LEVELS[finding.severity],
      title: findingTitle(finding),
      text: findingText(audit, finding),
    }),
  );
}
