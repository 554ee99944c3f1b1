import type { Balance, NullSpace, Work } from "./elimination.ts";

/** Which sets of blocks are looked for. */
export interface Sought {
  /** Per block: people, or what else adds up over blocks and is never under 0; a set has those of its blocks. */
  readonly people: readonly number[];
  /** Sets of so many people or fewer. */
  readonly most: number;
  /** Whether a set matters; if one does, so does every part of it. */
  matters?(set: readonly number[]): boolean;
  /**
   * Whether a set is one that is looked for; all that matter where it is left out. Of two sets that make up one, one must
   * be: a set that is not is then in none of the smallest that are.
   */
  isSought?(set: readonly number[]): boolean;
}

/**
 * Whether some set that is looked for can be had from what is published. A set is known by its pivots: they grow one by
 * one, and every balance that they upset must be put right by its free block, or by another pivot. Where there are too
 * many people in these free blocks, a further pivot of one of the balances must come in: each of them is tried.
 * That finds every such set of any number of blocks. True, too, when the work runs out.
 */
export function isAnySetExposed(space: NullSpace, sought: Sought, work: Work): boolean {
  const open = openBlocks(space, sought, work);
  const hunt = new Hunt(space, { sought, open }, work);
  for (const [pivot, block] of space.pivots.entries()) {
    if (!open.has(block)) continue;
    if (hunt.grows(pivot)) return true;
    // Sets with this pivot are done with.
    open.delete(block);
  }
  return work.left < 0;
}

/** Blocks that may be in a set: few people, and in no balance in which nothing could stand against them. */
function openBlocks({ balances, pivots, partOf }: NullSpace, sought: Sought, work: Work): Set<number> {
  const { people, most, matters } = sought;
  const fits = (block: number) => (people[block] ?? 0) <= most && (matters?.([block]) ?? true);
  const blocks = [...pivots, ...balances.map(({ free }) => free)].filter(fits);
  const open = new Set(blocks);
  const left = balances.map((balance) => sidesOf(balance, pivots, open));
  const unsettled = new Set(balances.keys());
  const close = (block: number, parts: readonly { balance: number; weight: number }[]) => {
    if (!open.delete(block)) return;
    work.left -= parts.length + 1;
    for (const { balance, weight } of parts) {
      const sides = left[balance];
      if (sides === undefined) continue;
      if (weight > 0) sides.plus--;
      else sides.minus--;
      unsettled.add(balance);
    }
  };
  for (const at of unsettled) {
    unsettled.delete(at);
    const balance = balances[at];
    const sides = left[at];
    if (balance === undefined || sides === undefined || sides.plus > 0 === sides.minus > 0) continue;
    close(balance.free, [{ balance: at, weight: -balance.scale }]);
    for (const pivot of balance.pivots) {
      const [block, parts] = [pivots[pivot] ?? -1, partOf[pivot]];
      if (open.has(block))
        close(
          block,
          (parts?.balances ?? []).map((other, term) => ({ balance: other, weight: parts?.weights[term] ?? 0 })),
        );
    }
  }
  return open;
}

function sidesOf(
  balance: Balance,
  blocks: readonly number[],
  open: ReadonlySet<number>,
): { plus: number; minus: number } {
  const isOpen = (pivot: number) => open.has(blocks[pivot] ?? -1);
  const plus = balance.pivots.filter((pivot, term) => isOpen(pivot) && (balance.weights[term] ?? 0) > 0).length;
  const minus = balance.pivots.filter((pivot, term) => isOpen(pivot) && (balance.weights[term] ?? 0) < 0).length;
  return { plus, minus: minus + Number(open.has(balance.free)) };
}

/** A balance that the pivots chosen so far upset. */
interface Upset {
  /** Its free block puts it right. */
  readonly isFree: boolean;
  readonly people: number;
  /** Other pivots that could. */
  readonly remedies: readonly number[];
}

/** Upset balances to choose the easiest from; looking at all of them costs more than it saves. */
const LOOK = 32;

class Hunt {
  private readonly space: NullSpace;
  private readonly sought: Sought;
  private readonly open: Set<number>;
  private readonly work: Work;
  /** Per balance: the weights of the chosen pivots, added up. */
  private readonly sums: Float64Array;
  /** Balances whose sum is not 0. */
  private readonly upset = new Set<number>();
  private readonly chosen: number[] = [];
  private left: number;

