import type { Asked, FlowStep } from "../audit/types.ts";
import { EXCLUSIONS, type Ledger } from "../response/types.ts";
import type { AuditParts } from "./parts.ts";

/** Who was asked what, and what became of the rows. How many answered is told even where nothing else may be: the rows tell it, too. */
export function buildAsked(parts: AuditParts): Asked {
  const { framework, form, audience, program, ledger, overall, released } = parts;
  const subset = subsetWords(parts);
  const known = framework.audiences.find(({ id }) => id === audience);
  const shorter = framework.forms.find(({ id }) => id === form);
  return {
    audience: { id: audience, title: known?.title ?? audience },
    form: shorter ? { id: shorter.id, title: shorter.title } : null,
    itemsAsked: program.items.length,
    subset,
    // The rows are of everybody: how many of a part there are, they do not tell.
    people: overall?.people ?? (subset === null ? ledger.scored : null),
    headcount: overall?.headcount ?? null,
    responseRate: overall?.responseRate ?? null,
    flow: released.rowsTold ? flow(ledger) : [],
  };
}

/** What `--where` left, and which wave the numbers are of; null: everybody. */
function subsetWords({ settings, wave }: AuditParts): string | null {
  const parts = [
    ...(settings.where === null ? [] : [settings.where.text]),
    ...(settings.wave === null || wave === null ? [] : [`${settings.wave} = ${wave}`]),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}

/** Rows read, one step per reason that left any out, rows scored: the first minus the middle ones is the last. */
function flow({ read, excluded, scored }: Ledger): readonly FlowStep[] {
  const left = EXCLUSIONS.map((step) => ({ step, rows: excluded[step] })).filter(({ rows }) => rows > 0);
  return [{ step: "read", rows: read }, ...left, { step: "scored", rows: scored }];
}
