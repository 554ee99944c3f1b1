import { describe, expect, it } from "vitest";
import * as layout from "../../../kernel/layout.ts";
import { createPlan } from "../../../src/aggregate/plan.ts";
import { BLOCK_ROWS, BLOCK_STRIDE, type ScanCore, type ScanOptions } from "../../../src/engines/scan/core.ts";
import { createWasmCore } from "../../../src/engines/scan/wasm.ts";
import { compileProgram } from "../../../src/scoring/compile.ts";
import { dimension, framework, item } from "../../fixture.ts";

/** Items one after the other, and one at the end. */
function coreOf(items: number, delimiter = ","): ScanCore {
  const columns = Array.from({ length: items }, (_, slot) => ({ kind: "item", slot }) as const);
  return createWasmCore({ columns, delimiter: delimiter.charCodeAt(0), items })!;
}

function teach(core: ScanCore, columns: number, texts: readonly (readonly [string, number])[]): void {
  for (let column = 0; column < columns; column++)
    for (const [text, value] of texts) expect(core.learn(column, Buffer.from(text), value)).toBe(true);
}

function codesOf(core: ScanCore, row: number): readonly (number | undefined)[] {
  return Array.from({ length: core.codes.length / BLOCK_STRIDE }, (_, slot) => core.codes[slot * BLOCK_STRIDE + row]);
}

const digits = [-100, -1, 0, 1, 5, 100].map((value, at) => [String(at), value] as const);

describe("the scan core in WebAssembly", () => {
  it("knows the sizes of a block as its callers do", () => {
    expect([layout.ROWS, layout.STRIDE]).toEqual([BLOCK_ROWS, BLOCK_STRIDE]);
  });

  it("is not to be had for a delimiter that its search for ends would take for another byte", () => {
    const options = (delimiter: string): ScanOptions => ({ columns: [], delimiter: delimiter.charCodeAt(0), items: 0 });
    for (const delimiter of [",", ";", "\t", "|", "^", "~"]) expect(createWasmCore(options(delimiter))).not.toBeNull();
    for (const delimiter of [":", "-", "*"]) expect(createWasmCore(options(delimiter))).toBeNull();
  });

  it.each([1, 2, 7, 8, 9, 10, 16, 17, 18, 25])("reads %d items, eight at a time or fewer", (count) => {
    const core = coreOf(count);
    teach(core, count, [...digits, ["", -128], ["often", 2]]);
    // One cell after the other is not of one byte, so that every eight is met whole and broken at each place.
    const rows = Array.from({ length: 3 * count + 1 }, (_, row) =>
      Array.from({ length: count }, (_, column) => {
        const digit = String((row + column) % digits.length);
        if (column !== row % count || row === 3 * count) return digit;
        return row < count ? "often" : row < 2 * count ? `"${digit}"` : "";
      }),
    );
    const kept = rows.filter((cells) => cells.some((cell) => cell !== ""));
    const file = kept.map((cells) => `${cells.join(",")}\n`).join("");
    core.input.write(file, "latin1");
    expect(core.scan(0, file.length)).toBe("end");
    expect(core.rows).toBe(kept.length);
    const values = new Map<string, number>([...digits, ["", -128], ["often", 2]]);
    for (const [row, cells] of kept.entries())
      expect(codesOf(core, row)).toEqual(cells.map((cell) => values.get(cell.replaceAll('"', ""))));
  });

  it("stops at a digit it was not taught, among eight others", () => {
    const core = coreOf(10);
    teach(core, 10, digits);
    const row = "0,1,2,3,4,5,0,1,2,3\n";
    for (let at = 0; at < 10; at++) {
      const file = `${row}${row.slice(0, 2 * at)}9${row.slice(2 * at + 1)}`;
      core.clear();
      core.input.write(file, "latin1");
      expect(core.scan(0, file.length)).toBe("unusual");
      expect([core.rows, core.position]).toEqual([1, row.length]);
    }
  });

  it("grows its tables, and says when there are too many texts", () => {
    const core = coreOf(2);
    const text = (number: number) => `${"a text that begins like all the others ".repeat(number % 3)}${number}`;
    for (let number = 0; number < layout.MOST_TEXTS; number++)
      expect(core.learn(0, Buffer.from(text(number)), (number % 201) - 100)).toBe(true);
    expect(core.learn(0, Buffer.from("one more"), 1)).toBe(false);
    expect(core.learn(0, Buffer.from(text(77)), 0)).toBe(true);
    expect(core.learn(1, Buffer.from("x"), 1)).toBe(true);
    for (let number = 0; number < layout.MOST_TEXTS; number += 97) {
      const file = `${text(number)},x\n`;
      core.clear();
      core.input.write(file, "latin1");
      expect(core.scan(0, file.length)).toBe("end");
      expect(codesOf(core, 0)).toEqual([number === 77 ? 0 : (number % 201) - 100, 1]);
    }
  });

  it("keeps no text twice", () => {
    const core = coreOf(1);
    for (let time = 0; time < 5_000; time++) expect(core.learn(0, Buffer.alloc(20_000, 0x61), 1)).toBe(true);
  });

  it("says when a text is longer than its memory", () => {
    const core = coreOf(1);
    const long = Buffer.alloc(10_000_000, 0x61);
    const learnt = [1, 2, 3, 4].map((value) =>
      core.learn(0, Buffer.concat([long, Buffer.from([0x61 + value])]), value),
    );
    expect(learnt).toContain(false);
  });

  it("has no kernel for a dimension whose sums are past 16 bits", () => {
    const codes = [0, 100];
    const scale = {
      id: "s",
      kind: "coded" as const,
      title: "s",
      points: codes.map((code) => ({ code, label: `${code}`, aliases: [] })),
      min: 0,
      max: 100,
      favourable: [100],
      favourableWhenLower: [0],
      notApplicable: [],
      dontKnow: [],
    };
    const kernelOf = (count: number, weight: number) => {
      const items = Array.from({ length: count }, (_, at) => item(`i${at}`, "d", { scale: "s", weight }));
      const whole = dimension(
        "d",
        items.map(({ id }) => id),
        { min: 0, max: 100, minAnswered: 1 },
      );
      const program = compileProgram(framework({ items, scales: new Map([["s", scale]]), dimensions: [whole] }));
      return coreOf(count).kernel(program, createPlan(program, { only: "scores" }));
    };
    expect(kernelOf(60, 5)).not.toBeNull();
    expect(kernelOf(66, 5)).toBeNull();
  });
});
