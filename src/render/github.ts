import type { Audit } from "../audit/types.ts";
import type { Verdict } from "../audit/verdict.ts";
import { cleanDeep } from "./clean.ts";
import { annotationLines } from "./github/annotations.ts";
import { auditAnnotations } from "./github/audit.ts";
import { verdictAnnotations, verdictPage } from "./github/verdict.ts";
import { withLocale } from "./locale.ts";
import { markdownSheet } from "./markdown/draw.ts";
import { summaryPage } from "./sections/summary-page.ts";
import { type HouseStyle, PLAIN_STYLE } from "./style.ts";

/** Findings and what is hidden as annotations of a GitHub Actions log, one line each. */
export function renderGithub(audit: Audit, { locale }: HouseStyle = PLAIN_STYLE): string {
  return annotationLines(withLocale(locale, () => auditAnnotations(cleanDeep(audit))));
}

/** Gates as annotations: failed ones are errors, those that could not be judged warnings, the rest notices. */
export function verdictGithub(verdict: Verdict): string {
  return annotationLines(verdictAnnotations(cleanDeep(verdict)));
}

/** The top of the report in Markdown, for the summary of the job. */
export function auditJobSummary(audit: Audit, style: HouseStyle = PLAIN_STYLE): string {
  return markdownSheet(summaryPage(cleanDeep(audit), style));
}

/** The gates in Markdown, for the summary of the job. */
export function verdictJobSummary(verdict: Verdict, { title, locale }: HouseStyle = PLAIN_STYLE): string {
  return markdownSheet(withLocale(locale, () => ({ ...verdictPage(cleanDeep(verdict), title), locale })));
}
