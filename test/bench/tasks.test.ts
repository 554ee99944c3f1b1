import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";

interface Section {
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly bars: readonly { readonly what: string; readonly bar: number; readonly note: string }[];
}

const FILE = path.resolve(import.meta.dirname, "..", "..", "bench", "sections", "tasks.mjs");
const { taskSection } = (await import(pathToFileURL(FILE).href)) as {
  taskSection: (options: object, bench: object) => Section;
};
const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "trust-audit-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A peer that prints this. */
const saying = (name: string, code: string) => ({
  name,
  tasks: ["parse"],
  command: () => [process.execPath, "-e", code],
});

it("names a peer that finds other numbers or fails, and does not count its time", { timeout: 60_000 }, () => {
  const peers = [
    saying("right", "console.log('{\"rows\":1000}')"),
    saying("wrong", "console.log('{\"rows\":999}')"),
    saying("broken", "process.exit(3)"),
  ];
  const ours = "trust-audit, scores";
  const bars = [
    { ours, theirs: "wrong", bar: 0.5 },
    { ours, theirs: "right", bar: 0.5 },
  ];
  const options = { name: "x", title: "x", set: "numbers-1000", tasks: ["scores"], rounds: 1, bars };
  const among = ["right", "wrong", "broken"];
  const found = taskSection({ ...options, among }, { peers, folder, tell: () => {} });
  expect(found.rows.map(([task, who]) => [task, who])).toEqual([
    ["scores", "trust-audit"],
    ["reading only", "right"],
  ]);
  expect(found.notes[0]).toBe("wrong is left out: rows: 999, ours 1000");
  expect(found.notes[1]).toMatch(/^broken is left out: .* ended with 3/);
  expect(found.bars).toMatchObject([
    { bar: Number.POSITIVE_INFINITY, note: "wrong was not measured" },
    { what: "numbers-1000: trust-audit, scores", bar: 0.5 },
  ]);
});
