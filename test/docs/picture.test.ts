import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");

it("the README's picture is what the program prints today", () => {
  const dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
  try {
    const fresh = join(dir, "terminal.svg");
    execFileSync(process.execPath, [join(root, "scripts", "terminal-picture.mjs"), fresh]);
    expect(readFileSync(join(root, "docs", "terminal.svg"), "utf8")).toBe(readFileSync(fresh, "utf8"));
  } finally {
    rmSync(dir, { recursive: true });
  }
});
