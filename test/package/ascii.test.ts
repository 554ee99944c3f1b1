import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

const DIST = path.resolve(import.meta.dirname, "..", "..", "dist");

// The loader reads them byte by byte: of any other character a regular expression would look for its bytes, and find nothing.
describe.each(readdirSync(DIST).filter((name) => name.endsWith(".cjs")))("the script %s", (name) => {
  it("is ASCII alone", async () => {
    const script = await readFile(path.join(DIST, name), "latin1");
    expect(script.match(/[\u0080-\u00ff]+/g)).toBeNull();
  });
});
