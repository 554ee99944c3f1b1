import { createHash } from "node:crypto";
import { publishedNumbers } from "../../audit/published-numbers.ts";
import type { Audit } from "../../audit/types.ts";

/** SHA-256 over the published results, hex: two audits with the same one show the same numbers. */
export function fingerprintOf(audit: Audit): string {
  return createHash("sha256")
    .update(JSON.stringify(publishedNumbers(audit)))
    .digest("hex");
}
