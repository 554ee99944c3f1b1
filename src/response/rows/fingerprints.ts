/** A 64-bit fingerprint of a text, in two halves of 32 bits without sign. */
export interface Fingerprint {
  high: number;
  low: number;
}

/** Remembers fingerprints with a number each, in flat memory that never moves: 24 bytes for each, 28 with lines. */
export interface Fingerprints {
  /** How many are remembered. */
  readonly size: number;
  /** The place of this fingerprint among those remembered, from 0; −1: it is new, and remembered with `kept` from now on. */
  meet(key: Readonly<Fingerprint>, kept: Kept): number;
  /** Its place as above; −1: it is not remembered, nor will it be. */
  find(key: Readonly<Fingerprint>): number;
  /** What was kept with the fingerprint at this place. */
  valueAt(place: number): number;
  /** 0 where lines are not kept. */
  lineAt(place: number): number;
}

/** value: any number. line: up to 2^32 − 1. */
export interface Kept {
  readonly value: number;
  readonly line: number;
}

/** Entries and buckets come in chunks of this many. A power of two. */
const CHUNK_BITS = 14;
const CHUNK = 1 << CHUNK_BITS;
const WITHIN = CHUNK - 1;

/** Some entries: fingerprints, values, what stands behind each in its bucket (place + 1; 0: nothing), and lines. */
interface Chunk {
  readonly keys: Uint32Array;
  readonly values: Float64Array;
  readonly next: Uint32Array;
  readonly lines: Uint32Array;
}

/**
 * Linear hashing: with every entry comes one more bucket, into which one bucket is split. Nothing is ever copied into something
 * larger, so that no freed memory lies about, and each entry costs the same.
 */
class FlatFingerprints implements Fingerprints {
  size = 0;
  readonly #hasLines: boolean;
  readonly #chunks: Chunk[] = [];
  /** The first entry of each bucket: its place + 1; 0: none. */
  readonly #heads: Uint32Array[] = [new Uint32Array(CHUNK)];
  /** Buckets: `#mask` + 1 + `#split`. The first `#split` of them are split already, and told apart by one bit more. */
  #mask = 0;
  #split = 0;

  constructor(hasLines: boolean) {
    this.#hasLines = hasLines;
  }

  find({ high, low }: Readonly<Fingerprint>): number {
    for (let link = this.#head(this.#bucketOf(low)); link !== 0; link = this.#nextOf(link - 1)) {
      const { keys } = this.#chunkOf(link - 1);
      const at = 2 * ((link - 1) & WITHIN);
      if (keys[at] === high && keys[at + 1] === low) return link - 1;
    }
    return -1;
  }

  meet(key: Readonly<Fingerprint>, { value, line }: Kept): number {
    const known = this.find(key);
    if (known >= 0) return known;
    const place = this.size;
    if ((place & WITHIN) === 0) this.#chunks.push(createChunk(this.#hasLines));
    const chunk = this.#chunkOf(place);
    const at = place & WITHIN;
    chunk.keys[2 * at] = key.high;
    chunk.keys[2 * at + 1] = key.low;
    chunk.values[at] = value;
    // Without lines the list has no slots, and nothing is written.
    chunk.lines[at] = line;
    this.#link(place, this.#bucketOf(key.low));
    this.size += 1;
    this.#splitOne();
    return -1;
  }

  valueAt(place: number): number {
    return this.#chunkOf(place).values[place & WITHIN] ?? 0;
  }

  lineAt(place: number): number {
    return this.#chunkOf(place).lines[place & WITHIN] ?? 0;
  }

  #bucketOf(low: number): number {
    const bucket = (low & this.#mask) >>> 0;
    return bucket < this.#split ? (low & (2 * this.#mask + 1)) >>> 0 : bucket;
  }

  #chunkOf(place: number): Chunk {
    return this.#chunks[place >>> CHUNK_BITS] as Chunk;
  }

  #nextOf(place: number): number {
    return this.#chunkOf(place).next[place & WITHIN] as number;
  }

  #head(bucket: number): number {
    return (this.#heads[bucket >>> CHUNK_BITS] as Uint32Array)[bucket & WITHIN] as number;
  }

  #link(place: number, bucket: number): void {
    const heads = this.#heads[bucket >>> CHUNK_BITS] as Uint32Array;
    this.#chunkOf(place).next[place & WITHIN] = heads[bucket & WITHIN] as number;
    heads[bucket & WITHIN] = place + 1;
  }

  /** Deals the entries of one bucket out to it and to a new one. */
  #splitOne(): void {
    const bucket = this.#split;
    const added = this.#mask + 1 + bucket;
    if ((added & WITHIN) === 0) this.#heads.push(new Uint32Array(CHUNK));
    let link = this.#head(bucket);
    (this.#heads[bucket >>> CHUNK_BITS] as Uint32Array)[bucket & WITHIN] = 0;
    this.#split += 1;
    while (link !== 0) {
      const place = link - 1;
      link = this.#nextOf(place);
      this.#link(place, this.#bucketOf(this.#chunkOf(place).keys[2 * (place & WITHIN) + 1] as number));
    }
    if (this.#split <= this.#mask) return;
    this.#mask = 2 * this.#mask + 1;
    this.#split = 0;
  }
}

const NO_LINES = new Uint32Array(0);

function createChunk(hasLines: boolean): Chunk {
  return {
    keys: new Uint32Array(2 * CHUNK),
    values: new Float64Array(CHUNK),
    next: new Uint32Array(CHUNK),
    lines: hasLines ? new Uint32Array(CHUNK) : NO_LINES,
  };
}

export function createFingerprints({ lines }: { readonly lines: boolean }): Fingerprints {
  return new FlatFingerprints(lines);
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

/** The same of a text in ASCII, by its bytes. */
export function fingerprintAscii(bytes: Uint8Array, place: { begin: number; end: number }, into: Fingerprint): void {
  const { begin, end } = place;
  let high = 0x9e3779b9 ^ (end - begin);
  let low = 0x85ebca6b;
  for (let at = begin; at < end; at += 1) {
    high = Math.imul(high ^ (bytes[at] as number), 0x9e3779b1);
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

const UNIT = 4_294_967_296;

/** Spreads every bit over all 32 (the end of MurmurHash3). */
function avalanche(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
