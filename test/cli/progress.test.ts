import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { Host } from "../../src/cli/host.ts";
import { createProgressLine, progressText } from "../../src/cli/progress.ts";

/** A host with a clock that stands until it is moved, and what was written to standard error. */
function world(more: Partial<Host> = {}) {
  const written: string[] = [];
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  let time = 0;
  const known = { stderr, status: { columns: 80 }, quiet: false, now: () => new Date(time), ...more };
  return {
    host: known as unknown as Host,
    written,
    at: (milliseconds: number) => {
      time = milliseconds;
    },
  };
}

const ERASE = "\r\u001b[K";
const shown = (text = "") => text.replace(ERASE, "");
const done = (bytes: number) => ({ rows: bytes / 100, bytes, total: 600e6 });

describe("the progress line", () => {
  it("comes after a second, ten times a second at most, and is taken away at the end", () => {
    const { host, written, at } = world();
    const line = createProgressLine(host);
    for (let time = 0; time <= 2000; time += 10) {
      at(time);
      line?.show(done(time * 1e5));
      if (time < 1000) expect(written).toEqual([]);
    }
    expect(written).toHaveLength(11);
    expect(shown(written[0])).toBe("Reading: 1,000,000 rows, 100 of 600 MB, 100 MB/s, 5 s left");
    line?.end();
    expect(written.at(-1)).toBe(ERASE);
    line?.end();
    at(9000);
    line?.show(done(1e8));
    expect(written).toHaveLength(12);
  });

  it("writes nothing at all about what is over within a second", () => {
    const { host, written, at } = world();
    const line = createProgressLine(host);
    at(999);
    line?.show(done(1e8));
    line?.end();
    expect(written).toEqual([]);
  });

  it("is not there without a terminal, nor with --quiet", () => {
    expect(createProgressLine(world({ status: null }).host)).toBeNull();
    expect(createProgressLine(world({ quiet: true }).host)).toBeNull();
  });

  it("follows a window that becomes narrower", () => {
    const status = { columns: 80 };
    const { host, written, at } = world({ status });
    const line = createProgressLine(host);
    at(1000);
    line?.show(done(1e8));
    status.columns = 40;
    at(2000);
    line?.show(done(2e8));
    line?.end();
    expect(written.slice(0, 2).map(shown)).toEqual([
      "Reading: 1,000,000 rows, 100 of 600 MB, 100 MB/s, 5 s left",
      "Reading: 2,000,000 rows, 4 s left",
    ]);
  });

  it("leaves nothing to be done at the end of the process", () => {
    const before = process.listenerCount("exit");
    const line = createProgressLine(world().host);
    expect(process.listenerCount("exit")).toBe(before + 1);
    line?.end();
    expect(process.listenerCount("exit")).toBe(before);
  });
});

describe("what the line says", () => {
  it.each([
    { rows: 1, bytes: 20_000, total: null, milliseconds: 2000, says: "1 row, under 0.1 MB, under 0.1 MB/s" },
    { rows: 9e4, bytes: 9.4e6, total: null, milliseconds: 4000, says: "90,000 rows, 9.4 MB, 2.4 MB/s" },
    { rows: 0, bytes: 0, total: 5e8, milliseconds: 4000, says: "0 rows, under 0.1 of 500 MB, under 0.1 MB/s" },
    { rows: 4, bytes: 5e8, total: 5e8, milliseconds: 1e4, says: "4 rows, 500 of 500 MB, 50 MB/s, under 1 s left" },
    { rows: 4, bytes: 5e6, total: 1e9, milliseconds: 1e3, says: "4 rows, 5.0 of 1,000 MB, 5.0 MB/s, 3 min 19 s left" },
    { rows: 4, bytes: 1e6, total: 9e9, milliseconds: 1e3, says: "4 rows, 1.0 of 9,000 MB, 1.0 MB/s, 2 h 29 min left" },
  ])("$says", ({ says, milliseconds, ...done }) =>
    expect(progressText(done, { milliseconds, width: 100 })).toBe(`Reading: ${says}`),
  );

  it.each([5, 20, 30, 40, 50, 60])("fits into %i columns", (width) => {
    const text = progressText({ rows: 1e9, bytes: 3e9, total: 9e10 }, { milliseconds: 1e5, width });
    expect(text.length).toBeLessThanOrEqual(width);
    // A number that is cut off would be another number.
    expect(text).toMatch(width < 27 ? /^$/ : /^Reading: 1,000,000,000 rows/);
  });
});
