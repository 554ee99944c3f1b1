/** A triage on one screen: the four lists, whom they are about, and what to run next. */
import type { Audit, CellResult, TriageResult } from "../../audit/types.ts";
import { count, published } from "../numbers.ts";
import type { Block, Fact } from "../sheet.ts";
import { bandWords, basisInside } from "../words.ts";
import { leadOf } from "./audiences.ts";
import { formatOf, scoreName, shownScore } from "./reading.ts";
import { audienceFacts, colourFacts, runNext } from "./triage-words.ts";

/** What a framework of signs has in place of a headline and the dimensions that stand highest and lowest. */
export function triagePage(audit: Audit, overall: CellResult, triage: TriageResult): readonly Block[] {
  const commands = runNext(triage).map((text, at): Fact => ({ label: count(at + 1), text }));
  return [
    { kind: "heading", level: 2, text: triage.title },
    { kind: "facts", rows: [...colourFacts(triage), ...audienceFacts(triage), ...leadFacts(audit, overall)] },
    ...(commands.length === 0
      ? []
      : ([
          { kind: "heading", level: 2, text: "Run next" },
          { kind: "facts", rows: commands },
        ] as const)),
  ];
}

/** "Alarm  load 55, weak, from one assessment: filled in for the organisation" */
function leadFacts(audit: Audit, overall: CellResult): readonly Fact[] {
  const lead = leadOf(audit, overall);
  if (lead === null) return [];
  const { reading, unit } = audit.framework;
  const shown = shownScore(lead);
  const number = published(shown, formatOf(reading, lead));
  const band = lead.band === null ? "" : `, ${bandWords(lead.band)}`;
  const basis = shown.kind === "estimate" ? `, from ${basisInside(unit, shown.n)}` : "";
  return [{ label: lead.title, text: `${scoreName(reading)} ${number}${band}${basis}`, tone: "quiet" }];
}
