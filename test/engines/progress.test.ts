import { describe, expect, it } from "vitest";
import { createProgress, type Progress } from "../../src/engines/progress.ts";

const MB = 1_048_576;

/** Twenty parts of an eighth of a megabyte, of files of these sizes. */
function reports(sizes: readonly (number | null)[]): readonly Progress[] {
  const told: Progress[] = [];
  let rows = 0;
  const onBytes = createProgress(
    sizes.map((size) => ({ size })),
    () => rows,
    (done) => told.push(done),
  );
  for (let part = 0; part < 20; part += 1) {
    onBytes(MB / 8);
    rows += 100;
  }
  return told;
}

describe("progress", () => {
  it("is told every quarter of a megabyte, of all files together", () => {
    const told = reports([2 * MB, MB / 2]);
    expect(told).toHaveLength(10);
    expect(told.slice(0, 2)).toEqual([
      { rows: 100, bytes: MB / 4, total: 2.5 * MB },
      { rows: 300, bytes: MB / 2, total: 2.5 * MB },
    ]);
  });

  it("has no end where the size of one file is not known", () => {
    expect(new Set(reports([6 * MB, null]).map(({ total }) => total))).toEqual(new Set([null]));
  });
});
