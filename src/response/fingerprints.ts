/** A 64-bit fingerprint of a text, in two halves of 32 bits without sign. */
export interface Fingerprint {
  high: number;
  low: number;
}

/** What is kept with a fingerprint. */
export interface Kept {
  /** Any number. */
  readonly value: number;
  /** Line and number of the file where it was first seen; 0 where places are not kept. Files: up to 65,535. */
  readonly line: number;
  readonly file: number;
}

/** Remembers fingerprints with a number each, in flat memory: at most 28 bytes for each, or 38 with places. */
export interface Fingerprints {
  /** What was kept with this fingerprint; null: it is new, and `kept` is remembered from now on. */
  meet(key: Readonly<Fingerprint>, kept: Kept): Kept | null;
}

/** Segments grow one at a time, so that growing never takes much memory at once. A power of two. */
const SEGMENTS = 256;
const SMALLEST = 16;
const FULLEST = 0.8;
/** A small segment doubles, for speed; memory counts once there are many ids. */
const SMALL = 1024;
const GROWTH = 1.35;
const UNIT = 4_294_967_296;

/** Open addressing: a fingerprint stands in the first free slot from its own on. Slots whose key is 0, 0 are free. */
interface Segment {
  readonly capacity: number;
  readonly keys: Uint32Array;
  readonly values: Float64Array;
  readonly lines: Uint32Array;
  readonly files: Uint16Array;
  count: number;
}

/** places: lines and files are kept too. */
export function createFingerprints({ places }: { readonly places: boolean }): Fingerprints {
  const segments: Segment[] = Array.from({ length: SEGMENTS }, () => createSegment(SMALLEST, places));
  return {
    meet: (key, kept) => {
      const name = key.high >>> 24;
      const segment = segments[name] as Segment;
      const slot = slotOf(segment, key.high, key.low);
      if (isTaken(segment, slot)) return keptIn(segment, slot);
      const { high, low } = key;
      put(segment, slot, { high, low, value: kept.value, line: kept.line, file: kept.file });
      if (segment.count > segment.capacity * FULLEST) segments[name] = grown(segment, places);
      return null;
    },
  };
}

const NO_LINES = new Uint32Array(0);
const NO_FILES = new Uint16Array(0);

function createSegment(capacity: number, places: boolean): Segment {
  return {
    capacity,
    keys: new Uint32Array(2 * capacity),
    values: new Float64Array(capacity),
    lines: places ? new Uint32Array(capacity) : NO_LINES,
    files: places ? new Uint16Array(capacity) : NO_FILES,
    count: 0,
  };
}

/** The slot of this key, or the free one where it belongs. There always is a free one. */
function slotOf({ keys, capacity }: Segment, high: number, low: number): number {
  // The key 0, 0 marks free slots.
  const second = high === 0 && low === 0 ? 1 : low;
  let slot = Math.floor((second / UNIT) * capacity);
  for (;;) {
    const one = keys[2 * slot];
    const other = keys[2 * slot + 1];
    if ((one === high && other === second) || (one === 0 && other === 0)) return slot;
    slot = slot + 1 === capacity ? 0 : slot + 1;
  }
}

function isTaken({ keys }: Segment, slot: number): boolean {
  return keys[2 * slot] !== 0 || keys[2 * slot + 1] !== 0;
}

function keptIn({ values, lines, files }: Segment, slot: number): Kept {
  return { value: values[slot] ?? 0, line: lines[slot] ?? 0, file: files[slot] ?? 0 };
}

/** slot: free, and the key's own. */
function put(segment: Segment, slot: number, { high, low, value, line, file }: Readonly<Fingerprint> & Kept): void {
  segment.keys[2 * slot] = high;
  segment.keys[2 * slot + 1] = high === 0 && low === 0 ? 1 : low;
  segment.values[slot] = value;
  // Without places these lists have no slots, and nothing is written.
  segment.lines[slot] = line;
  segment.files[slot] = file;
  segment.count += 1;
}

function grown(old: Segment, places: boolean): Segment {
  const segment = createSegment(Math.ceil(old.capacity * (old.capacity < SMALL ? 2 : GROWTH)), places);
  for (let slot = 0; slot < old.capacity; slot += 1) {
    if (!isTaken(old, slot)) continue;
    const high = old.keys[2 * slot] as number;
    const low = old.keys[2 * slot + 1] as number;
    put(segment, slotOf(segment, high, low), { high, low, ...keptIn(old, slot) });
  }
  return segment;
}

/**
 * Writes the fingerprint of a text into `into`. Texts of one length that differ in one character never have the same; for others
 * it is chance: among n texts some two agree with a probability of n² / 2^65 (a million: 1 in 37 million).
 */
export function fingerprint(text: string, into: Fingerprint): void {
  let high = 0x9e3779b9 ^ text.length;
  let low = 0x85ebca6b;
  for (let at = 0; at < text.length; at += 1) {
    high = Math.imul(high ^ text.charCodeAt(at), 0x9e3779b1);
    high ^= high >>> 15;
    low = Math.imul(low ^ high, 0x85ebca77);
    low ^= low >>> 13;
  }
  into.high = avalanche(high ^ Math.imul(low, 0xc2b2ae3d)) >>> 0;
  into.low = avalanche(low) >>> 0;
}

/** Writes the fingerprint of a fingerprint with a number (of up to 53 bits) into `into`. */
export function combine(key: Readonly<Fingerprint>, number: number, into: Fingerprint): void {
  const high = Math.floor(number / UNIT);
  const low = avalanche((number % UNIT) ^ key.low);
  into.high = avalanche(key.high ^ Math.imul(high ^ low, 0x9e3779b1)) >>> 0;
  into.low = avalanche(low ^ Math.imul(high ^ key.high, 0x85ebca77)) >>> 0;
}

/** Spreads every bit over all 32 (the end of MurmurHash3). */
function avalanche(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
