import path from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { score } from "../../src/pipeline.ts";
import { createShelf } from "../../src/shelf/shelf.ts";
import { WHOLE } from "../part.ts";
import { SETTINGS as PLAIN, RULES } from "../settings.ts";
import { allExports } from "../sources/fuzz/corpus.ts";

/** The same table written in another way gives the same numbers, or is refused for the same reasons. */
const ROOT = path.resolve(import.meta.dirname, "..", "..");
const shelf = createShelf(ROOT);
const FRAMEWORKS = ["trust-equation", "distrust-symptoms", path.join(ROOT, "test/scenarios/files/team.yaml")];
const SETTINGS: typeof PLAIN = {
  ...PLAIN,
  only: "scores",
  rules: { ...RULES, onUnknown: "missing", onRagged: "skip", acceptGuesses: true },
};

/** What comes of a file: the numbers, or the codes of what stands against it. */
async function outcome(bytes: Buffer, framework: string): Promise<string> {
  const inputs = [{ name: "same", open: () => Readable.from([bytes]) }];
  try {
    const { audit } = await score({ ...SETTINGS, framework, inputs }, { shelf, open: () => Readable.from([]) });
    const { source, warnings: _, ...numbers } = audit;
    return JSON.stringify({ ...numbers, columns: source.files[0]?.columns, dialect: source.files[0]?.dialect });
  } catch (error) {
    const { problems } = error as { readonly problems: readonly { readonly code: string }[] };
    return [...new Set(problems.map(({ code }) => code))].sort().join(" ");
  }
}

/** Every cell in quotation marks, which needs no decision about any of them. */
function written(rows: readonly (readonly string[])[], delimiter: string): Buffer {
  const line = (row: readonly string[]): string => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  return Buffer.from(`${rows.map(line).join("\n")}\n`);
}

function utf16(text: Buffer, bigEndian: boolean): Buffer {
  const units = Buffer.from(`\ufeff${text.toString("utf8").replace(/^\ufeff/, "")}`, "utf16le");
  return bigEndian ? units.swap16() : units;
}

type Way = readonly [string, (bytes: Buffer, rows: readonly (readonly string[])[]) => Buffer];

const WAYS: readonly Way[] = [
  ["gzip", (bytes) => gzipSync(bytes)],
  ["a byte order mark", (bytes) => Buffer.from(`\ufeff${bytes.toString("utf8").replace(/^\ufeff/, "")}`)],
  ["UTF-16 LE", (bytes) => utf16(bytes, false)],
  ["UTF-16 BE", (bytes) => utf16(bytes, true)],
  ["Windows line ends", (bytes) => Buffer.from(bytes.toString("utf8").replaceAll(/\r?\n/g, "\r\n"))],
  ["blank lines at the end", (bytes) => Buffer.concat([bytes, Buffer.from("\n\n\n")])],
  // No tool but spreadsheets writes bars, so that these would be read as a plain table's.
  ...[",", ";", "\t"].map((delimiter): Way => [`"${delimiter}" between`, (_, rows) => written(rows, delimiter)]),
];
/** `npm test` tries a fifth of them with each file, others with the next. */
const EACH = WHOLE ? 1 : 20;

/** Text in UTF-8 with commas, of rows as long as each other: what a table says there is beyond doubt. */
function tableIn(bytes: Buffer): readonly (readonly string[])[] | null {
  const text = bytes.toString("utf8");
  if (text.includes("\ufffd") || text.includes("\0") || /^sep=/i.test(text)) return null;
  try {
    const rows: string[][] = parse(text, { bom: true, skip_empty_lines: true });
    // Cells that hold what look like rows are in doubt, and by their delimiter.
    const isDoubtful = rows.some((row) => row.some((cell) => /\n[^\n]*(?:,[^\n]*){4}/.test(cell)));
    return (rows[0]?.length ?? 0) > 2 && !isDoubtful ? rows : null;
  } catch {
    return null;
  }
}

const tables = allExports(ROOT).flatMap(({ name, bytes }) => {
  const rows = tableIn(bytes);
  return rows === null ? [] : [{ name, bytes, rows }];
});

describe.each(tables.map((table, number) => ({ ...table, number })))("$name", ({ bytes, rows, number }) => {
  it("says the same however it is written", async () => {
    const found: string[] = [];
    for (const framework of FRAMEWORKS)
      if (found.at(-1)?.startsWith("{") !== true) found.push(await outcome(bytes, framework));
    // Of the frameworks it was not made for, all say the same and little.
    const at = Math.max(
      0,
      found.findIndex((one) => one.startsWith("{")),
    );
    const framework = FRAMEWORKS[at] ?? "";
    for (const [way, write] of WAYS.filter((_, place) => (place + number) % EACH === 0))
      expect([way, await outcome(write(bytes, rows), framework)]).toEqual([way, found[at]]);
  });
});

it("there are tables to try", () => {
  expect(tables.length).toBeGreaterThan(40);
});
