import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const hasTmux = spawnSync("tmux", ["-V"]).status === 0;

it("the README's picture of a report is what the program prints today", () => same("terminal"));

it.skipIf(!hasTmux)("the README's picture of a question is what a terminal shows today (needs tmux)", () =>
  same("survey"),
);

function same(name: string): void {
  const dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
  try {
    const fresh = join(dir, `${name}.svg`);
    execFileSync(process.execPath, [join(root, "scripts", `${name}-picture.mjs`), fresh]);
    expect(readFileSync(join(root, "docs", `${name}.svg`), "utf8")).toBe(readFileSync(fresh, "utf8"));
  } finally {
    rmSync(dir, { recursive: true });
  }
}
