import type { TableSource } from "../sources/table/source.ts";

/** How far all files are read. bytes: unpacked. total: of all files, null where the size of one is not known before its end. */
export interface Progress {
  readonly rows: number;
  readonly bytes: number;
  readonly total: number | null;
}

export type OnProgress = (done: Progress) => void;

/** Bytes from one report to the next. */
const STEP = 262_144;

/** Counts bytes as they are read, and reports now and then. rows: so far. */
export function createProgress(
  sources: readonly Pick<TableSource, "size">[],
  rows: () => number,
  report: OnProgress | undefined,
): (count: number) => void {
  const sizes = sources.map(({ size }) => size);
  const total = sizes.reduce((sum, size) => (sum === null || size === null ? null : sum + size), 0);
  let bytes = 0;
  let next = STEP;
  return (count) => {
    bytes += count;
    if (bytes < next) return;
    next = bytes + STEP;
    report?.({ rows: rows(), bytes, total });
  };
}
