import type { Audit } from "../../audit/types.ts";
import type { Evaluation } from "../../diagnosis/gate/evaluate.ts";
import type { Changes } from "../../diagnosis/gate/material.ts";
import { listWords, peopleWords } from "../../render/words.ts";
import type { Baseline, BaselinePlace } from "./baseline.ts";

interface Checked {
  readonly audit: Audit;
  readonly baseline: Baseline | "not yet" | null;
  readonly changes: Changes;
  readonly evaluations: readonly Evaluation[];
  readonly place: BaselinePlace | null;
}

/** What a reader of the verdict must know beside it, each in a sentence. */
export function mindOf({ audit, baseline, changes, evaluations, place }: Checked): readonly string[] {
  const isOfChange = evaluations.some(({ gate }) => gate.change !== null);
  return [
    ...(baseline === "not yet" ? [notYet(place?.path ?? "", isOfChange)] : []),
    ...(changes.incomparable === null ? [] : [`The baseline is not comparable: ${changes.incomparable}.`]),
    ...(changes.comparison?.mind ?? []),
    ...rewordedSince(changes),
    ...(isOfChange ? otherExport(audit, baseline) : []),
    ...(audit.disclosure.lowered
      ? ["The minimum group was lowered below the default: numbers of few people may be judged."]
      : []),
  ];
}

function notYet(path: string, isOfChange: boolean): string {
  const passes = isOfChange ? ": gates on a change pass" : "";
  return `There is no baseline yet${passes}. Make this audit the baseline with: trust-audit check AUDIT.json --baseline ${path} --move-baseline 'first survey'`;
}

function rewordedSince({ comparison }: Changes): readonly string[] {
  const titles = [...new Set((comparison?.reworded ?? []).map(({ title }) => title))];
  if (titles.length === 0) return [];
  return [`${listWords(titles, "and")}: what people read has changed since the baseline; take changes with care.`];
}

/** People are paired with an export that the run named; whether it is the baseline's own only its size can hint at. */
function otherExport({ change }: Audit, baseline: Baseline | "not yet" | null): readonly string[] {
  if (change?.kind !== "paired" || change.people === null || baseline === null || baseline === "not yet") return [];
  const then = baseline.kept.audit.asked.people;
  const { before } = change.people;
  if (then === null || then === before) return [];
  return [
    `People are compared with their own answers in ${change.before} (${peopleWords(before)}), the baseline holds ${peopleWords(then)}: give --previous the export that the baseline was scored from.`,
  ];
}
