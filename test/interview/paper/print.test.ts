import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPaperHtml } from "../../../src/render/paper/html.ts";
import { BROWSER, launch } from "../../browser/browser.ts";
import { part } from "../../part.ts";
import { bundledSheets } from "./bundled.ts";

const why = BROWSER === null ? " (skipped: Chromium is not installed)" : "";
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
/** The names of fonts that stand before the one made narrow. */
const NARROW = /"Helvetica Neue", Helvetica, Arial, "Liberation Sans", (?:"Noto Sans", )?/g;

const sheets = await bundledSheets();
describe.skipIf(BROWSER === null)(`in a browser${why}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  }, 60_000);
  afterAll(() => browser?.close());

  const pagesOf = async (html: string): Promise<number> => {
    const page = await browser.newPage();
    await page.setContent(html);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    await page.close();
    return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  };

  it.each(part(sheets, 8))("$name fits its pages", { timeout: 90_000 }, async ({ framework, plan, sheet }) => {
    const html = renderPaperHtml(sheet);
    const agreed = PAGES[`${framework.id} ${plan.setup.form ?? "full"}`];
    expect(await pagesOf(html)).toBe(agreed);
    // A machine that has neither Helvetica nor a font as narrow.
    const wide = html.replaceAll(NARROW, "");
    expect(wide).not.toBe(html);
    expect(await pagesOf(wide)).toBe(agreed);
  });

  it("the page on a screen is not empty", { timeout: 90_000 }, async () => {
    const [first] = sheets;
    if (first === undefined) throw new Error("no framework is bundled");
    const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
    const sizeOf = async (html: string) => {
      await page.setContent(html);
      return (await page.screenshot()).length;
    };
    const blank = await sizeOf("<!doctype html><title>Blank</title>");
    expect(await sizeOf(renderPaperHtml(first.sheet))).toBeGreaterThan(5 * blank);
    await page.close();
  });
});
