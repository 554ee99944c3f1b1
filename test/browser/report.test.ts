import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { BROWSER, launch, open } from "./browser.ts";
import { PAGES } from "./pages.ts";

const LAPTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
/** What A4 less its margins leaves, at the 96 pixels an inch of a printed page. */
const PAPER = { width: Math.floor((178 / 25.4) * 96), height: Math.floor((262 / 25.4) * 96) };

type Look = "faults" | "sideways" | "paper";
/**
 * Looks that `npm test` takes at pages that are like one another: each page is looked at, and everything looked for. The hostile page is
 * the first one with other words. `npm run prove` looks for everything at each.
 */
const SHORT: Readonly<Record<string, readonly Look[]>> = {
  index: ["paper"],
  load: ["sideways"],
  journey: ["paper"],
  ladder: ["faults"],
  map: ["sideways"],
  hostile: ["faults", "sideways"],
};
const lookedAt = (look: Look) => Object.keys(PAGES).filter((name) => WHOLE || (SHORT[name]?.includes(look) ?? true));

// Skipped where there is no Chromium, Chrome or Edge; the last lines of `npm test` count what was.
describe.skipIf(BROWSER === null)("in a browser, the page", () => {
  let browser: Browser;
  const html: Record<string, string> = {};
  beforeAll(async () => {
    for (const [name, page] of Object.entries(PAGES)) html[name] = await page();
    browser = await launch();
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(lookedAt("faults"))(
    "%s has nothing that axe finds, says nothing and asks for nothing",
    { timeout: 60_000 },
    async (name) => {
      const { context, page, said, asked } = await open(browser, html[name] ?? "", { viewport: PHONE });
      await page.evaluate(axe.source);
      expect(await page.evaluate<unknown>("looks.faults()")).toEqual([]);
      await page.setViewportSize(LAPTOP);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await page.evaluate<unknown>('looks.faults("color-contrast", "link-in-text-block")')).toEqual([]);
      expect(said).toEqual([]);
      expect(asked).toEqual([]);
      await context.close();
    },
  );

  it.each(lookedAt("sideways"))(
    "%s moves sideways in its regions only, which the keyboard reaches, also at twice the size of its text",
    async (name) => {
      const { context, page } = await open(browser, html[name] ?? "", { viewport: PHONE });
      expect(await page.evaluate("looks.sideways()")).toBe(0);
      const moving = await page.evaluate<readonly number[]>("looks.moving()");
      const reached = new Set<number | null>();
      const stops = await page.locator("a[href], [tabindex='0']").count();
      for (let stop = 0; stop < stops; stop++) {
        await page.keyboard.press("Tab");
        reached.add(await page.evaluate<number | null>("looks.focused()"));
      }
      reached.delete(null);
      expect([...reached]).toEqual(moving);
      await page.setViewportSize(LAPTOP);
      expect(await page.evaluate("looks.sideways()")).toBe(0);
      await page.evaluate('document.documentElement.style.fontSize = "200%"');
      expect(await page.evaluate("looks.sideways()")).toBe(0);
      await context.close();
    },
  );

  it.each(lookedAt("paper"))("%s fits on A4, nothing cut, and is light there whatever the screen is", async (name) => {
    const { context, page } = await open(browser, html[name] ?? "", { viewport: PAPER, colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const found = await page.evaluate<unknown>(`looks.cut(${PAPER.width}, ${PAPER.height})`);
    expect(found).toEqual({ wide: [], high: [], parted: [], paper: "rgb(255, 255, 255)" });
    await context.close();
  });
});
