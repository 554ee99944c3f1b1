import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPaperHtml } from "../../../src/render/paper/html.ts";
import { part } from "../../part.ts";
import { bundledSheets } from "./bundled.ts";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];
const browser = BROWSERS.find((name) => spawnSync(name, ["--version"]).status === 0);
const why = browser === undefined ? " (skipped: Chromium is not installed)" : "";
const QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];
/** Of paper, both sides of a leaf. */
const PAGES: Readonly<Record<string, number>> = {
  "trust-equation full": 2,
  "distrust-symptoms full": 4,
  "distrust-symptoms short": 2,
  "automation-trust full": 2,
  "leadership-trust full": 4,
  "stakeholder-trust full": 2,
  "strategic-trust full": 4,
  "trust-erosion full": 2,
  "trust-indicators full": 3,
  "trust-journey full": 2,
  "trust-reconstruction full": 2,
};

const sheets = await bundledSheets();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "paper-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function open(...more: readonly string[]): void {
  execFileSync(browser ?? "", [...QUIET, `--user-data-dir=${join(folder, "profile")}`, ...more], {
    stdio: "ignore",
    timeout: 60_000,
  });
}

describe.skipIf(browser === undefined)(`in a browser${why}`, () => {
  it.each(part(sheets, 4))("$name fits its pages", { timeout: 90_000 }, ({ framework, plan, sheet }) => {
    const [page, pdf] = [join(folder, "sheet.html"), join(folder, "sheet.pdf")];
    writeFileSync(page, renderPaperHtml(sheet));
    open("--no-pdf-header-footer", `--print-to-pdf=${pdf}`, pathToFileURL(page).href);
    const pages = readFileSync(pdf, "latin1").match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages).toHaveLength(PAGES[`${framework.id} ${plan.setup.form ?? "full"}`] ?? Number.NaN);
  });

  it("the page on a screen is not empty", { timeout: 90_000 }, () => {
    const [page, picture] = [join(folder, "screen.html"), join(folder, "screen.png")];
    const [first] = sheets;
    if (first === undefined) throw new Error("no framework is bundled");
    const sizeOf = (html: string) => {
      writeFileSync(page, html);
      open("--window-size=900,1200", `--screenshot=${picture}`, pathToFileURL(page).href);
      return statSync(picture).size;
    };
    const blank = sizeOf("<!doctype html><title>Blank</title>");
    expect(sizeOf(renderPaperHtml(first.sheet))).toBeGreaterThan(5 * blank);
  });
});
