import type { GateMode, Outcome as Says } from "../../audit/verdict.ts";
import { gateProblem, Refused } from "./complaint.ts";
import { type Judgement, judge, leeway } from "./judge.ts";
import { limitIn, measureOf } from "./limit.ts";
import { type Changes, hasChanges } from "./material.ts";
import type { Names } from "./names.ts";
import { parseGate } from "./parse.ts";
import { type Quantity, quantityOf } from "./quantity.ts";
import { type Scoped, scopedCells } from "./scope.ts";
import { subjectsOf } from "./subjects.ts";
import type { Gate, GateSource, Measure, Outcome, Subject } from "./types.ts";

/** One gate, judged. */
export interface Evaluation {
  readonly source: GateSource;
  readonly gate: Gate;
  readonly measure: Measure;
  /** In the unit of the measure. */
  readonly limit: number;
  /** That was asked for. */
  readonly asked: GateMode;
  /** That decided: without an interval the number alone. */
  readonly mode: GateMode;
  readonly verdict: Says;
  readonly parts: readonly Part[];
  /** The one that decided, the nearest to failing; null: nothing can be said. */
  readonly decided: Part | null;
}

export interface Part {
  readonly subject: Subject;
  readonly judgement: Judgement;
}

interface Against {
  readonly changes: Changes;
  readonly names: Names;
  /** For all gates that do not say their own; null: the default of each. */
  readonly mode: GateMode | null;
}

/**
 * Reads one gate and holds it against the audit. Problems: those of parseGate, GT005 to GT007 and GT009 of names and limits,
 * GT008 a mode that does not fit, GT010 a change without a baseline.
 */
export function evaluateGate(source: GateSource, against: Against): Outcome<Evaluation> {
  const parsed = parseGate(source);
  if (parsed.problems !== undefined) return parsed;
  try {
    return { value: evaluated(source, parsed.value, against) };
  } catch (error) {
    if (error instanceof Refused) return { problems: [gateProblem(source, error.complaint)] };
    throw error;
  }
}

function evaluated(source: GateSource, gate: Gate, { changes, names, mode }: Against): Evaluation {
  const quantity = quantityOf(gate, names);
  const { audit, baseline } = changes.material;
  refuseUnbased(gate, changes);
  refuseScope(gate, quantity);
  const measure = measureOf(quantity, names);
  const limit = quantity.kind === "unknowable" ? gate.limit.value : limitIn(gate, measure);
  const asked = modeOf(gate, quantity, source.mode ?? mode);
  const earlier = baseline === null || baseline === "not yet" ? null : baseline.audit;
  const groups = comparableGroups(scopedCells(gate.scope, audit.audit, earlier), gate);
  const rule = { operator: gate.operator, limit, mode: asked };
  const parts = subjectsOf({ quantity, measure, gate }, groups, changes).map(
    (subject): Part => ({ subject, judgement: judge(subject.reading, rule) }),
  );
  const verdict = worst(parts.map(({ judgement }) => judgement.verdict));
  const decided = decidedBy(parts, verdict, (value) => leeway(value, rule));
  const used = decided?.judgement.mode ?? asked;
  return { source, gate, measure, limit, asked, mode: used, verdict, parts, decided };
}

/** A pool holds other groups each time: it has a level, and no change. */
function comparableGroups(groups: readonly Scoped[], { change }: Gate): readonly Scoped[] {
  const shown = groups.filter(({ cell }) => cell?.kind !== "pool");
  return change === null || shown.length === 0 ? groups : shown;
}

/** A fail outweighs what cannot be said, and that outweighs a pass. */
export function worst(verdicts: readonly Says[]): Says {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("not enough data") ? "not enough data" : "pass";
}

function decidedBy(parts: readonly Part[], verdict: Says, leewayOf: (value: number) => number): Part | null {
  const candidates = parts.filter(({ judgement }) => judgement.verdict === verdict);
  const room = ({ subject: { reading } }: Part) => (reading.kind === "found" ? leewayOf(reading.value) : 0);
  return candidates.reduce<Part | null>(
    (found, one) => (found === null || room(one) < room(found) ? one : found),
    null,
  );
}

const COUNTED: readonly Quantity["kind"][] = ["people", "response rate", "quality", "findings", "signs", "level"];

function modeOf(gate: Gate, { kind }: Quantity, wanted: GateMode | null): GateMode {
  const isMost = gate.operator === "<=" || gate.operator === "<";
  const isMargin = kind === "change" && isMost && gate.limit.value >= 0;
  if (wanted === "regression" && !isMargin)
    throw new Refused({
      code: "GT008",
      message:
        "The mode regression judges how far a score has dropped or risen at most, with a margin of nought or more.",
      help: "Write drop(trust.index) <= 5, or judge this gate in the mode point or confident.",
      span: { at: 0, length: gate.text.length },
    });
  if (COUNTED.includes(kind)) return "point";
  return wanted ?? (isMargin ? "regression" : "confident");
}

function refuseUnbased(gate: Gate, { material }: Changes): void {
  if (gate.change === null || hasChanges(material)) return;
  throw new Refused({
    code: "GT010",
    message: `${gate.change}() tells a change, and there is no baseline to tell it from.`,
    help: "Name one: --baseline baseline.json, or `baseline:` in trust-audit.yaml; or score with --previous or --wave.",
    span: { at: 0, length: gate.text.length },
  });
}

const OF_EVERYONE: readonly Quantity["kind"][] = ["quality", "findings", "signs"];

function refuseScope({ scope, subject, statistic }: Gate, { kind }: Quantity): void {
  const [first] = scope;
  if (first === undefined || (!OF_EVERYONE.includes(kind) && statistic?.name !== "alpha")) return;
  throw new Refused({
    code: "GT006",
    message: `${subject.name}.${statistic?.name ?? ""} is told of everyone only, not of single groups.`,
    help: "Leave the group out.",
    span: { at: first.at, length: first.length },
  });
}
