import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../src/cli/browser.ts";

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "trust-audit-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

function put(...parts: readonly string[]): string {
  const file = join(dir, ...parts);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "");
  return file;
}

describe("looking for a browser", () => {
  it("takes what CHROME_PATH names, and nothing else when that is not there", () => {
    const own = put("own");
    put("bin", "chromium");
    const PATH = join(dir, "bin");
    expect(findBrowser({ CHROME_PATH: own, PATH }, "linux")).toBe(own);
    expect(findBrowser({ CHROME_PATH: join(dir, "gone"), PATH }, "linux")).toBeNull();
    expect(findBrowser({ CHROME_PATH: "", PATH }, "linux")).toBe(join(dir, "bin", "chromium"));
  });

  it("goes by the names before the folders of the PATH", () => {
    put("a", "microsoft-edge");
    const chromium = put("b", "chromium");
    const PATH = ["a", "b"].map((name) => join(dir, name)).join(delimiter);
    expect(findBrowser({ PATH }, "linux")).toBe(chromium);
    rmSync(chromium);
    expect(findBrowser({ PATH }, "linux")).toBe(join(dir, "a", "microsoft-edge"));
  });

  it("looks where installers of Windows put it", () => {
    const edge = put("Programs", "Microsoft", "Edge", "Application", "msedge.exe");
    expect(findBrowser({ "PROGRAMFILES(X86)": join(dir, "Programs") }, "win32")).toBe(edge);
    expect(findBrowser({}, "win32")).toBeNull();
  });

  it("finds none where there is none", () => {
    expect(findBrowser({}, "linux")).toBeNull();
    expect(findBrowser({ PATH: dir }, "linux")).toBeNull();
  });
});
