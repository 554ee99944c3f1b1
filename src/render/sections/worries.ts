import type { AskedAudience, Audit } from "../../audit/types.ts";
import type { Block, TableRow } from "../sheet.ts";
import { cellOf, leadOf } from "./audiences.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { READING_WORDS } from "./reading.ts";

/** What each audience typically worries about; what to answer it, where trust is low or a breach is known. */
export function worryBlocks(audit: Audit): readonly Block[] {
  const told = audit.asked.audiences.flatMap((audience) => {
    const { worry } = audience;
    const answer = answerTo(audit, audience);
    return worry === null && answer === null ? [] : [{ title: audience.title, worry, answer }];
  });
  if (told.length === 0) return [];
  const answered = told.some(({ answer }) => answer !== null);
  return [
    { kind: "heading", level: 3, text: "What they typically worry about" },
    applicable({
      kind: "table",
      leading: 1,
      columns: [
        { title: "Audience", wrapTo: 12 },
        { title: "Worry", wrapTo: 20 },
        { title: "Answer after a breach", wrapTo: 24 },
      ],
      rows: told.map(
        ({ title, worry, answer }): TableRow => [title, worry ?? NOT_APPLICABLE, answer ?? NOT_APPLICABLE],
      ),
    }),
    { kind: "list", tone: "quiet", items: [TYPICAL, ...(answered ? whyAnswered(audit) : [])] },
  ];
}

const TYPICAL = "From practice, not from these answers: ask whether it holds here.";

function whyAnswered(audit: Audit): readonly string[] {
  if (isAfterBreach(audit)) return [];
  return [`An answer is given where the headline has ${READING_WORDS[audit.framework.reading].low}.`];
}

function answerTo(audit: Audit, audience: AskedAudience): string | null {
  return isAfterBreach(audit) || isLow(audit, audience) ? audience.afterBreach : null;
}

/** It was said what kind of breach it was. */
function isAfterBreach({ asked }: Audit): boolean {
  return asked.context.some(({ steers }) => steers === "breaches");
}

/** Of the index, as wherever a dimension is called low. */
const LOW = 50;

function isLow(audit: Audit, audience: AskedAudience): boolean {
  const lead = leadOf(audit, cellOf(audit, audience));
  return lead?.index.kind === "estimate" && lead.index.value < LOW && lead.index.value < lead.target;
}
