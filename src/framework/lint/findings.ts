import { quote } from "../../problems/quote.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { ConditionDocument, FindingDocument } from "../document.ts";
import type { LintContext } from "./context.ts";

const KINDS = ["below", "at_least", "ahead_of"] as const;

/** FW072: a condition of no kind or of several. FW074: one thing compared with itself. */
export function* soundConditions({ document }: LintContext): Iterable<Complaint> {
  for (const [at, finding] of (document.findings ?? []).entries()) {
    for (const [place, condition] of finding.when.entries()) {
      const path = ["findings", at, "when", place];
      const fault = faultOf(condition);
      if (fault !== undefined) yield { code: "FW072", path, ...fault };
      yield* comparesTwo(condition, path);
    }
  }
}

function* comparesTwo({ of, between, ahead_of }: ConditionDocument, path: Path): Iterable<Complaint> {
  const [first, second] = between ?? [];
  if (first !== undefined && first === second) {
    const message = `The gap of ${quote(first)} to itself is always 0.`;
    yield { code: "FW074", path: [...path, "between", 1], message, help: "Name two different audiences." };
  }
  if (ahead_of === undefined || ahead_of !== of) return;
  const message = `${quote(ahead_of)} cannot be ahead of itself.`;
  yield { code: "FW074", path: [...path, "ahead_of"], message, help: "Name two different dimensions." };
}

/** Why a condition is none of the kinds there are; undefined when it is one. */
function faultOf(condition: ConditionDocument): Pick<Complaint, "message" | "help"> | undefined {
  if (condition.level !== undefined) return isOfLevel(condition) ? undefined : LEVEL_FAULT;
  if (condition.between !== undefined) return isBetween(condition) ? undefined : BETWEEN_FAULT;
  if (condition.reached !== undefined || typeof condition.below === "boolean") return LEVEL_FAULT;
  const kinds = KINDS.filter((kind) => condition[kind] !== undefined);
  if (kinds.length !== 1) {
    return {
      message: `A condition has exactly one of ${KINDS.join(", ")}, and this has ${kinds.join(" and ") || "none"}.`,
      help: "Write two conditions for a range: all conditions of a finding must hold.",
    };
  }
  if (condition.of !== undefined) return undefined;
  return {
    message: "This condition says nothing of what it judges.",
    help: "Add `of:` with a dimension or composite.",
  };
}

const LEVEL_FAULT = {
  message: "A condition on the ladder has `level` with one of `below: true` and `reached: true`, and nothing else.",
  help: "Write `{ level: 1, below: true }` or `{ level: 2, reached: true }`; an index is judged by `of`.",
};

const BETWEEN_FAULT = {
  message: "A condition between two audiences has `between`, `of` and `at_least`, and nothing else.",
  help: "Write `{ between: [leaders, staff], of: practice, at_least: 10 }`: the first is so many points above the second.",
};

function isOfLevel({ level: _, below, reached, ...others }: ConditionDocument): boolean {
  const isAlone = Object.keys(others).length === 0;
  return isAlone && ((below === true && reached === undefined) || (reached === true && below === undefined));
}

function isBetween({ between: _, of, at_least, ...others }: ConditionDocument): boolean {
  return of !== undefined && at_least !== undefined && Object.keys(others).length === 0;
}

/** FW073: conditions that no pattern of scores can meet together. */
export function* conditionsCanHold({ document }: LintContext): Iterable<Complaint> {
  for (const [at, finding] of (document.findings ?? []).entries()) {
    const comparesItself = finding.when.some(({ of, ahead_of }) => ahead_of !== undefined && ahead_of === of);
    const name = comparesItself ? undefined : impossible(finding);
    if (name === undefined) continue;
    yield {
      code: "FW073",
      path: ["findings", at, "when"],
      on: "key",
      message: `No index of ${quote(name)} meets all conditions, so the finding ${quote(finding.id)} can never appear.`,
      help: "Check the limits against each other: `below` is above `at_least`, and a lead must fit between 0 and 100.",
    };
  }
}

/** Where an index can be: from low (included) to high; `open` when high itself is excluded. */
interface Room {
  low: number;
  high: number;
  open: boolean;
}

/** Narrows the room of each name until nothing changes, or one has none left; that one's name is the answer. */
function impossible({ when }: FindingDocument): string | undefined {
  const rooms = new Map<string, Room>();
  const roomOf = (name: string): Room => {
    const room = rooms.get(name) ?? { low: 0, high: 100, open: false };
    rooms.set(name, room);
    return room;
  };
  for (let round = 0; round <= when.length; round += 1) {
    for (const condition of when) {
      narrow(condition, roomOf);
      const empty = [...rooms].find(([, room]) => room.low > room.high || (room.open && room.low === room.high));
      if (empty !== undefined) return empty[0];
    }
  }
  return undefined;
}

function narrow(condition: ConditionDocument, roomOf: (name: string) => Room): void {
  // A gap between audiences and a level say nothing about one index.
  if (condition.of === undefined || condition.between !== undefined) return;
  const room = roomOf(condition.of);
  if (typeof condition.below === "number") lower(room, condition.below, true);
  if (condition.at_least !== undefined) room.low = Math.max(room.low, condition.at_least);
  if (condition.ahead_of === undefined || condition.by === undefined) return;
  const other = roomOf(condition.ahead_of);
  room.low = Math.max(room.low, other.low + condition.by);
  lower(other, room.high - condition.by, room.open);
}

function lower(room: Room, high: number, open: boolean): void {
  if (high > room.high) return;
  room.open = open || (high === room.high && room.open);
  room.high = high;
}
