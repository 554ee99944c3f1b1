import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { notScanned, tellEngines } from "../../src/cli/engine-choice.ts";
import type { Host } from "../../src/cli/host.ts";
import type { FileEngine } from "../../src/pipeline.ts";

const ENGINES: readonly FileEngine[] = [
  { file: "a.csv", engine: "scan", why: "it is UTF-8 text", scanned: 1_234_567 },
  { file: "b.csv", engine: "scan", why: "it is UTF-8 text", scanned: 1 },
  { file: "c\u001b[31m.xlsx", engine: "stream", why: "it is a workbook", scanned: 0 },
];

async function told(flags: Pick<Host, "debug" | "quiet">): Promise<string> {
  let text = "";
  const stderr = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  await tellEngines({ ...flags, stderr } as unknown as Host, ENGINES);
  return text;
}

describe("what read a file", () => {
  it("is told with --debug, and no file's name steers the terminal", async () => {
    expect(await told({ debug: true, quiet: false })).toBe(
      [
        "engine: a.csv was read by scan, since it is UTF-8 text; 1,234,567 rows of it scanned",
        "engine: b.csv was read by scan, since it is UTF-8 text; 1 row of it scanned",
        "engine: c.xlsx was read by stream, since it is a workbook",
        "",
      ].join("\n"),
    );
  });

  it("is told to nobody else", async () => {
    expect(await told({ debug: false, quiet: false })).toBe("");
    expect(await told({ debug: true, quiet: true })).toBe("");
  });

  it("is a warning where the scanner was asked for and could not", () => {
    expect(notScanned({ engine: "auto" }, ENGINES)).toEqual([]);
    expect(notScanned({ engine: "stream" }, ENGINES)).toEqual([]);
    expect(notScanned({ engine: "scan" }, ENGINES)).toEqual([
      expect.objectContaining({
        code: "SC037",
        severity: "warning",
        message: "--engine scan: this file was read by the engine stream, since it is a workbook.",
        place: { file: "c\u001b[31m.xlsx" },
      }),
    ]);
  });
});
