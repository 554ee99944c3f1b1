import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { refuseOverwriting, refuseTwice } from "../../src/cli/paths.ts";

const dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
const [a, b, link] = ["a.csv", "b.csv", "link.csv"].map((name) => join(dir, name)) as [string, string, string];
writeFileSync(a, "");
writeFileSync(b, "");
symlinkSync(a, link);
afterAll(() => rmSync(dir, { recursive: true }));

describe("a file given twice", () => {
  it.each([
    { files: [a, a], why: "the same name" },
    { files: [a, join(dir, ".", "x", "..", "a.csv")], why: "another way to write it" },
    { files: [a, b, link], why: "a link to it" },
    { files: ["-", "-"], why: "standard input" },
  ])("is refused: $why", ({ files }) => expect(() => refuseTwice(files)).toThrow("given twice"));
  it("is fine when they differ", () => expect(() => refuseTwice([a, b, "-", join(dir, "gone.csv")])).not.toThrow());
});

describe("an output over an input", () => {
  const to = (path: string | null) => [{ format: "json", path }];
  it("is refused, also through a link", () => {
    expect(() => refuseOverwriting([a], to(a))).toThrow("write over");
    expect(() => refuseOverwriting([link], to(a))).toThrow("write over");
  });
  it("is fine elsewhere", () => {
    expect(() => refuseOverwriting([a, "-", "trust-equation"], to(b))).not.toThrow();
    expect(() => refuseOverwriting([a], to(null))).not.toThrow();
  });
});
