import { withLocale } from "../render/locale.ts";
import type { Sheet } from "../render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../render/style.ts";
import type { Host } from "./host.ts";
import { type OutputTarget, writeOutputs } from "./output.ts";
import { addStepSummary } from "./step-summary.ts";

/** A result that is a page, and the same as data. */
export interface Page {
  readonly sheet: () => Sheet;
  readonly json: () => object;
  /** Further formats that this one has, by name: "csv", "junit". */
  readonly others?: Readonly<Record<string, () => Promise<string | Uint8Array>>>;
  readonly style?: HouseStyle;
  /** In Markdown, for the summary of a GitHub Actions step. */
  readonly stepSummary?: () => Promise<string>;
}

/** Draws a page to every target and writes them. Throws ProblemsError. */
export async function writePages(host: Host, page: Page, targets: readonly OutputTarget[]): Promise<void> {
  const { stepSummary } = page;
  try {
    if (stepSummary !== undefined) await addStepSummary(host, targets, stepSummary);
  } finally {
    await writeOutputs(
      host,
      targets.map((target) => ({ target, text: () => drawn(host, page, target) })),
    );
  }
}

async function drawn(host: Host, given: Page, { format, path }: OutputTarget): Promise<string | Uint8Array> {
  const { style = PLAIN_STYLE } = given;
  const { locale } = style;
  const page = { ...given, sheet: () => withLocale(locale, () => ({ ...given.sheet(), locale })) };
  const other = page.others?.[format];
  if (other !== undefined) return other();
  switch (format) {
    case "json": {
      const { jsonText } = await import("../render/json.ts");
      return jsonText(page.json());
    }
    case "terminal": {
      const { renderSheet } = await import("../render/terminal/sheet.ts");
      return renderSheet(page.sheet(), { width: host.width, color: path === null && host.color.out });
    }
    case "html":
    case "pdf": {
      const { renderHtmlSheet } = await import("../render/html.ts");
      const html = await renderHtmlSheet(page.sheet(), style);
      if (format === "html") return html;
      const { printed } = await import("./pdf.ts");
      return printed(html, host);
    }
    default: {
      const [{ markdownSheet }, { cleanDeep }] = await Promise.all([
        import("../render/markdown/draw.ts"),
        import("../render/clean.ts"),
      ]);
      return markdownSheet(cleanDeep(page.sheet()));
    }
  }
}
