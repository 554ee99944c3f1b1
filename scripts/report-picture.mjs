/**
 * Takes docs/report.png: the beginning of the HTML report of the bundled example, as Chromium shows it.
 * Usage: node scripts/report-picture.mjs, after a build; CHROME_PATH names another browser than /usr/bin/chromium.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { inRoot } from "./build/paths.mjs";

const PAGE = { width: 1280, height: 1500 };

const folder = mkdtempSync(path.join(tmpdir(), "trust-audit-picture-"));
const page = path.join(folder, "report.html");
execFileSync(process.execPath, [
  inRoot("bin/trust-audit.js"),
  ...["score", inRoot("examples/staff.csv"), "-f", "trust-equation", "--audience", "employees"],
  ...["--by", "department", "--no-config", "-o", `html:${page}`],
]);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const view = await browser.newPage({ viewport: PAGE });
await view.goto(pathToFileURL(page).href);
await view.screenshot({ path: inRoot("docs/report.png") });
await browser.close();
rmSync(folder, { recursive: true });
