import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import type { Complaint } from "../complaint.ts";
import { STEERED } from "../steered.ts";
import { canTellWhoIsAsked, hasText, isAsked } from "./audiences.ts";
import type { DimensionEntry, LintContext } from "./context.ts";
import { isAgreement } from "./reversed.ts";

/** FW124: a touchpoint that its audience is not asked about. */
export function* touchpointsAreAsked(context: LintContext): Iterable<Complaint> {
  if (!canTellWhoIsAsked(context)) return;
  const audiences = new Set(context.document.audiences.map(({ id }) => id));
  for (const [audience, ids] of Object.entries(context.document.journey?.touchpoints ?? {})) {
    for (const [place, id] of ids.entries()) {
      const dimension = dimensionOf(context, id);
      if (!audiences.has(audience) || dimension === undefined || isAsked(dimension, audience)) continue;
      yield {
        code: "FW124",
        path: ["journey", "touchpoints", audience, place],
        message: `${quote(audience)} is not asked about ${quote(id)}, so it is no touchpoint of theirs.`,
        help: "Name dimensions whose items have a text for this audience.",
      };
    }
  }
}

/** FW125: an importance that is no mean of an agreement, or that some of those who are asked the dimension are not asked. */
export function* importanceIsAnOpinion({ document, dimensions, items }: LintContext): Iterable<Complaint> {
  for (const entry of dimensions) {
    const { dimension, index } = entry;
    const outcome = (document.outcomes ?? []).find(({ id }) => id === dimension.importance);
    const item = items.find((one) => one.item.id === outcome?.item);
    if (outcome === undefined || item?.scale === undefined) continue;
    const isWhole = document.audiences.every(({ id }) => !isAsked(entry, id) || hasText(item, id));
    if (outcome.statistic === "mean" && isAgreement(item) && isWhole) continue;
    yield {
      code: "FW125",
      path: ["dimensions", index, "importance"],
      message: `The importance of ${quote(dimension.id)} must be the mean of how far the same people agree, and ${quote(outcome.id)} is something else.`,
      help: "Use an outcome with `statistic: mean` of an item on a scale of agreement, worded for those who are asked the dimension.",
    };
  }
}

/** FW126: a trend or severity of several items. FW127: a limit that no answer lies on the other side of. */
export function* soundTriage(context: LintContext): Iterable<Complaint> {
  const { triage } = context.document;
  for (const [at, sign] of (triage?.signs ?? []).entries()) {
    for (const key of ["trend", "severity"] as const) {
      const dimension = dimensionOf(context, sign[key]);
      if (dimension === undefined || dimension.items.length < 2) continue;
      yield {
        code: "FW126",
        path: ["triage", "signs", at, key],
        message: `The ${key} of a sign is one question, and ${quote(sign[key])} has ${dimension.items.length}.`,
        help: "Make a dimension of its own for it, with one item.",
      };
    }
  }
  if (triage === undefined) return;
  yield* limitOn(context, "trend", { path: ["triage", "trend", "worse_below"], limit: triage.trend.worse_below });
  yield* limitOn(context, "severity", {
    path: ["triage", "severity", "severe_from"],
    limit: triage.severity.severe_from,
  });
}

function* limitOn(
  context: LintContext,
  key: "trend" | "severity",
  { path, limit }: { readonly path: readonly string[]; readonly limit: number },
): Iterable<Complaint> {
  for (const sign of context.document.triage?.signs ?? []) {
    const scale = dimensionOf(context, sign[key])?.items[0]?.scale;
    if (scale?.kind !== "coded" || (limit > scale.min && limit <= scale.max)) continue;
    const message = `${limit} parts no answers to ${quote(sign[key])}, which go from ${scale.min} to ${scale.max}.`;
    yield { code: "FW127", path, message, help: "Choose a limit between the lowest and the highest code." };
    return;
  }
}

function dimensionOf({ dimensions }: LintContext, id: string): DimensionEntry | undefined {
  return dimensions.find((one) => one.dimension.id === id && one.items.length > 0);
}

/** FW128: an answer about the survey that no strategy is chosen by. */
export function* contextSteers({ document }: LintContext): Iterable<Complaint> {
  for (const [at, { steers, options }] of (document.context ?? []).entries()) {
    const known: readonly string[] = STEERED[steers];
    for (const [place, { id }] of options.entries()) {
      if (known.includes(id)) continue;
      yield {
        code: "FW128",
        severity: "warning",
        path: ["context", at, "options", place, "id"],
        message: `No strategy is chosen by ${quote(id)}, so this answer steers nothing.`,
        help: `The ${steers} of the strategies are ${known.join(", ")}.`,
        suggestion: suggest(id, known),
      };
    }
  }
}
