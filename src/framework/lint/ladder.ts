import { quote } from "../../problems/quote.ts";
import type { Complaint } from "../complaint.ts";
import type { LadderDocument } from "../document.ts";
import { isDoubted } from "../doubt.ts";
import type { Range } from "../ends.ts";
import type { LintContext } from "./context.ts";
import { rangesOf } from "./ranges.ts";

interface Named {
  readonly id: string;
  readonly path: readonly (string | number)[];
}

/** FW118: dimensions of the ladder on different scales. FW119: a limit outside the scale. FW122, FW123: a gap, a repetition. */
export function* soundLadder(context: LintContext): Iterable<Complaint> {
  const { ladder } = context.document;
  if (ladder === undefined) return;
  const named = namedIn(ladder);
  const ranges = rangesOf(context);
  yield* oneScale(named, ranges);
  const range = named.map(({ id }) => ranges.get(id)).find((one) => one !== undefined);
  if (range !== undefined) yield* limitsOnScale(ladder, range);
  yield* wholeStrands(ladder);
  yield* eachOnce(named);
}

function namedIn({ strands }: LadderDocument): readonly Named[] {
  return strands.flatMap((strand, at) =>
    Object.entries(strand.levels).flatMap(([level, ids]) =>
      ids.map((id, place) => ({ id, path: ["ladder", "strands", at, "levels", level, place] })),
    ),
  );
}

function* oneScale(named: readonly Named[], ranges: ReadonlyMap<string, Range>): Iterable<Complaint> {
  const [first, ...others] = named.flatMap((one) => {
    const range = ranges.get(one.id);
    return range === undefined ? [] : [{ ...one, range }];
  });
  for (const { id, path, range } of others) {
    if (first === undefined || endsOf(range) === endsOf(first.range)) continue;
    yield {
      code: "FW118",
      path,
      message: `The dimensions of a ladder are on one scale, but ${quote(first.id)} is ${endsOf(first.range)} and ${quote(id)} is ${endsOf(range)}.`,
      help: "Give their items scales with the same lowest and highest code, and the dimensions one direction.",
    };
    return;
  }
}

function endsOf({ min, max, direction }: Range): string {
  return `on ${min} to ${max} with ${direction === "higher" ? "a high" : "a low"} answer good`;
}

function* limitsOnScale({ reached }: LadderDocument, { min, max }: Range): Iterable<Complaint> {
  for (const key of ["mean", "lowest"] as const) {
    const limit = reached[key];
    // A limit at the worst end would be reached by everyone.
    if (limit === undefined || (limit >= min && limit <= max)) continue;
    yield {
      code: "FW119",
      path: ["ladder", "reached", key],
      message: `${limit} is no point of the scale of the ladder's dimensions, which goes from ${min} to ${max}.`,
      help: "Write the mean answer that counts as reached, in the codes of the scale.",
    };
  }
}

function* wholeStrands({ levels, strands }: LadderDocument): Iterable<Complaint> {
  const known = levels.map(({ id }) => id);
  for (const [at, strand] of strands.entries()) {
    // A level that does not exist is the one that seems to be missing.
    if (Object.keys(strand.levels).some((id) => !known.includes(id))) continue;
    const missing = known.filter((id) => !Object.hasOwn(strand.levels, id));
    if (missing.length === 0) continue;
    yield {
      code: "FW122",
      path: ["ladder", "strands", at, "levels"],
      on: "key",
      message: `The strand ${quote(strand.id)} has no dimensions at ${missing.join(", ")}.`,
      help: "Name at least one dimension at every level.",
    };
  }
}

function* eachOnce(named: readonly Named[]): Iterable<Complaint> {
  const seen = new Set<string>();
  for (const { id, path } of named) {
    if (seen.has(id)) {
      const message = `The dimension ${quote(id)} stands on the ladder already.`;
      yield { code: "FW123", path, message, help: "Let each dimension stand at one level of one strand." };
    }
    seen.add(id);
  }
}

/** FW120: caps that do not rise with the levels. FW121: a capped composite without anything that caps it. */
export function* soundCaps({ document, doubts }: LintContext): Iterable<Complaint> {
  const levels = document.ladder?.levels ?? [];
  let before: number | undefined;
  for (const [at, { cap }] of levels.entries()) {
    if (cap !== undefined && before !== undefined && cap <= before) {
      yield {
        code: "FW120",
        path: ["ladder", "levels", at, "cap"],
        message: `The cap ${cap} is not above the one before it (${before}), so a higher level would count for less.`,
        help: "Let the caps rise from level to level; the last one may have none.",
      };
    }
    before = cap ?? before;
  }
  if (levels.some(({ cap }) => cap !== undefined) || isDoubted(["ladder"], doubts)) return;
  for (const [index, { id, capped }] of document.composites.entries()) {
    if (capped !== true) continue;
    yield {
      code: "FW121",
      path: ["composites", index, "capped"],
      on: "key",
      message: `The composite ${quote(id)} is capped, and no level of a ladder has a cap.`,
      help: "Add `cap:` to levels of `ladder:`, or remove `capped`.",
    };
  }
}
