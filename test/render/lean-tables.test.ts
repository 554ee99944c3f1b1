import path from "node:path";
import { pathToFileURL } from "node:url";
import Table from "cli-table3";
import { build, type Plugin } from "esbuild";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "..", "..");

/** cli-table3 as the build puts it into the bundle. */
async function leanTable(): Promise<typeof Table> {
  const plugin = pathToFileURL(path.join(ROOT, "scripts", "build", "lean-tables.mjs")).href;
  const { leanTables } = (await import(plugin)) as { leanTables: Plugin };
  const { outputFiles } = await build({
    entryPoints: ["cli-table3"],
    absWorkingDir: ROOT,
    bundle: true,
    format: "esm",
    platform: "node",
    plugins: [leanTables],
    external: ["@colors/colors/safe"],
    write: false,
    logLevel: "error",
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  const module = (await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`)) as {
    default: typeof Table;
  };
  return module.default;
}

const text = fc.oneof(
  fc.constantFrom(
    "",
    "n",
    "3.23 (3.14 to 3.33)",
    "├──━●━╂─┤",
    "\u001b[1mstrong\u001b[22m",
    "two\nlines",
    "−29 – “Größe”",
  ),
  fc.stringMatching(/^[ -~]{0,12}$/),
);
const cell = fc.record({
  content: text,
  colSpan: fc.integer({ min: 1, max: 3 }),
  hAlign: fc.constantFrom("left" as const, "right" as const),
  vAlign: fc.constantFrom("top" as const, "bottom" as const),
});
const options = fc.record({
  colWidths: fc.array(fc.integer({ min: 4, max: 24 }), { maxLength: 6 }),
  chars: fc.constantFrom({}, { middle: " ", left: "  ", "top-mid": "┬", mid: "" }),
  style: fc.record({
    "padding-left": fc.integer({ min: 0, max: 2 }),
    "padding-right": fc.integer({ min: 0, max: 2 }),
    head: fc.constant<string[]>([]),
    border: fc.constant<string[]>([]),
    compact: fc.boolean(),
  }),
});

describe("the cli-table3 of the bundle", () => {
  it("draws what the package draws", async () => {
    const Lean = await leanTable();
    fc.assert(
      fc.property(options, fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (how, rows) => {
        const drawn = [Table, Lean].map((Kind) => {
          const table = new Kind(structuredClone(how));
          table.push(...structuredClone(rows));
          return table.toString();
        });
        expect(drawn[1]).toBe(drawn[0]);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});
