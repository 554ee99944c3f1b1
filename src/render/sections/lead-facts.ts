/** The headline in a line: of everyone, or of each audience where audiences are not averaged. */
import type { Audit, CellResult } from "../../audit/types.ts";
import { score } from "../numbers.ts";
import type { Fact } from "../sheet.ts";
import { audienceLeadFacts, leadOf, leadsByAudience, leadWords } from "./audiences.ts";
import { scoreName, shownIndex, shownScore } from "./reading.ts";

/** "Trust quotient  index 53 (95 % interval 52 to 54), mixed, from 240 people; target 75" */
export function leadFacts(audit: Audit, overall: CellResult): readonly Fact[] {
  const apart = leadsByAudience(audit);
  if (apart !== null) return audienceLeadFacts(audit, apart);
  const lead = leadOf(audit, overall);
  if (lead === null) return [];
  const { reading } = audit.framework;
  const shown = shownScore(lead);
  if (shown.kind !== "estimate") return [{ label: lead.title, text: leadWords(audit, lead) }];
  const text = `${scoreName(reading)} ${leadWords(audit, lead)}; target ${score(shownIndex(reading, lead.target))}`;
  return [{ label: lead.title, text, tone: "strong" }];
}
