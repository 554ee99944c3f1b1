import type { Cell } from "../aggregate/types.ts";
import type { Context } from "./context.ts";
import { addLoads, effectiveSize, heaviest, isEvenlyWeighted, type Load, NO_LOAD } from "./effective.ts";
import { type NullSpace, nullSpaceOf, type Work } from "./elimination.ts";
import { isAnySetExposed, type Sought } from "./exposed.ts";
import type { Placed } from "./levels.ts";
import { DETAIL_MINIMUM } from "./policy.ts";
import type { Counts, Subject } from "./subject.ts";
import { leastOfSubset, type Subset } from "./subset.ts";
import { sumCells } from "./sums.ts";
import type { Veil } from "./types.ts";
import { askedCounts } from "./veil.ts";
import type { Atom } from "./view.ts";

/** Elementary steps for all further groupings of one release: a few seconds. What is not decided by then is withheld. */
const WORK = 100_000_000;

/** Weights are added up as floating-point numbers where sets are looked for: none may be lost by rounding. */
const SLACK = 1e-9;

/** People whom all published rows treat alike: what can be derived has all of them in it or none. */
interface Block {
  readonly cell: Cell;
  readonly rows: readonly number[];
}

/** What may be shown of a further grouping beside what has been shown already. */
export interface Exposure {
  /** Whether people could be told apart: nothing of it may be shown. */
  readonly tellsOfPeople: boolean;
  /** Statistics to be withheld in all of it. */
  readonly veils: ReadonlyMap<string, Veil>;
  readonly hidden: readonly Subset[];
}

/** What `further` would tell beside what is published. */
export type ExposureCheck = (published: readonly Placed[], further: readonly Placed[]) => Exposure;

/** Checks one grouping after the other; `work` is shared by all. */
export function createExposureCheck(context: Context, work: Work = { left: WORK }): ExposureCheck {
  return (published, further) => {
    const check = new Check(context, [...published, ...further], work);
    const none: Exposure = { tellsOfPeople: false, veils: new Map(), hidden: [] };
    const everywhere = () => true;
    const people = { counts: context.counts, isShown: everywhere };
    if (check.isAnyFewExposed(people, context.minGroup)) return { ...none, tellsOfPeople: true };
    const { judge, rules } = context;
    const veils = new Map<string, Veil>();
    for (const subject of judge.subjects) {
      const isShown = ({ judged }: Placed) => !judged.veils.has(subject.id);
      if (further.some(isShown) && isSubjectExposed(check, { subject, isShown, context }))
        veils.set(subject.id, "hidden");
    }
    const hidden = judge.subsets.filter((subset) => {
      if (!rules.optional || subset.of.some((id) => veils.has(id))) return false;
      const isShown = ({ judged }: Placed) => !judged.hidden.has(subset);
      const least = leastOfSubset(subset, context.minGroup);
      return further.some(isShown) && check.isAnyFewExposed({ counts: subset, isShown }, least);
    });
    return { tellsOfPeople: false, veils, hidden };
  };
}

function isSubjectExposed(
  check: Check,
  of: { subject: Subject; isShown: (placed: Placed) => boolean; context: Context },
): boolean {
  const { subject, isShown, context } = of;
  const statistic = { counts: subject, isShown };
  const few = context.rules.optional && isFewExposed(check, statistic, of);
  return few || (context.rules.extremes && check.isAnyExtremeExposed({ ...statistic, subject }));
}

/** Too few who have it, or who were asked it; or under ten among whom are some that it is one item of. */
function isFewExposed(
  check: Check,
  statistic: Statistic,
  { subject, context: { minGroup } }: { readonly subject: Subject; readonly context: Context },
): boolean {
  if (check.isAnyFewExposed(statistic, minGroup)) return true;
  if (check.isAnyFewExposed({ ...statistic, counts: askedCounts(subject) }, minGroup)) return true;
  const least = Math.max(minGroup, DETAIL_MINIMUM);
  return subject.detailed && check.isAnyFewExposed(statistic, least, (cell) => subject.isDetailed(cell));
}

interface Statistic {
  readonly counts: Counts;
  readonly isShown: (placed: Placed) => boolean;
}

class Check {
  private readonly context: Context;
  private readonly rows: readonly Placed[];
  private readonly work: Work;
  private readonly blocks: readonly Block[];
  /** Most statistics are shown in the same rows and rest on the same people: one elimination serves them all. */
  private readonly spaces = new Map<string, NullSpace | null>();
  private readonly answers = new Map<string, boolean>();

  constructor(context: Context, rows: readonly Placed[], work: Work) {
    this.context = context;
    this.rows = rows;
    this.work = work;
    this.blocks = blocksOf(context, rows);
  }

  /** Whether a set of fewer people than that, by one of the counts, can be had; unweighted only one with such a block, if any. */
  isAnyFewExposed(statistic: Statistic, least: number, has?: (cell: Cell) => boolean): boolean {
    if (statistic.counts.loads !== undefined) return this.isAnyWeakExposed(statistic, { least });
    const sizes = this.blocks.map(({ cell }) => statistic.counts.sizes(cell));
    const most = least - 1;
    const { key, occupied, shown } = this.rowsAndBlocks(statistic);
    const wanted = has === undefined ? null : new Set(occupied.filter((block) => has(this.cellOf([block]))));
    if (wanted?.size === 0) return false;
    const only =
      wanted === null ? {} : { isSought: (set: readonly number[]) => set.some((block) => wanted.has(block)) };
    return (sizes[0] ?? []).some((_, count) => {
      const people = sizes.map((size) => size[count] ?? 0);
      if (!occupied.some((block) => (people[block] ?? 0) <= most)) return false;
      const question = `${key}|${most}|${people.join()}|${wanted === null ? "" : [...wanted].join()}`;
      const known = this.answers.get(question);
      if (known !== undefined) return known;
      const space = this.spaceOf(key, { occupied, shown });
      const answer = space === null || isAnySetExposed(space, { people, most, ...only }, this.work);
      this.answers.set(question, answer);
      return answer;
    });
  }

