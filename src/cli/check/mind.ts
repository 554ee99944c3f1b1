import type { Audit } from "../../audit/types.ts";
import type { Evaluation } from "../../diagnosis/gate/evaluate.ts";
import type { Changes } from "../../diagnosis/gate/material.ts";
import { listWords } from "../../render/words.ts";
import type { Baseline } from "./baseline.ts";

interface Checked {
  readonly audit: Audit;
  readonly baseline: Baseline | "not yet" | null;
  readonly changes: Changes;
  readonly evaluations: readonly Evaluation[];
  /** Makes the audit the baseline, as it is typed here. */
  readonly moveCommand: string;
}

/** What a reader of the verdict must know beside it, each in a sentence. */
export function mindOf({ audit, baseline, changes, evaluations, moveCommand }: Checked): readonly string[] {
  const isOfChange = evaluations.some(({ gate }) => gate.change !== null);
  return [
    ...(baseline === "not yet" ? [notYet(moveCommand, isOfChange)] : []),
    ...(changes.incomparable === null ? [] : [`The baseline is not comparable: ${changes.incomparable}.`]),
    ...(changes.comparison?.mind ?? []),
    ...rewordedSince(changes),
    ...(isOfChange ? otherExport(changes) : []),
    ...(audit.disclosure.lowered
      ? ["The minimum group was lowered below the default: numbers of few people may be judged."]
      : []),
  ];
}

function notYet(command: string, isOfChange: boolean): string {
  const passes = isOfChange ? ": gates on a change pass" : "";
  return `There is no baseline yet${passes}. Make this audit the baseline with: ${command}`;
}

function rewordedSince({ comparison }: Changes): readonly string[] {
  const titles = [...new Set((comparison?.reworded ?? []).map(({ title }) => title))];
  if (titles.length === 0) return [];
  return [`${listWords(titles, "and")}: what people read has changed since the baseline; take changes with care.`];
}

/** The audit knows a change of the same people, but not from what the baseline holds. */
function otherExport({ unpaired }: Changes): readonly string[] {
  if (unpaired === null) return [];
  return [
    `Everyone is compared with the baseline as two groups of people: ${unpaired}. Give --previous the export that the baseline was scored from.`,
  ];
}
