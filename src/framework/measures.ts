import type { CodedScale, Scale } from "./types.ts";

/**
 * True for a scale that says how far people agree (`measures: agreement`; the preset `agree` says so itself), whatever
 * language its answers are in. The one place that decides it: for reverse-keyed questions, the importance of a dimension and
 * the supplements of profiles.
 */
export function measuresAgreement(scale: Scale | undefined): scale is CodedScale & { readonly measures: "agreement" } {
  return scale?.kind === "coded" && scale.measures === "agreement";
}
