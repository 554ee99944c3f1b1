import type { Asked, ContextAnswer, FlowStep } from "../audit/types.ts";
import type { Audience } from "../framework/types.ts";
import { EXCLUSIONS, type Ledger } from "../response/types.ts";
import type { AuditParts } from "./parts.ts";

/** Who was asked what, and what became of the rows. How many answered is told even where nothing else may be: the rows tell it, too. */
export function buildAsked(parts: AuditParts): Asked {
  const { framework, form, audience, program, ledger, overall, released } = parts;
  const subset = subsetWords(parts);
  const known = framework.audiences.filter(({ id }) => parts.audienceColumn !== null || id === audience);
  const shorter = framework.forms.find(({ id }) => id === form);
  return {
    audience: audienceOf(known, audience),
    audiences: known.map(({ id, title, worry, afterBreach }) => ({
      ...{ id, title },
      ...{ worry: worry ?? null, afterBreach: afterBreach ?? null },
    })),
    audienceColumn: parts.audienceColumn,
    context: parts.context.map(contextAnswer),
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

function audienceOf(audiences: readonly Audience[], asked: string): Asked["audience"] {
  const [only, ...others] = audiences;
  if (only === undefined) return { id: asked, title: asked };
  if (others.length === 0) return { id: only.id, title: only.title };
  return { id: "everyone", title: audiences.map(({ title }) => title).join(", ") };
}

function contextAnswer({ question, option }: AuditParts["context"][number]): ContextAnswer {
  const answer = question.options.find(({ id }) => id === option);
  return {
    id: question.id,
    title: question.title,
    steers: question.steers,
    answer: { id: option, title: answer?.title ?? option },
    says: answer?.says ?? null,
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
