import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import type { ConditionDocument, FindingDocument } from "../document.ts";
import type { LintContext } from "./context.ts";

const KINDS = ["below", "at_least", "ahead_of"] as const;

/** FW072: a condition of no kind or of several. FW074: one thing compared with itself. */
export function* soundConditions({ document }: LintContext): Iterable<Complaint> {
  for (const [at, finding] of (document.findings ?? []).entries()) {
    for (const [place, condition] of finding.when.entries()) {
      const path = ["findings", at, "when", place];
      const kinds = KINDS.filter((kind) => condition[kind] !== undefined);
      if (kinds.length !== 1) {
        yield {
          code: "FW072",
          path,
          message: `A condition has exactly one of ${KINDS.join(", ")}, and this has ${kinds.join(" and ") || "none"}.`,
          help: "Write two conditions for a range: all conditions of a finding must hold.",
        };
      }
      if (condition.ahead_of !== condition.of) continue;
      const message = `${quote(condition.of)} cannot be ahead of itself.`;
      yield { code: "FW074", path: [...path, "ahead_of"], message, help: "Name two different dimensions." };
    }
  }
}

/** FW073: conditions that no pattern of scores can meet together. */
export function* conditionsCanHold({ document }: LintContext): Iterable<Complaint> {
  for (const [at, finding] of (document.findings ?? []).entries()) {
    const comparesItself = finding.when.some((condition) => condition.ahead_of === condition.of);
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
  const room = roomOf(condition.of);
  if (condition.below !== undefined) lower(room, condition.below, true);
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