  /** Whether a set of a few people can be had of whom the statistic tells what all of them answered. */
  isAnyExtremeExposed({ subject, ...statistic }: Statistic & { readonly subject: Subject }): boolean {
    // Blocks in which nobody has the statistic may be among them.
    const tells = (cell: Cell, size: number) => size === 0 || subject.extreme(cell) !== null;
    if (subject.loads !== undefined) {
      const matters = (set: readonly number[]) => tells(this.cellOf(set), subject.size(this.cellOf(set)));
      return this.isAnyWeakExposed(statistic, { least: DETAIL_MINIMUM, matters });
    }
    const matters = (set: readonly number[]) => {
      const cell = this.cellOf(set);
      const size = subject.size(cell);
      return size < DETAIL_MINIMUM && tells(cell, size);
    };
    const { key, occupied, shown } = this.rowsAndBlocks(statistic);
    if (!occupied.some((block) => matters([block]))) return false;
    const space = this.spaceOf(key, { occupied, shown });
    const people = this.blocks.map(({ cell }) => subject.size(cell));
    return space === null || isAnySetExposed(space, { people, most: DETAIL_MINIMUM - 1, matters }, this.work);
  }

  /** Whether a set whose weights make it worth fewer than `least` people can be had, by one of the counts. */
  private isAnyWeakExposed(
    statistic: Statistic,
    { least, matters = () => true }: { readonly least: number } & Pick<Sought, "matters">,
  ): boolean {
    const loads = this.blocks.map(({ cell }) => statistic.counts.loads?.(cell) ?? []);
    const { key, occupied, shown } = this.rowsAndBlocks(statistic);
    return (loads[0] ?? []).some((_, count) => {
      const own = loads.map((of) => of[count] ?? NO_LOAD);
      const isSought = (set: readonly number[]) => this.isWeak(set, { statistic, count, own, least });
      // A set worth too few has a block that is, and weighs less than `least` times what a person in such a block can.
      const weak = occupied.filter((block) => isSought([block]) && matters([block]));
      if (weak.length === 0) return false;
      const space = this.spaceOf(key, { occupied, shown });
      const people = own.map(({ w }) => Math.max(0, Number(w)));
      const most = (1 + SLACK) * least * Math.max(...weak.map((block) => heaviest(own[block] ?? NO_LOAD)));
      return space === null || isAnySetExposed(space, { people, most, matters, isSought }, this.work);
    });
  }

  private isWeak(
    set: readonly number[],
    of: {
      readonly statistic: Statistic;
      readonly count: number;
      readonly own: readonly Load[];
      readonly least: number;
    },
  ): boolean {
    const cell = this.cellOf(set);
    if (isEvenlyWeighted(cell, this.context.plan)) return (of.statistic.counts.sizes(cell)[of.count] ?? 0) < of.least;
    return effectiveSize(addLoads(set.map((block) => of.own[block] ?? NO_LOAD))) < of.least;
  }

  private rowsAndBlocks({ counts, isShown }: Statistic) {
    const occupied = [...this.blocks.keys()].filter((block) => counts.people(this.cellOf([block])) > 0);
    const shown = [...this.rows.entries()].flatMap(([row, placed]) => (isShown(placed) ? [row] : []));
    return { key: `${shown.join()}|${occupied.join()}`, occupied, shown };
  }

  private cellOf(set: readonly number[]): Cell {
    const cells = set.flatMap((block) => this.blocks[block]?.cell ?? []);
    const [only, ...others] = cells;
    return only !== undefined && others.length === 0 ? only : sumCells(this.context.plan.length, cells);
  }

  private spaceOf(
    key: string,
    of: { readonly shown: readonly number[]; readonly occupied: readonly number[] },
  ): NullSpace | null {
    const known = this.spaces.get(key);
    if (known !== undefined) return known;
    const { shown, occupied } = of;
    const people = this.blocks.map(({ cell }) => this.context.counts.people(cell));
    const order = [...occupied].sort((a, b) => (people[b] ?? 0) - (people[a] ?? 0) || a - b);
    const rowAt = new Map(shown.map((row): [number, number[]] => [row, []]));
    for (const block of occupied) for (const row of this.blocks[block]?.rows ?? []) rowAt.get(row)?.push(block);
    const rows = [...rowAt.values()];
    const space = nullSpaceOf(rows, order, this.work);
    this.spaces.set(key, space);
    return space;
  }
}

function blocksOf({ plan, view }: Context, rows: readonly Placed[]): readonly Block[] {
  const rowsOf = new Map<Atom, number[]>(view.atoms.map((atom) => [atom, []]));
  for (const [row, { atoms }] of rows.entries()) for (const atom of atoms) rowsOf.get(atom)?.push(row);
  const blocks = new Map<string, { cells: Cell[]; rows: readonly number[] }>();
  for (const [atom, of] of rowsOf) {
    const block = blocks.get(of.join());
    if (block === undefined) blocks.set(of.join(), { cells: [atom.cell], rows: of });
    else block.cells.push(atom.cell);
  }
  return [...blocks.values()].map(({ cells, rows: of }) => ({
    cell: cells.length === 1 ? (cells[0] ?? sumCells(plan.length, cells)) : sumCells(plan.length, cells),
    rows: of,
  }));
}
