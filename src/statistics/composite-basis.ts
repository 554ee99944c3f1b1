/**
 * What a composite rests on in one group: its formula as far as it was answered, and the sums of its inputs.
 *
 * Missing rule: hiding comes before every other reason. An input nobody answered is left out of the mean where the composite
 *   says so (`skip_missing`), and is named; elsewhere it, or a headcount that cannot be right, leaves no composite. A composite
 *   held by the ladder also rests on every dimension of the ladder that is shown.
 */
import type { Hidden, NotComputable } from "../audit/estimate.ts";
import type { Held } from "../audit/types.ts";
import { endsOf as endsOfFormula } from "../framework/ends.ts";
import { meanOfKept } from "../framework/formula/mean.ts";
import type { Composite } from "../framework/types.ts";
import { evaluate } from "../numeric/formula.ts";
import { heldBy, heldValue, ladderHolding, pointsAt } from "./composite-cap.ts";
import { bind } from "./composite-interval.ts";
import { type Group, HIDDEN, type Score, scoreOf, titleOf } from "./group.ts";
import { dimensionsOf } from "./ladder-levels.ts";
import type { Moments } from "./moments.ts";
import { cannotEstimate, notComputable } from "./sampling.ts";
import { whyUnanswered } from "./unanswered.ts";
import type { Summary } from "./weights.ts";

export interface Basis {
  /** Without the inputs that were left out. */
  readonly composite: Composite;
  /** Dimensions: the inputs, then those of the ladder. One mean for each is what `valueAt` takes. */
  readonly names: readonly string[];
  /** In the order of `names`: positions in the plan and their numbers. */
  readonly positions: readonly number[];
  readonly moments: readonly Moments[];
  readonly summaries: readonly Summary[];
  /** Value of the formula, held by the ladder where that holds it; not finite where there is none. */
  readonly valueAt: (means: readonly number[]) => number;
  /** The same, not held. */
  readonly formulaAt: (means: readonly number[]) => number;
  readonly held: {
    /** What holds it at given means; null where nothing does. */
    readonly by: (means: readonly number[]) => Held | null;
    /** Every dimension of the ladder is among `names`. */
    readonly complete: boolean;
    /** What there is instead of a value where the level cannot be said. */
    readonly unknown: Hidden | NotComputable;
  } | null;
  /** What was left out, in words. */
  readonly caveats: readonly string[];
}

/** The basis, or the first reason why there is no value. */
export function basisOf(group: Group, declared: Composite): Basis | Hidden | NotComputable {
  const scores = new Map(declared.inputs.map((id) => [id, scoreOf(group, id)]));
  if (group.released.veils.has(declared.id) || [...scores.values()].some(({ kind }) => kind === "hidden"))
    return HIDDEN;
  const missing = declared.skipMissing ? declared.inputs.filter((id) => isMissing(scores.get(id))) : [];
  if (missing.length > 0 && missing.length === declared.inputs.length) {
    const few = group.sampling.unit === "person" ? "nobody answered enough of any" : "too little was answered of each";
    return notComputable(`${few} of its parts`, 0);
  }
  const composite = without(group, declared, missing);
  const shown: Shown[] = [];
  for (const id of composite.inputs) {
    const input = shownInput(group, id);
    if ("reason" in input) return input;
    shown.push(input);
  }
  const names = composite.inputs;
  const formulaAt = (means: readonly number[]) => evaluate(composite.tree, bind(names, means));
  const caveats = missing.length === 0 ? [] : [leftOut(group, missing)];
  return {
    ...held(group, { composite, shown, formulaAt }),
    ...{ composite, formulaAt, caveats },
  };
}

function leftOut(group: Group, missing: readonly string[]): string {
  if (group.sampling.unit === "person")
    return `Left out, as nobody answered enough of it: ${missing.map((id) => titleOf(group, id)).join(", ")}.`;
  const each = missing.map((id) => {
    const why = scoreOf(group, id).kind === "shown" ? whyUnanswered(group, id) : null;
    return `${titleOf(group, id)} (${why?.reason ?? "it was not asked"})`;
  });
  return `Left out: ${each.join(", ")}.`;
}

interface Shown {
  readonly id: string;
  readonly position: number;
  readonly moments: Moments;
  readonly summary: Summary;
}

function isMissing(score: Score | undefined): boolean {
  return score === undefined || score.kind === "absent" || (score.kind === "shown" && score.moments.n === 0);
}

/** A mean of terms that each name one dimension, without some of them. */
function without({ framework }: Group, composite: Composite, missing: readonly string[]): Composite {
  if (missing.length === 0) return composite;
  const rest = meanOfKept(composite.tree, (id) => !missing.includes(id));
  const ranges = new Map(framework.dimensions.map((dimension) => [dimension.id, dimension]));
  const inputs = composite.inputs.filter((id) => !missing.includes(id));
  return { ...composite, tree: rest, inputs, ...endsOfFormula(rest, ranges) };
}

function shownInput(group: Group, id: string): Shown | NotComputable {
  const score = scoreOf(group, id);
  const title = titleOf(group, id);
  if (score.kind !== "shown") return notComputable(`${title} was not asked`, 0);
  const { n } = score.summary;
  const impossible = (n === 0 ? whyUnanswered(group, id) : null) ?? cannotEstimate(n, group.sampling);
  return impossible === null ? { id, ...score } : { ...impossible, reason: `${title}: ${impossible.reason}` };
}

interface Answered {
  readonly composite: Composite;
  readonly shown: readonly Shown[];
  readonly formulaAt: (means: readonly number[]) => number;
}

/** With the ladder's dimensions where it holds the composite. */
function held(
  group: Group,
  { composite, shown, formulaAt }: Answered,
): Pick<Basis, "names" | "positions" | "moments" | "summaries" | "valueAt" | "held"> {
  const ladder = ladderHolding(group.framework, composite);
  if (ladder === null) return { ...sumsOf(shown), valueAt: formulaAt, held: null };
  const ids = dimensionsOf(ladder);
  const others = ids.filter((id) => !composite.inputs.includes(id)).map((id) => shownInput(group, id));
  const all = [...shown, ...others.flatMap((other) => ("reason" in other ? [] : [other]))];
  const sums = sumsOf(all);
  const at = pointsAt(group.framework.dimensions, sums.names);
  const hold = { ladder, scale: composite };
  const veiled = ids.some((id) => group.released.veils.has(id));
  return {
    ...sums,
    valueAt: (means) => heldValue(hold, formulaAt(means), at(means)),
    held: {
      by: (means) => heldBy(hold, formulaAt(means), at(means)),
      complete: ids.every((id) => sums.names.includes(id)),
      unknown: veiled ? HIDDEN : notComputable(`the ${ladder.word} that holds it cannot be said`, smallestOf(all)),
    },
  };
}

function sumsOf(shown: readonly Shown[]): Pick<Basis, "names" | "positions" | "moments" | "summaries"> {
  return {
    names: shown.map(({ id }) => id),
    positions: shown.map(({ position }) => position),
    moments: shown.map(({ moments }) => moments),
    summaries: shown.map(({ summary }) => summary),
  };
}

function smallestOf(shown: readonly Shown[]): number {
  return Math.min(...shown.map(({ summary }) => summary.n));
}
