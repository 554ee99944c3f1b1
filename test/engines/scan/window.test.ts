import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INPUT_BYTES } from "../../../src/engines/scan/core.ts";
import { InputWindow } from "../../../src/engines/scan/window.ts";
import { ReadFailure } from "../../../src/sources/csv/bytes.ts";
import type { ByteSupply } from "../../../src/sources/csv/supply.ts";

/** Gives `most` bytes at a time; fails at the end where `fails`. */
function supplyOf(bytes: Buffer, { most = Infinity, fails = false } = {}): ByteSupply {
  let position = 0;
  return {
    read: async (into, at, size) => {
      const count = bytes.copy(into, at, position, Math.min(bytes.length, position + Math.min(size, most)));
      position += count;
      if (count === 0 && fails) throw new ReadFailure("EIO");
      return count;
    },
  };
}

const input = Buffer.alloc(INPUT_BYTES);

interface Walk {
  readonly text: string;
  readonly state: InputWindow["state"];
  readonly rest: string;
  readonly failure: unknown;
  readonly bytes: number;
}

/** Goes through the whole file, line by line as far as that goes, and then takes the rest. */
async function walk(supply: ByteSupply, chunk: number, skip = 0): Promise<Walk> {
  let bytes = 0;
  const window = new InputWindow(input, { supply, chunk, onBytes: (count) => (bytes += count) });
  let position = await window.open(skip);
  const pieces: Buffer[] = [];
  for (;;) {
    const end = input.subarray(0, window.to).lastIndexOf(10) + 1;
    if (end > position) {
      pieces.push(Buffer.from(input.subarray(position, end)));
      position = end;
    }
    if (window.state !== "more") break;
    const next = await window.advance(position);
    if (next === null) break;
    position = next;
  }
  const rest: Buffer[] = [];
  let failure: unknown = null;
  try {
    for await (const piece of window.rest(position)) rest.push(piece);
  } catch (error) {
    failure = error;
  }
  await window.close();
  return {
    text: Buffer.concat(pieces).toString(),
    state: window.state,
    rest: Buffer.concat(rest).toString("latin1"),
    failure,
    bytes,
  };
}

describe("the window that a file passes through", () => {
  it("shows every byte once, however small the parts are and however they come", async () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom("a", "é", "😀", ","), maxLength: 12 }), { maxLength: 12 });
    const size = fc.integer({ min: 1, max: 40 });
    await fc.assert(
      fc.asyncProperty(lines, size, size, async (texts, chunk, most) => {
        const text = texts.map((line) => `${line}\n`).join("");
        const bytes = Buffer.from(`\ufeff${text}end`);
        const walked = await walk(supplyOf(bytes, { most }), chunk, 3);
        expect(walked).toEqual({ text, state: "last", rest: "end", failure: null, bytes: bytes.length });
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  it("stops before a byte that is no text, and gives what follows to somebody else", async () => {
    const bytes = Buffer.concat([Buffer.from("é,1\n2,"), Buffer.of(0xe9), Buffer.from("\n3\n")]);
    for (const chunk of [1, 2, 3, 5, 100]) {
      const walked = await walk(supplyOf(bytes), chunk);
      expect(walked).toMatchObject({ text: "é,1\n", state: "stuck", rest: "2,\u00e9\n3\n", failure: null });
    }
  });

  it("is stuck at a character that the end of the file cuts", async () => {
    const bytes = Buffer.concat([Buffer.from("1\n2"), Buffer.of(0xc3)]);
    for (const chunk of [1, 2, 100]) expect(await walk(supplyOf(bytes), chunk)).toMatchObject({ state: "stuck" });
  });

  it("keeps a failure to read for whoever takes the rest", async () => {
    for (const chunk of [1, 2, 3, 100]) {
      const walked = await walk(supplyOf(Buffer.from("1\n2\n3"), { fails: true }), chunk);
      expect(walked).toMatchObject({ text: "1\n2\n", state: "stuck", rest: "3", failure: new ReadFailure("EIO") });
    }
  });

  it("has no room for a row that is longer than rows may be", async () => {
    const bytes = Buffer.from(`1\n${"a".repeat(1_600_000)}\n2\n`);
    const walked = await walk(supplyOf(bytes), 524_288);
    expect(walked.text).toBe("1\n");
    expect(walked.rest).toHaveLength(bytes.length - 2);
  });
});
