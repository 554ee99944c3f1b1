import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutRecord } from "../../../src/engines/scan/record.ts";
import { createLineEnds } from "../../../src/sources/csv/line-ends.ts";
import { LARGEST_ROW } from "../../../src/sources/csv/row-limit.ts";
import { RowReader } from "../../../src/sources/csv/row-reader.ts";
import { UnreadableRow } from "../../../src/sources/csv/unreadable-row.ts";

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Rows up to the first that cannot be cut; the text comes in windows that begin at a row and grow by `step` bytes. */
function cutAll(bytes: Buffer, step: number): { readonly rows: readonly Row[]; readonly isWhole: boolean } {
  const rows: Row[] = [];
  let [from, lines, to] = [0, 0, 0];
  for (;;) {
    const final = to >= bytes.length;
    const cut = cutRecord({ bytes, from, to: Math.min(to, bytes.length), delimiter: 44, final, largest: LARGEST_ROW });
    if (cut === "incomplete") to += step;
    else if (cut === "none" || cut === "malformed") return { rows, isWhole: cut === "none" };
    else {
      rows.push({ line: lines + cut.linesBefore + 1, cells: cut.cells });
      from = cut.next;
      lines += cut.lines;
    }
  }
}

async function readAll(bytes: Buffer): Promise<{ readonly rows: readonly Row[]; readonly isWhole: boolean }> {
  const rows: Row[] = [];
  const reader = new RowReader({ delimiter: "," }, (cells, line) => rows.push({ line: line(), cells: [...cells] }));
  try {
    const text = createLineEnds()(bytes);
    if (text.length > 0) await reader.feed(text);
    await reader.finish();
    return { rows, isWhole: true };
  } catch (error) {
    if (error instanceof UnreadableRow) return { rows, isWhole: false };
    throw error;
  }
}

describe("a record that is cut out of its bytes", () => {
  it.each([
    ["bare cells", "a,b\nc,d\n"],
    ["no line end at the end", "a,b\nc,"],
    ["quoted cells", '"a","b,c"\r\n"","d""e"\r\n'],
    ["line ends of all kinds within a cell", '"a\r\nb\rc\nd",1\r2,3'],
    ["blank lines of all kinds", "\n\r\n\r\na\n\n\r\r\nb\n\r"],
    ["text that takes several bytes", 'é,"😀"\nü\n'],
    ["a row of one empty cell in quotation marks", '""\na\n'],
    ["a carriage return at the very end", "a,b\r"],
    ["a delimiter alone", ",\n,"],
    ["nothing", ""],
  ])("has %s as the tolerant reader has them", async (_, text) => {
    const bytes = Buffer.from(text);
    const expected = await readAll(bytes);
    for (const step of [1, 2, 3, 100]) expect(cutAll(bytes, step)).toEqual(expected);
    expect(expected.isWhole).toBe(true);
  });

  it.each([
    ["a quotation mark in a bare cell", 'x\na"b,c\n'],
    ["a text behind a closing quotation mark", 'x\n"a"b,c\n'],
    ["a quotation mark that is never closed", 'x\n"a,b\nc\n'],
    ["a zero byte behind a closing quotation mark", 'x\n"a"\0,c\n'],
    ["more than a row may take", `x\n${"a".repeat(LARGEST_ROW)}\n`],
  ])("is none where there is %s", (_, text) => {
    const bytes = Buffer.from(text);
    expect(cutAll(bytes, 100_000)).toEqual({ rows: [{ line: 1, cells: ["x"] }], isWhole: false });
  });

  it("says how many line ends its cells hold", () => {
    const bytes = Buffer.from('\n"a\r\nb","\r"\n');
    const cut = cutRecord({ bytes, from: 0, to: bytes.length, delimiter: 44, final: false, largest: LARGEST_ROW });
    expect(cut).toMatchObject({ begin: 1, next: bytes.length, linesBefore: 1, lines: 4, breaks: 2 });
  });

  it("is what the tolerant reader makes of it, whatever the text and however it is cut", async () => {
    const units = fc.constantFrom('"', '"', '","', "\n", "\r", "\r\n", '"\n"', ",", "a", "é", " ", "4");
    const text = fc.string({ unit: units, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 50 }), async (content, step) => {
        const bytes = Buffer.from(content);
        const [ours, theirs] = [cutAll(bytes, step), await readAll(bytes)];
        // Whole rows that look like a table within a cell are refused by the reader; here they are cut.
        expect(ours).toEqual(theirs);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});
