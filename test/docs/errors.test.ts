import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const CODE = /"([A-Z]{2,3}\d{3})"/g;

function sources(dir: string): readonly string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? sources(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

describe("the error table", () => {
  const used = new Set(
    sources(join(root, "src")).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(CODE)].map((match) => match[1] ?? ""),
    ),
  );
  const rows = [
    ...readFileSync(join(root, "docs", "errors.md"), "utf8").matchAll(/^\| `?([A-Z]{2,3}\d{3})`? \|/gm),
  ].map((match) => match[1] ?? "");

  it("has a row for every code the program can give", () => {
    expect([...used].filter((code) => !rows.includes(code)).sort()).toEqual([]);
    expect(used.size).toBeGreaterThan(40);
  });
  it("has no row for a code that does not exist", () => {
    expect(rows.filter((code) => !used.has(code))).toEqual([]);
  });
  it("has each code once", () => {
    expect(rows.filter((code, at) => rows.indexOf(code) !== at)).toEqual([]);
  });
});
