import { createHash } from "node:crypto";
import { publishedAnswers, publishedNumbers } from "../../audit/published-numbers.ts";
import type { Audit } from "../../audit/types.ts";

/** SHA-256 over all published results, hex: two audits with the same one show the same numbers. */
export function fingerprintOf(audit: Audit): string {
  return hashOf(publishedNumbers(audit));
}

/** SHA-256 over what everyone answered, as far as it is shown, hex: by it news are told. */
export function answersOf(audit: Audit): string {
  return hashOf(publishedAnswers(audit));
}

function hashOf(document: unknown): string {
  return createHash("sha256").update(JSON.stringify(document)).digest("hex");
}
