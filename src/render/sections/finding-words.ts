/** A finding in one line, for formats that have no room for its parts. */
import type { Audit, Finding } from "../../audit/types.ts";
import { CERTAINTY, listWords, SEVERITY } from "../words.ts";
import { ofAudience } from "./audiences.ts";
import { evidenceWords } from "./findings.ts";

/** "High: Customers: Self-interest shows" */
export function findingTitle({ severity, audience, title }: Finding): string {
  return `${SEVERITY[severity]}: ${ofAudience(audience)}${title}`;
}

/** "Says what it means. Because intimacy 57 (54 to 59, n 239) is below 65 (clear)." */
export function findingText(audit: Audit, { says, evidence, audience, certainty }: Finding): string {
  const because = evidence.map((one) => evidenceWords(audit, one, audience));
  return `${says} Because ${listWords(because, "and")} (${CERTAINTY[certainty]}).`;
}
