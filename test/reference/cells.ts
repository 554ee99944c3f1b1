/** Sums of made-up people as statistics get them, with nothing withheld. */
import { createFold } from "../../src/aggregate/fold.ts";
import { createPlan } from "../../src/aggregate/plan.ts";
import type { AggregatePlan, Cell } from "../../src/aggregate/types.ts";
import type { ReleasedCell } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { MISSING } from "../../src/response/types.ts";
import { compileProgram } from "../../src/scoring/compile.ts";
import type { ScoringProgram } from "../../src/scoring/program.ts";
import { createPatternCheck } from "../../src/scoring/quality.ts";
import { createScorer } from "../../src/scoring/scorer.ts";
import type { Group } from "../../src/statistics/group.ts";

/** Answers in framework order; null: unanswered. */
export type Answers = readonly (number | null)[];

/** One respondent, scored once and counted as often as wanted. `weight`: in units of 1/100000. */
export type Person = Parameters<ReturnType<typeof createFold>>[1];

/** A weight of 1. */
export const ONE = 100_000;

/** A framework with its plan, ready to score people and add them up. */
export interface Counter {
  readonly framework: Framework;
  readonly program: ScoringProgram;
  readonly plan: AggregatePlan;
  person(answers: Answers, weight?: number): Person;
  /** Everyone of these together. */
  cell(people: readonly Person[], path?: readonly string[]): ReleasedCell;
  group(people: readonly Person[], headcount?: number | null): Group;
}

export function createCounter(
  framework: Framework,
  options: { readonly weighted?: boolean; readonly only?: "scores" | null } = {},
): Counter {
  const program = compileProgram(framework, null);
  const plan = createPlan(program, options);
  const fold = createFold(program, plan);
  const scorer = createScorer(program);
  const check = createPatternCheck(program);
  const sums = (people: readonly Person[]): Cell => {
    const cell = new Float64Array(plan.length);
    for (const one of people) fold(cell, one);
    return cell;
  };
  const cell = (people: readonly Person[], path: readonly string[] = []): ReleasedCell => ({
    kind: path.length === 0 ? "total" : "group",
    path,
    people: people.length,
    cell: sums(people),
    veils: new Map(),
    hiddenItems: new Set(),
    itemTable: true,
  });
  return {
    framework,
    program,
    plan,
    person(given, weight = ONE) {
      const answers = Float64Array.from(given, (answer) => answer ?? MISSING.unanswered);
      const { recoded, scores, favourable, answered } = scorer.score(answers);
      const scored = {
        recoded: recoded.slice(),
        scores: scores.slice(),
        favourable: favourable.slice(),
        answered: answered.slice(),
      };
      return { answers, scored, flags: { ...check(answers) }, weight };
    },
    cell,
    group: (people, headcount = null) => ({
      framework,
      plan,
      released: cell(people),
      sampling: { unit: "person", headcount, level: 0.95 },
      seed: 1,
    }),
  };
}
