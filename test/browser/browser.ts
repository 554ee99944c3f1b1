import path from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { findBrowser } from "../../src/cli/browser.ts";

/** The browser of this machine; null: there is none, and what needs one is skipped. */
export const BROWSER = findBrowser(process.env, process.platform);

const FLAGS = [
  ...["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
  ...["--disable-sync", "--no-first-run"],
];

export function launch(): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: BROWSER ?? "", args: [...FLAGS, ...sandbox] });
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page said on its console, and threw. */
  readonly said: readonly string[];
  /** What it asked for beyond itself. */
  readonly asked: readonly string[];
}

const LOOKS = path.join(import.meta.dirname, "looks.js");
const ADDRESS = "http://report.invalid/";

/** Opens a page from memory; whatever else it asks for is refused and kept. */
export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext(options);
  const [said, asked]: [string[], string[]] = [[], []];
  await context.route("**", (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html });
    // A browser looks for this by itself.
    if (!url.endsWith("/favicon.ico")) asked.push(url);
    return route.abort();
  });
  await context.addInitScript({ path: LOOKS });
  const page = await context.newPage();
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(ADDRESS);
  return { context, page, said, asked };
}
