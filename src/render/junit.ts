import type { Audit } from "../audit/types.ts";
import type { Verdict } from "../audit/verdict.ts";
import { cleanDeep } from "./clean.ts";
import { auditSuites } from "./junit/audit.ts";
import { verdictSuite } from "./junit/verdict.ts";
import { junitXml } from "./junit/xml.ts";

/** The published scores as JUnit XML. A report judges nothing, so nothing in it fails; gates do (`verdictJunit`). */
export function renderJunit(audit: Audit): string {
  const clean = cleanDeep(audit);
  return junitXml(clean.framework.title, auditSuites(clean));
}

/** A verdict as JUnit XML: a failed gate is a failure, one that could not be judged an error of type `not-enough-data`. */
export function verdictJunit(verdict: Verdict): string {
  const clean = cleanDeep(verdict);
  return junitXml(clean.framework.title, [verdictSuite(clean)]);
}
