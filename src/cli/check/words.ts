import type { GateOperator } from "../../audit/verdict.ts";
import type { Evaluation, Part } from "../../diagnosis/gate/evaluate.ts";
import type { Found } from "../../diagnosis/gate/types.ts";
import { short } from "../../render/numbers.ts";
import { endsWords, type GateUnit, gateFormat, limitWords, numberWords } from "../../render/sections/verdict-words.ts";
import { HIDDEN } from "../../render/words.ts";

const OPERATOR: Readonly<Record<GateOperator, string>> = {
  ">=": "at least",
  ">": "more than",
  "<=": "at most",
  "<": "less than",
};

function unitOf({ measure, limit, gate: { operator } }: Evaluation, reading?: Found): GateUnit {
  return { measure, limit, operator, range: reading?.range };
}

/** "at least 55 index points", "every dimension: at least 40 index points", "a drop of at most 5 index points". */
export function expectedWords(evaluation: Evaluation): string {
  const { gate, limit } = evaluation;
  const amount = `${OPERATOR[gate.operator]} ${limitWords(unitOf(evaluation))}`;
  const what = gate.change === null ? amount : `a ${gate.change} of ${amount}`;
  const scores = gate.each === null ? [] : [`every ${gate.each}`];
  const groups = gate.scope.filter(({ value }) => value === null).map(({ column }) => `every group of ${column}`);
  const whose = [...scores, ...groups].join(" of ");
  return `${whose === "" ? "" : `${whose}: `}${what}${gate.change !== null && limit < 0 ? ` (${short(limit)})` : ""}`;
}

/** The number and the ends of its interval as text; of a change the way it went. */
export function foundWords(evaluation: Evaluation, reading: Found): { words: string; ends: string | null } {
  const { value, interval } = reading;
  const { change } = evaluation.gate;
  const unit = beside(unitOf(evaluation, reading), change !== null && value < 0);
  const said = change === null ? reading : went(reading);
  const words = numberWords(said.value, unit);
  return {
    words: change === null ? atLeast(reading, words) : `a ${direction(change, value)} of ${words}`,
    ends: interval === null || said.interval === null ? null : endsWords(said.interval, unit),
  };
}

function atLeast({ unshown }: Found, words: string): string {
  return unshown === undefined ? words : `at least ${words}`;
}

/** A change that went the other way is not held beside the limit, but beside its mirror image. */
function beside(unit: GateUnit, isTurned: boolean): GateUnit {
  return isTurned ? { ...unit, limit: -unit.limit } : unit;
}

/** A drop below nought is a rise. */
function direction(change: "drop" | "rise", value: number): "drop" | "rise" {
  if (value >= 0) return change;
  return change === "drop" ? "rise" : "drop";
}

/** In the direction that it went. */
function went({ value, interval }: Found): Pick<Found, "value" | "interval"> {
  if (value >= 0) return { value, interval };
  return {
    value: -value,
    interval: interval === null ? null : { ...interval, low: -interval.high, high: -interval.low },
  };
}

/** In one sentence, of one number. */
export function whyWords(evaluation: Evaluation, { subject, judgement }: Part): string {
  const { reading, title } = subject;
  if (reading.kind === "nothing") return `${title}: ${reading.why ?? HIDDEN}.`;
  if (reading.kind === "no baseline yet") return `${title}: there is no baseline yet, so no change to judge.`;
  const unit = unitOf(evaluation, reading);
  const { change, operator } = evaluation.gate;
  const isTurned = change !== null && reading.value < 0;
  const number = gateFormat(beside(unit, isTurned))(change === null ? reading.value : Math.abs(reading.value));
  const about = `${title}: ${change === null ? number : `a ${direction(change, reading.value)} of ${number}`}`;
  const limit = `${isTurned ? `a ${change} of ` : ""}${OPERATOR[operator]} ${limitWords(unit)}`;
  const { ends } = foundWords(evaluation, reading);
  switch (judgement.because) {
    case "there may be more":
      return `${about} at least; whether there are more rests on what is not shown: ${reading.unshown?.why ?? HIDDEN}.`;
    case "met":
      return `${about} ${isTurned && (operator === "<=" || operator === "<") ? "stays within" : "is"} ${limit}.`;
    case "missed":
      return `${about} is not ${limit}.`;
    case "missed without interval":
      return `${about} is not ${limit}; there is no interval, so the number alone decides.`;
    case "missed within its interval":
      return `${about} is not ${limit}, but its interval (${ends}) reaches it: that may be chance.`;
    case "missed clearly":
      return `${about} is not ${limit}, and its whole interval (${ends}) misses it.`;
    case "beyond the margin within chance":
      return `${about} is not ${limit}, but its interval (${ends}) reaches no change at all: that may be chance.`;
    case "beyond the margin and chance":
      return `${about} is not ${limit}, and its interval (${ends}) leaves out no change: more than chance.`;
    default:
      return `${about}.`;
  }
}
