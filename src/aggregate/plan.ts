import { MISSING_KINDS } from "../response/types.ts";
import type { ProgramItem, ScoringProgram } from "../scoring/program.ts";
import type {
  AggregatePlan,
  ItemSlots,
  ListwiseSlots,
  MomentSlots,
  PairSlots,
  RatioSlots,
  ScoreSlots,
} from "./types.ts";

/** Most respondents an aggregate is planned for; sums of products stay exact up to here. */
const MOST_PEOPLE = 5_000_000;
const EXACT = 2 ** 53;

/** Hands out consecutive places in a cell. */
class Layout {
  length = 0;
  take(count: number): number {
    const place = this.length;
    this.length += count;
    return place;
  }
}

interface Member {
  readonly id: string;
  readonly kind: "dimension" | "outcome";
  readonly unitsPerPoint: number;
  /** Largest absolute integer it can be. */
  readonly bound: number;
  readonly optional: boolean;
}

/** Lays out every sum of measurement ("Arithmetic") for this program. Same program and segments, same plan. */
export function createPlan(program: ScoringProgram, segments: readonly string[] = []): AggregatePlan {
  const layout = new Layout();
  const people = layout.take(1);
  const members = membersOf(program);
  const items = program.items.map((item) => itemSlots(item, layout));
  const scores = members.map(
    (member): ScoreSlots => ({
      ...momentSlots(layout, isWide(member.bound, member.bound)),
      id: member.id,
      kind: member.kind,
      unitsPerPoint: member.unitsPerPoint,
    }),
  );
  const pairs = pairSlots(members, layout);
  const listwise = [
    ...program.dimensions.map((dimension) =>
      listwiseSlots(
        dimension.id,
        dimension.items.map((at) => itemMember(program.items[at])),
        layout,
      ),
    ),
    ...driverSets(members).map(({ name, set }) => listwiseSlots(name, set, layout)),
  ];
  const ratios = program.dimensions.map((dimension): RatioSlots => ratioSlots(dimension.id, layout));
  const flags = {
    longRun: layout.take(1),
    straightLine: layout.take(1),
    timed: layout.take(1),
    fast: layout.take(1),
  };
  return { segments, length: layout.length, people, items, scores, pairs, listwise, ratios, flags };
}

function membersOf(program: ScoringProgram): readonly Member[] {
  const dimensions = program.dimensions.map(
    (d): Member => ({
      id: d.id,
      kind: "dimension",
      unitsPerPoint: d.unitsPerPoint,
      bound: Math.max(Math.abs(d.min), Math.abs(d.max)) * d.unitsPerPoint,
      optional: d.optional,
    }),
  );
  const outcomes = program.outcomes
    .filter((outcome) => program.items[outcome.item]?.kind === "coded")
    .map((outcome): Member => ({ ...itemMember(program.items[outcome.item]), id: outcome.id, kind: "outcome" }));
  return [...dimensions, ...outcomes];
}

function itemMember(item: ProgramItem | undefined): Member {
  const bound = item?.kind === "figure" ? 10_000 : Math.max(1, ...(item?.codes ?? []).map(Math.abs));
  return {
    id: item?.id ?? "",
    kind: "dimension",
    unitsPerPoint: item?.kind === "figure" ? 100 : 1,
    bound,
    optional: false,
  };
}

/** One set per outcome: the dimensions every respondent is asked, the outcome last. */
function driverSets(members: readonly Member[]): readonly { name: string; set: readonly Member[] }[] {
  const predictors = members.filter((member) => member.kind === "dimension" && !member.optional);
  return members
    .filter((member) => member.kind === "outcome")
    .map((outcome) => ({ name: `drivers:${outcome.id}`, set: [...predictors, outcome] }));
}

function isWide(a: number, b: number): boolean {
  return MOST_PEOPLE * a * b >= EXACT;
}

function momentSlots(layout: Layout, wide: boolean): MomentSlots {
  return { n: layout.take(1), sum: layout.take(1), sumSquares: layout.take(wide ? 2 : 1), wide };
}

function itemSlots(item: ProgramItem, layout: Layout): ItemSlots {
  return {
    item: item.id,
    histogram: layout.take(item.codes.length),
    codes: item.codes,
    missing: layout.take(MISSING_KINDS.length),
    // A figure's size is the user's: always two limbs.
    figure: item.kind === "figure" ? momentSlots(layout, true) : null,
  };
}

function pairSlots(members: readonly Member[], layout: Layout): readonly PairSlots[] {
  return members.flatMap((first, a) =>
    members.slice(a + 1).map((second, offset): PairSlots => {
      const wide = isWide(first.bound, second.bound);
      return {
        a,
        b: a + 1 + offset,
        n: layout.take(1),
        sumA: layout.take(1),
        sumB: layout.take(1),
        sumAB: layout.take(wide ? 2 : 1),
        wide,
      };
    }),
  );
}

function listwiseSlots(name: string, set: readonly Member[], layout: Layout): ListwiseSlots {
  const k = set.length;
  const bound = Math.max(...set.map((member) => member.bound));
  const wide = isWide(bound, bound);
  return {
    name,
    members: set.map((member) => member.id),
    unitsPerPoint: set.map((member) => member.unitsPerPoint),
    n: layout.take(1),
    sums: layout.take(k),
    products: layout.take(((k * (k + 1)) / 2) * (wide ? 2 : 1)),
    wide,
  };
}

function ratioSlots(dimension: string, layout: Layout): RatioSlots {
  return {
    dimension,
    n: layout.take(1),
    sumF: layout.take(1),
    sumA: layout.take(1),
    sumFF: layout.take(1),
    sumFA: layout.take(1),
    sumAA: layout.take(1),
  };
}
