import type { Aggregate, AggregatePlan, Cell } from "../../src/aggregate/types.ts";
import type { CellResult, GroupingResults, ItemResult } from "../../src/audit/types.ts";
import type { Rules } from "../../src/disclosure/policy.ts";
import { releaseUnder } from "../../src/disclosure/release.ts";
import type { Released } from "../../src/disclosure/types.ts";
import type { Framework } from "../../src/framework/types.ts";
import { estimateItems } from "../../src/statistics/items.ts";
import { estimateSurvey, type SurveyResults } from "../../src/statistics/survey.ts";
import { aggregateOf, asking, type Person } from "./fixture.ts";
import { asked, COLUMNS } from "./lattice-people.ts";

export interface Atom {
  readonly key: string;
  readonly values: readonly string[];
  /** The truth, which the attack is checked by. */
  readonly cell: Cell;
}

/** What is printed of one body of people, and who they are. */
export interface Printed {
  readonly atoms: ReadonlySet<Atom>;
  readonly cell: CellResult;
  /** Of everyone, and of everyone the filter keeps. */
  readonly items: readonly ItemResult[] | null;
}

/** What is printed of those in one body of people and not in another. */
export interface PrintedRest {
  readonly atoms: ReadonlySet<Atom>;
  readonly dimension: string;
  readonly n: number;
  readonly mean: number;
}

export interface Publication {
  readonly aggregate: Aggregate;
  readonly atoms: readonly Atom[];
  readonly released: Released;
  readonly survey: SurveyResults;
  readonly printed: readonly Printed[];
  readonly rests: readonly PrintedRest[];
}

export interface Question {
  readonly by: readonly string[];
  readonly where: ((values: readonly string[]) => boolean) | null;
  readonly minGroup: number;
  readonly rules: Rules;
  /** Of several audiences; left out: the small one, by the columns of a company. */
  readonly audiences?: { readonly framework: Framework; readonly columns: readonly string[] };
}

function askedIn({ audiences }: Question): Framework {
  return audiences?.framework ?? asked();
}

function columnsIn({ audiences }: Question): readonly string[] {
  return audiences?.columns ?? COLUMNS;
}

/** What the program would print; where only some are asked for, everyone was printed before. */
export async function publish(people: readonly Person[], question: Question): Promise<Publication> {
  const aggregate = aggregateOf(people, askedIn(question), columnsIn(question));
  const atoms = [...aggregate.atoms].map(([key, cell]): Atom => ({ key, cell, values: JSON.parse(key) as string[] }));
  const { where } = question;
  const main = await results(aggregate, question);
  const kept = where === null ? atoms : atoms.filter(({ values }) => where(values));
  const columns = columnsIn(question);
  const printed = [
    ...everyone(question, main, kept),
    ...main.survey.groupings.flatMap((grouping) => printedOf(grouping, columns, kept)),
  ];
  // Audiences are shown unasked.
  const all = { ...question, by: question.audiences === undefined ? [] : ["audience"], where: null };
  const before = where === null ? null : await results(aggregate, all);
  const whole =
    before === null
      ? []
      : [
          ...everyone(question, before, atoms),
          ...before.survey.groupings.flatMap((grouping) => printedOf(grouping, columns, atoms)),
        ];
  for (const { atoms: members, cell } of printed) {
    const inside = [...members].reduce((sum, atom) => sum + (atom.cell[aggregate.plan.people] ?? 0), 0);
    if (inside !== cell.people) throw new Error(`${cell.label} holds ${cell.people} people, not ${inside}`);
  }
  return { aggregate, atoms, ...main, printed: [...whole, ...printed], rests: restsOf(main.survey, printed, kept) };
}

async function results(aggregate: Aggregate, question: Question) {
  const { by, where, minGroup, rules } = question;
  const framework = askedIn(question);
  const columns = columnsIn(question);
  const test = where === null ? null : (of: (column: string) => string) => where(columns.map((column) => of(column)));
  // Without groupings there is nothing to compare.
  const only = by.length === 0 ? "scores" : null;
  const everybody = question.audiences === undefined ? null : { column: "audience", framework };
  const released = releaseUnder({ aggregate, framework, ...asking(...by), where: test, minGroup, everybody }, rules);
  const survey = await estimateSurvey({
    ...{ framework, headcounts: new Map(), seed: 1, only },
    audienceColumn: question.audiences === undefined ? null : "audience",
    released: { ...released, plan: withoutDrivers(released.plan) },
  });
  return { released, survey };
}

/** Drivers are of 30 people or more together, take the longest, and are no sums that could be subtracted. */
function withoutDrivers(plan: AggregatePlan): AggregatePlan {
  const scores = new Set(plan.scores.map(({ id }) => id));
  return { ...plan, listwise: plan.listwise.filter(({ name }) => scores.has(name)) };
}

function everyone(
  question: Question,
  { released, survey }: { released: Released; survey: SurveyResults },
  atoms: readonly Atom[],
): Printed[] {
  if (released.total === null || survey.overall === null) return [];
  const request = { framework: askedIn(question), plan: released.plan, released: released.total, audience: "staff" };
  return [{ atoms: new Set(atoms), cell: survey.overall, items: estimateItems(request) }];
}

/** A pool is what it stands in without the groups shown there. */
function printedOf(
  { columns, cells }: GroupingResults,
  known: readonly string[],
  atoms: readonly Atom[],
): readonly Printed[] {
  const places = columns.map((column) => known.indexOf(column));
  const within = (path: readonly string[]) =>
    atoms.filter(({ values }) => path.every((value, at) => values[places[at] ?? -1] === value));
  return cells.map((cell) => {
    const deeper = cell.kind === "pool" ? cells.filter(({ path }) => path.length > cell.path.length) : [];
    const shown = new Set(deeper.flatMap(({ path }) => within(path)));
    return { atoms: new Set(within(cell.path).filter((atom) => !shown.has(atom))), cell, items: null };
  });
}

/** "Everyone else" of each comparison: the group's mean less the difference. */
function restsOf(
  { groupings }: SurveyResults,
  printed: readonly Printed[],
  kept: readonly Atom[],
): readonly PrintedRest[] {
  return groupings.flatMap(({ cells, comparisons }) =>
    comparisons.flatMap(({ path, dimension, n, difference }) => {
      const cell = cells.find((one) => one.kind === "group" && one.path.join("\0") === path.join("\0"));
      const own = printed.find((one) => one.cell === cell);
      const mean = cell?.dimensions.find(({ id }) => id === dimension)?.mean;
      if (difference.kind !== "estimate" || own === undefined) return [];
      // A difference beside a hidden mean would be a way round.
      if (mean?.kind !== "estimate") throw new Error(`a difference of ${dimension} is printed, and the mean is not`);
      const atoms = new Set(kept.filter((atom) => !own.atoms.has(atom)));
      return [{ atoms, dimension, n: n[1], mean: mean.value - difference.value }];
    }),
  );
}
