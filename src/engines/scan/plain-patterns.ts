import type { AggregatePlan, MomentSlots } from "../../aggregate/types.ts";
import { addWide } from "../../aggregate/wide.ts";
import type { ScoringProgram } from "../../scoring/program.ts";
import type { Answered } from "./plain-pairs.ts";
import { LAST_MISSING_CODE, type Part, type PartStep } from "./plain-part.ts";
import { add } from "./plain-sums.ts";
import { createTally } from "./plain-tally.ts";

/** Patterns of answers as createPatternCheck finds them, where every item is asked and no time is known. */
export function createPatterns(
  program: ScoringProgram,
  { flags }: AggregatePlan,
  answers: Answered,
): readonly PartStep[] {
  const places = placesOf(program);
  const members = Int32Array.from(places);
  const isReversed = places.some((at) => program.items[at]?.recodeFrom != null);
  const isLong = createRunFinder(program, members);
  const isStraight = createLineFinder(program, members);
  return [
    ...(isLong === null ? [] : [createCount(flags.longRun, isLong)]),
    ...(isReversed && places.length >= 10 ? [createCount(flags.straightLine, isStraight)] : []),
    ...(flags.variability === null ? [] : createSpread(program, flags.variability, answers)),
  ];
}

/** Items of dimensions, in framework order. */
function placesOf({ items }: ScoringProgram): readonly number[] {
  return items.flatMap((item, at) => (item.kind === "coded" && item.dimension >= 0 ? [at] : []));
}

/** row: where its answer to the first item of the block stands. */
type RowTest = (part: Part, row: number) => boolean;

function createCount(place: number, test: RowTest): PartStep {
  return (cell, part) => {
    let count = 0;
    for (let row = part.first; row < part.first + part.rows; row++) if (test(part, row)) count++;
    add(cell, place, count);
  };
}

/**
 * Finds runs of at least `least` identical answers on one response scale. Such a run holds one of any `least` − 1 pairs of neighbours that
 * follow one another, so only every (`least` − 1)th pair is looked at; where its two are alike, the run is followed to both sides.
 * Null where no run can be so long.
 */
function createRunFinder(program: ScoringProgram, members: Int32Array): RowTest | null {
  const least = Math.max(10, Math.ceil(members.length / 2));
  const scales = Array.from(members, (at) => program.items[at]?.scale ?? "");
  const starts: number[] = [];
  const pairs: number[] = [];
  for (let start = 0, k = 1; k < members.length; k++) {
    if (scales[k] !== scales[k - 1]) start = k;
    if (k > start && (k - start) % (least - 1) === 0) {
      starts.push(start);
      pairs.push(k);
    }
  }
  if (pairs.length === 0) return null;
  const ends = pairs.map((k) => {
    const end = scales.findIndex((scale, at) => at > k && scale !== scales[k]);
    return end < 0 ? members.length : end;
  });
  const lengthOf = createRunLength(members);
  return (part, row) => {
    for (let p = 0; p < pairs.length; p++) {
      const middle = pairs[p] as number;
      const code = part.codes[(members[middle] as number) * part.stride + row] as number;
      if (code !== part.codes[(members[middle - 1] as number) * part.stride + row] || code <= LAST_MISSING_CODE)
        continue;
      const run = { start: starts[p] as number, middle, end: ends[p] as number };
      if (lengthOf(part, row, run) >= least) return true;
    }
    return false;
  };
}

/** How many members around the middle one, from start to before end, have its answer. */
function createRunLength(members: Int32Array) {
  return (
    { codes, stride }: Part,
    row: number,
    { start, middle, end }: { readonly start: number; readonly middle: number; readonly end: number },
  ): number => {
    const code = codes[(members[middle] as number) * stride + row] as number;
    let from = middle;
    while (from > start && codes[(members[from - 1] as number) * stride + row] === code) from--;
    let to = middle + 1;
    while (to < end && codes[(members[to] as number) * stride + row] === code) to++;
    return to - from;
  };
}

/** Finds rows that give one answer throughout, at least ten times and to a reverse-keyed item, too. */
function createLineFinder(program: ScoringProgram, members: Int32Array): RowTest {
  const reversed = Uint8Array.from(members, (at) => (program.items[at]?.recodeFrom == null ? 0 : 1));
  return ({ codes, stride }, row) => {
    let first = LAST_MISSING_CODE as number;
    let answered = 0;
    let reversedAnswered = 0;
    for (let k = 0; k < members.length; k++) {
      const code = codes[(members[k] as number) * stride + row] as number;
      if (code <= LAST_MISSING_CODE) continue;
      if (answered === 0) first = code;
      else if (code !== first) return false;
      answered++;
      reversedAnswered += reversed[k] as number;
    }
    return answered >= 10 && reversedAnswered > 0;
  };
}

/** The spread of raw answers on the response scale that most items use, the first of them at a tie. Where it starts counting does not change it. */
function createSpread(program: ScoringProgram, slots: MomentSlots, answers: Answered): readonly PartStep[] {
  const places = placesOf(program);
  const scaleOf = (at: number) => program.items[at]?.scale ?? "";
  const uses = [...new Set(places.map(scaleOf))].map((scale) => places.filter((at) => scaleOf(at) === scale));
  const members = uses.reduce<readonly number[]>((best, one) => (one.length > best.length ? one : best), []);
  if (members.length < 2) return [];
  const codes = members.map((at) => program.items[at]?.codes ?? []);
  const least = Math.min(...codes.flat());
  const most = Math.max(...codes.flat()) - least;
  const field = (largest: number, of: (x: number) => number) => ({
    most: largest * members.length,
    counts: new Map(members.map((at, k) => [at, new Map((codes[k] ?? []).map((code) => [code, of(code - least)]))])),
  });
  const tally = createTally(answers, new Set(members), [
    field(1, () => 1),
    field(most, (x) => x),
    field(most * most, (x) => x * x),
  ]);
  const [counts, sums, squares] = tally.places;
  if (counts === undefined || sums === undefined || squares === undefined) return [];
  const { words } = tally;
  return [
    (cell, part) => {
      tally.count(part.rows);
      for (let row = 0; row < part.rows; row++) {
        const n = ((words[counts.first + row] as number) >> counts.shift) & counts.mask;
        const sum = ((words[sums.first + row] as number) >> sums.shift) & sums.mask;
        const square = ((words[squares.first + row] as number) >> squares.shift) & squares.mask;
        if (n < 2) continue;
        const x = Math.round(1000 * Math.sqrt((n * square - sum * sum) / (n * (n - 1))));
        add(cell, slots.n, 1);
        add(cell, slots.sum, x);
        addWide(cell, slots.sumSquares, x * x);
      }
    },
  ];
}
