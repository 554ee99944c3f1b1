/** Lowest promoter and highest detractor of a 0–10 item (Reichheld 2003). */
const PROMOTER = 9;
const DETRACTOR = 6;

/** What a published outcome tells apart. */
export type OutcomeClass = "top" | "middle" | "bottom";

/** Per code (ascending): its class. NPS: promoters, passives, detractors. CSAT: the two highest codes and the rest. */
export function outcomeClasses(statistic: "nps" | "csat", codes: readonly number[]): readonly OutcomeClass[] {
  if (statistic === "csat") return codes.map((_, at) => (at >= codes.length - 2 ? "top" : "bottom"));
  return codes.map((code) => (code >= PROMOTER ? "top" : code > DETRACTOR ? "middle" : "bottom"));
}
