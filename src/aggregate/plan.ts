import { MISSING_KINDS } from "../response/types.ts";
import type { ProgramDimension, ProgramItem, ScoringProgram } from "../scoring/program.ts";
import { Layout } from "./layout.ts";
import type {
  AggregatePlan,
  ItemSlots,
  ListwiseSlots,
  MomentSlots,
  PairSlots,
  RatioSlots,
  ScoreSlots,
  ThirdSlots,
} from "./types.ts";
import { weightedSlots } from "./weighted-plan.ts";

/** Most respondents an aggregate is planned for; sums of products stay exact up to here. */
const MOST_PEOPLE = 5_000_000;
const EXACT = 2 ** 53;

/** A number that everyone in a listwise set has. */
export interface SetMember {
  readonly id: string;
  readonly unitsPerPoint: number;
  /** Largest absolute integer it can be. */
  readonly bound: number;
}

interface Member extends SetMember {
  readonly kind: "dimension" | "outcome";
  readonly optional: boolean;
}

export interface PlanOptions {
  /** Headers of the columns that cells are told apart by. */
  readonly segments?: readonly string[];
  /** Survey weights are given. */
  readonly weighted?: boolean;
  /** "scores": nothing that only reliability, agreement, drivers and answer patterns need. */
  readonly only?: "scores" | null;
}

/** Lays out every sum of measurement ("Arithmetic") for this program. Same program and options, same plan. */
export function createPlan(program: ScoringProgram, options: PlanOptions = {}): AggregatePlan {
  const { segments = [], weighted = false, only = null } = options;
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
  const listwise = only === "scores" ? [] : listwiseSets(program, members, layout);
  const ratios = program.dimensions.map((dimension): RatioSlots => ratioSlots(dimension.id, layout));
  const thirds =
    only === "scores"
      ? []
      : program.dimensions.map(({ id }): ThirdSlots => ({ dimension: id, counts: layout.take(3) }));
  const flags = {
    longRun: layout.take(1),
    straightLine: layout.take(1),
    timed: layout.take(1),
    fast: layout.take(1),
    variability: only === "scores" ? null : momentSlots(layout, true),
  };
  // With audiences that are asked different things, nothing may be asked of all: a group is then as large as it has scores.
  const { dimensions } = program;
  const isAllOptional = dimensions.length > 0 && dimensions.every((dimension) => dimension.optional);
  const anyScore = isAllOptional ? layout.take(1) : null;
  const slots = { people, anyScore, items, scores, pairs, listwise, ratios, thirds, flags };
  const twins = weighted ? weightedSlots(program, slots, layout) : null;
  return { segments, ...slots, weighted: twins, length: layout.length };
}

/** The items of each dimension, then the scores that predict each outcome. */
function listwiseSets(program: ScoringProgram, members: readonly Member[], layout: Layout): readonly ListwiseSlots[] {
  return [
    ...program.dimensions.map((dimension) =>
      listwiseSlots(
        dimension.id,
        dimension.items.map((at) => itemMember(program.items[at])),
        layout,
      ),
    ),
    ...driverSets(program, members).map(({ name, set }) => listwiseSlots(name, set, layout)),
  ];
}

/** A dimension score as a number of a set. */
export function dimensionMember({ id, min, max, unitsPerPoint }: ProgramDimension): SetMember {
  return { id, unitsPerPoint, bound: Math.max(Math.abs(min), Math.abs(max)) * unitsPerPoint };
}

function membersOf(program: ScoringProgram): readonly Member[] {
  const dimensions = program.dimensions.map(
    (d): Member => ({ ...dimensionMember(d), kind: "dimension", optional: d.optional }),
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

/** What the listwise set of an outcome and its predictors is called. */
export function driversSet(outcome: string): string {
  return `drivers:${outcome}`;
}

/** One set per outcome that is to be explained: the dimensions every respondent is asked, the outcome last. */
function driverSets(
  program: ScoringProgram,
  members: readonly Member[],
): readonly { name: string; set: readonly Member[] }[] {
  const importances = new Set(program.outcomes.filter(({ isImportance }) => isImportance).map(({ id }) => id));
  const predictors = members.filter((member) => member.kind === "dimension" && !member.optional);
  return members
    .filter((member) => member.kind === "outcome" && !importances.has(member.id))
    .map((outcome) => ({ name: driversSet(outcome.id), set: [...predictors, outcome] }));
}

/** True where a sum of products of two integers, within ±a and ±b, could leave what a double keeps exactly. */
export function isWide(a: number, b: number): boolean {
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

/** Room for the sums and products of a set. */
function listwiseSlots(name: string, set: readonly SetMember[], layout: Layout): ListwiseSlots {
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