  constructor(space: NullSpace, of: { readonly sought: Sought; readonly open: Set<number> }, work: Work) {
    this.space = space;
    this.sought = of.sought;
    this.open = of.open;
    this.work = work;
    this.sums = new Float64Array(space.balances.length);
    this.left = of.sought.most;
  }

  /** Whether a set with this pivot and those chosen so far is exposed. Leaves everything as it was. */
  grows(pivot: number): boolean {
    const block = this.space.pivots[pivot] ?? -1;
    const people = this.peopleOf(block);
    if (people > this.left) return false;
    this.chosen.push(block);
    this.open.delete(block);
    this.left -= people;
    this.weigh(pivot, 1);
    const found = this.work.left < 0 || (this.matters(this.chosen) && this.growsFurther());
    this.weigh(pivot, -1);
    this.left += people;
    this.open.add(block);
    this.chosen.pop();
    return found;
  }

  private growsFurther(): boolean {
    const upsets: Upset[] = [];
    let waiting = 0;
    for (const at of this.upset) {
      const upset = this.upsetAt(at);
      upsets.push(upset);
      waiting += upset.people;
      if (!upset.isFree && upset.remedies.length === 0) return false;
      if (upsets.length >= LOOK && waiting > this.left) break;
    }
    const isSet = upsets.every(({ isFree }) => isFree) && waiting <= this.left;
    if (isSet && this.isSought([...this.chosen, ...this.freeBlocks()])) return true;
    // A set that is not looked for is in none that is: those must be without one of its free blocks.
    return this.anyGrows(isSet ? new Set(upsets.flatMap(({ remedies }) => remedies)) : remediesOf(upsets, this.left));
  }

  /** Tried ones are out for the next. */
  private anyGrows(pivots: Iterable<number>): boolean {
    const tried: number[] = [];
    let found = false;
    for (const pivot of pivots) {
      found = this.grows(pivot);
      if (found) break;
      const block = this.space.pivots[pivot] ?? -1;
      this.open.delete(block);
      tried.push(block);
    }
    for (const block of tried) this.open.add(block);
    return found;
  }

  private upsetAt(at: number): Upset {
    const balance = this.space.balances[at] as Balance;
    const sum = this.sums[at] as number;
    this.work.left -= balance.pivots.length;
    const remedies = balance.pivots.filter((pivot, term) => {
      const block = this.space.pivots[pivot] ?? -1;
      return (balance.weights[term] as number) * sum < 0 && this.open.has(block) && this.peopleOf(block) <= this.left;
    });
    const people = this.peopleOf(balance.free);
    const isFree = sum === balance.scale && this.open.has(balance.free) && people <= this.left;
    return { isFree, people: isFree ? people : 0, remedies };
  }

  private freeBlocks(): readonly number[] {
    return [...this.upset].map((at) => this.space.balances[at]?.free ?? -1);
  }

  private matters(set: readonly number[]): boolean {
    return this.sought.matters?.(set) ?? true;
  }

  private isSought(set: readonly number[]): boolean {
    return this.matters(set) && (this.sought.isSought?.(set) ?? true);
  }

  private peopleOf(block: number): number {
    return this.sought.people[block] ?? 0;
  }

  private weigh(pivot: number, sign: 1 | -1): void {
    const parts = this.space.partOf[pivot];
    if (parts === undefined) return;
    this.work.left -= parts.balances.length;
    for (let part = 0; part < parts.balances.length; part++) {
      const at = parts.balances[part] as number;
      const sum = (this.sums[at] as number) + sign * (parts.weights[part] as number);
      this.sums[at] = sum;
      if (sum === 0) this.upset.delete(at);
      else this.upset.add(at);
    }
  }
}

/**
 * Pivots of which one must come in: those of a balance that its free block cannot put right, or else of so many balances
 * that their free blocks together are too many people.
 */
function remediesOf(upsets: readonly Upset[], most: number): ReadonlySet<number> {
  const easiest = [...upsets].sort((a, b) => a.remedies.length - b.remedies.length);
  const stuck = easiest.find(({ isFree }) => !isFree);
  const together: Upset[] = [];
  let people = 0;
  for (const upset of easiest) {
    if (people > most) break;
    if (!upset.isFree) continue;
    together.push(upset);
    people += upset.people;
  }
  const union = new Set(together.flatMap(({ remedies }) => remedies));
  const enough = people > most;
  return stuck !== undefined && (!enough || stuck.remedies.length <= union.size) ? new Set(stuck.remedies) : union;
}
