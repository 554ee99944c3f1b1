import type { Audit } from "../../audit/types.ts";
import { countValue } from "./counts.ts";
import { type Changes, wantedChange } from "./material.ts";
import type { Quantity, ScoreKind } from "./quantity.ts";
import { nothing, outcomeValue, scoreValue, type Value, value } from "./readings.ts";
import type { Scoped } from "./scope.ts";
import type { Gate, Measure, Subject } from "./types.ts";

/** Every number that a gate is about: one, or each of those that `any` stands for. */
export function subjectsOf(
  { quantity, measure, gate }: { readonly quantity: Quantity; readonly measure: Measure; readonly gate: Gate },
  groups: readonly Scoped[],
  changes: Changes,
): readonly Subject[] {
  return groups.flatMap((group) =>
    idsOf(quantity, group, changes.material.audit.audit).map(({ id, title, path }) => ({
      path: `${group.path}${path}`,
      title: group.label === null ? title : `${group.label}, ${title}`,
      ...numberOf({ quantity, id, measure, gate }, group, changes),
    })),
  );
}

interface Wanted {
  readonly quantity: Quantity;
  readonly id: string;
  readonly measure: Measure;
  readonly gate: Gate;
}

function numberOf({ quantity, id, measure, gate }: Wanted, group: Scoped, changes: Changes): Value {
  const { audit } = changes.material.audit;
  const isEveryone = group.grouping === null && group.path === "";
  if (audit.asked.people === 0 && quantity.kind !== "people") return value(measure, nothing("nobody has answered"));
  if (group.cell === null && !isEveryone) return value(measure, nothing(group.why));
  if (quantity.kind === "change") {
    const { of, statistic } = quantity;
    const direction = gate.change ?? "drop";
    return value(
      measure,
      wantedChange(changes, { of, id, direction, statistic, group }),
      direction === "rise" ? 100 : 0,
    );
  }
  if (quantity.kind !== "score" && quantity.kind !== "outcome") return countValue(quantity, group.cell, audit);
  if (group.cell === null) return value(measure, nothing(null));
  if (quantity.kind === "outcome") return outcomeValue(group.cell, id, audit);
  return scoreValue(group.cell, { of: quantity.of, id, statistic: quantity.statistic }, audit);
}

interface Id {
  readonly id: string;
  readonly title: string;
  readonly path: string;
}

function idsOf(quantity: Quantity, group: Scoped, audit: Audit): readonly Id[] {
  switch (quantity.kind) {
    case "score":
    case "change":
      return scoreIds(quantity, group, audit).map((one) => ({ ...one, path: one.id }));
    case "outcome": {
      const title = audit.overall?.outcomes.find(({ id }) => id === quantity.id)?.title ?? quantity.id;
      return [{ id: quantity.id, title, path: quantity.id }];
    }
    default:
      return [{ id: "", ...countName(quantity, audit) }];
  }
}

interface Scores {
  readonly of: ScoreKind;
  readonly id: string | null;
}

/** Of every dimension those that have a sound and an unsound end, and were asked. */
function scoreIds({ of, id }: Scores, group: Scoped, audit: Audit): readonly { id: string; title: string }[] {
  const cell = group.cell ?? audit.overall;
  const scores = of === "composite" ? (cell?.composites ?? []) : (cell?.dimensions ?? []);
  if (id !== null) return [{ id, title: scores.find((one) => one.id === id)?.title ?? id }];
  const judged = scores.filter(({ target, index }) => target !== null && !isUnasked(index));
  return judged.length > 0
    ? judged
    : [{ id: `any(${of})`, title: of === "composite" ? "Every composite" : "Every dimension" }];
}

function isUnasked(index: { readonly kind: string; readonly reason?: string }): boolean {
  return index.kind === "none" && index.reason === "it was not asked";
}

const QUALITY_TITLES = {
  unanswered: "Questions left unanswered",
  not_applicable: "Answers “not applicable”",
  dont_know: "Answers “don't know”",
  unknown: "Answers that could not be read",
  long_runs: "People with a long run of one answer",
  straight_lines: "People with one answer to everything",
  fast: "People who answered too fast",
} as const;

function countName(quantity: Quantity, { ladders }: Audit): { readonly title: string; readonly path: string } {
  switch (quantity.kind) {
    case "response rate":
      return { title: "Response rate", path: "response_rate" };
    case "quality":
      return { title: QUALITY_TITLES[quantity.of], path: `quality.${quantity.of}` };
    case "findings":
      return {
        title: quantity.of === "any" ? "Findings" : `Findings of severity ${quantity.of}`,
        path: `findings.${quantity.of}`,
      };
    case "signs":
      return { title: "Red warning signs", path: "signs.red" };
    case "level": {
      const strand = ladders[0]?.strands.find(({ id }) => id === quantity.strand);
      const word = ladders[0]?.word === "stage" ? "Stage reached" : "Level reached";
      return strand === undefined
        ? { title: word, path: "level" }
        : { title: `${strand.title}: ${word.toLowerCase()}`, path: `${strand.id}.level` };
    }
    default:
      return { title: "People scored", path: "n" };
  }
}
