/** Rows of scores by place, in flat memory that is taken in chunks as places come. */
export interface ScoreStore {
  /** Keeps the scores of the first row of this place, and counts every row. */
  add(place: number, scores: Float64Array): void;
  /** Rows added at this place. */
  rows(place: number): number;
  /** Writes the scores kept at this place into `into`; zeros where nothing was added. */
  read(place: number, into: Float64Array): void;
}

/** Places in a chunk. */
const CHUNK = 4096;

/** width: scores of a row. 8 × (width + 1) bytes a place. */
export function createScoreStore(width: number): ScoreStore {
  const chunks = new Map<number, Float64Array>();
  const step = width + 1;
  const chunkOf = (place: number): Float64Array => {
    const number = Math.floor(place / CHUNK);
    const known = chunks.get(number) ?? new Float64Array(CHUNK * step);
    chunks.set(number, known);
    return known;
  };
  const startOf = (place: number): number => (place % CHUNK) * step;
  return {
    add: (place, scores) => {
      const chunk = chunkOf(place);
      const start = startOf(place);
      if (chunk[start] === 0) chunk.set(scores, start + 1);
      chunk[start] = (chunk[start] as number) + 1;
    },
    rows: (place) => chunkOf(place)[startOf(place)] as number,
    read: (place, into) => {
      const start = startOf(place) + 1;
      const chunk = chunkOf(place);
      for (let at = 0; at < width; at += 1) into[at] = chunk[start + at] as number;
    },
  };
}
