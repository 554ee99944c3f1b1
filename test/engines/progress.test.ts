import { describe, expect, it } from "vitest";
import { createProgress, type Progress } from "../../src/engines/progress.ts";

const MB = 1_048_576;

/** Ten parts of one megabyte, of files of these sizes. */
function reports(sizes: readonly (number | null)[]): readonly Progress[] {
  const told: Progress[] = [];
  let rows = 0;
  const onBytes = createProgress(
    sizes.map((size) => ({ size })),
    () => rows,
    (done) => told.push(done),
  );
  for (let part = 0; part < 10; part += 1) {
    onBytes(MB);
    rows += 100;
  }
  return told;
}

describe("progress", () => {
  it("is told every few megabytes, of all files together", () => {
    expect(reports([6 * MB, 4 * MB])).toEqual([
      { rows: 300, bytes: 4 * MB, total: 10 * MB },
      { rows: 700, bytes: 8 * MB, total: 10 * MB },
    ]);
  });

  it("has no end where the size of one file is not known", () => {
    expect(reports([6 * MB, null]).map(({ total }) => total)).toEqual([null, null]);
  });
});
