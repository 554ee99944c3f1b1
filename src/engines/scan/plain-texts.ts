/** Most elements of the pool, 12 MB: nodes for some thousands of texts that differ early. */
const MOST_ELEMENTS = 3 * 1_048_576;
/** A node: which byte of a cell it looks at, and a branch for each value of that byte. */
const NODE_SIZE = 257;
/** A text: its value, its length, and its bytes, four an element, the last one filled up with zeros. */
const TEXT_HEAD = 2;
/** Stands behind a text for whatever ends its cell. */
const END = -1;

/** Where in the pool a node stands (above 0) or a text (below 0, the place negated); 0: nothing. */
type Branch = number;

/** How texts are written: the bytes that may follow one, none of which stands in one. */
export interface Writing {
  /** Which of the trees. */
  readonly tree: number;
  readonly ends: readonly number[];
}

/**
 * The texts cells may have, in one tree for each column and way of writing. A tree looks only at bytes in which its texts differ, and so
 * leads to the one text that a cell can be; that one is then compared as a whole, four bytes at a time. A long text costs little more than
 * a short one, and no string is made.
 * Source: Morrison 1968, PATRICIA; nodes go by byte instead of by bit.
 */
export class CellTexts {
  /** All nodes and texts, in one array that the search through it has at hand. */
  pool: Int32Array = new Int32Array(8192);
  readonly roots: Int32Array;
  private used = 1;

  constructor(trees: number) {
    this.roots = new Int32Array(trees);
  }

  /** Whether there is room for another text of this length in two trees. */
  hasRoom(length: number): boolean {
    return this.used + 2 * NODE_SIZE + TEXT_HEAD + (length >> 2) + 1 <= MOST_ELEMENTS;
  }

  /** Takes a text in. Where it stands: to be put into trees. */
  add(text: Uint8Array, value: number): number {
    const place = this.take(TEXT_HEAD + (text.length >> 2) + 1);
    const { pool } = this;
    pool[place] = value;
    pool[place + 1] = text.length;
    for (let at = 0; at < text.length; at++) {
      const word = place + TEXT_HEAD + (at >> 2);
      pool[word] = (pool[word] as number) | ((text[at] as number) << (8 * (at & 3)));
    }
    return place;
  }

  /** Gives a text another value. */
  setValue(place: number, value: number): void {
    this.pool[place] = value;
  }

  /** Where this very text stands; 0: it is not in the tree. */
  find(writing: Writing, text: Uint8Array): number {
    const place = this.nearest(writing, text);
    return place !== 0 && this.difference(place, text) === null ? place : 0;
  }

  /** Puts a text that is not there yet into a tree. */
  insert(writing: Writing, text: Uint8Array, place: number): void {
    const near = this.nearest(writing, text);
    const at = near === 0 ? null : this.difference(near, text);
    if (at === null) {
      this.roots[writing.tree] = -place;
      return;
    }
    let above = 0;
    let branch = this.roots[writing.tree] as number;
    while (branch > 0 && (this.pool[branch] as number) < at) {
      above = branch;
      branch = this.branchOf(branch, this.symbolFor(branch, text), writing);
    }
    const isThere = branch > 0 && this.pool[branch] === at;
    const node = isThere ? branch : this.take(NODE_SIZE);
    if (!isThere) {
      this.pool[node] = at;
      this.connect({ node, symbol: this.symbolOf(near, at), to: branch }, writing);
      if (above === 0) this.roots[writing.tree] = node;
      else this.connect({ node: above, symbol: this.symbolFor(above, text), to: node }, writing);
    }
    this.connect({ node, symbol: this.symbolFor(node, text), to: -place }, writing);
  }

  /** A text that agrees with this one in every byte that the tree looks at on the way, as far as there is one; 0: the tree is empty. */
  private nearest(writing: Writing, text: Uint8Array): number {
    let branch = this.roots[writing.tree] as number;
    while (branch > 0) {
      const next = this.branchOf(branch, this.symbolFor(branch, text), writing);
      branch = next === 0 ? this.anyBranch(branch) : next;
    }
    return branch === 0 ? 0 : -branch;
  }

  private anyBranch(node: number): Branch {
    let at = node + 1;
    while (this.pool[at] === 0) at++;
    return this.pool[at] as number;
  }

  /** The first byte in which a text is another one than this; null: they are the same. */
  private difference(place: number, text: Uint8Array): number | null {
    const length = Math.max(this.pool[place + 1] as number, text.length);
    for (let at = 0; at < length; at++) if (this.symbolOf(place, at) !== (text[at] ?? END)) return at;
    return null;
  }

  private symbolOf(place: number, at: number): number {
    if (at >= (this.pool[place + 1] as number)) return END;
    return ((this.pool[place + TEXT_HEAD + (at >> 2)] as number) >>> (8 * (at & 3))) & 0xff;
  }

  /** What a node sees of a text. */
  private symbolFor(node: number, text: Uint8Array): number {
    return text[this.pool[node] as number] ?? END;
  }

  private branchOf(node: number, symbol: number, { ends }: Writing): Branch {
    return this.pool[node + 1 + (symbol === END ? (ends[0] as number) : symbol)] as number;
  }

  private connect(
    { node, symbol, to }: { readonly node: number; readonly symbol: number; readonly to: Branch },
    { ends }: Writing,
  ): void {
    for (const byte of symbol === END ? ends : [symbol]) this.pool[node + 1 + byte] = to;
  }

  private take(size: number): number {
    const place = this.used;
    this.used += size;
    if (this.used > this.pool.length) {
      const more = new Int32Array(Math.max(this.used, 2 * this.pool.length));
      more.set(this.pool);
      this.pool = more;
    }
    return place;
  }
}

/**
 * Which text of a tree stands at `begin`: its place, 0 where none does. What follows it is not looked at.
 * view: the bytes that are searched; they go on for at least 4 behind `end`.
 */
export function textAt(
  { pool, root }: { readonly pool: Int32Array; readonly root: Branch },
  { bytes, view, end }: { readonly bytes: Uint8Array; readonly view: DataView; readonly end: number },
  begin: number,
): number {
  let branch = root;
  while (branch > 0) {
    const at = begin + (pool[branch] as number);
    if (at >= end) return 0;
    branch = pool[branch + 1 + (bytes[at] as number)] as number;
  }
  const place = -branch;
  const length = pool[place + 1] as number;
  if (place === 0 || begin + length > end) return 0;
  const words = length >> 2;
  for (let word = 0; word < words; word++)
    if (view.getInt32(begin + 4 * word, true) !== pool[place + TEXT_HEAD + word]) return 0;
  const own = (1 << (8 * (length & 3))) - 1;
  return (view.getInt32(begin + 4 * words, true) & own) === pool[place + TEXT_HEAD + words] ? place : 0;
}
