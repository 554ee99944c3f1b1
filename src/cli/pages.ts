import type { Sheet } from "../render/sheet.ts";
import { type HouseStyle, PLAIN_STYLE } from "../render/style.ts";
import type { Host } from "./host.ts";
import { type OutputTarget, writeOutputs } from "./output.ts";

/** A result that is a page, and the same as data. */
export interface Page {
  readonly sheet: () => Sheet;
  readonly json: () => object;
  /** Further formats that this one has, by name: "csv", "junit". */
  readonly others?: Readonly<Record<string, () => Promise<string | Uint8Array>>>;
  readonly style?: HouseStyle;
}

/** What `-o` takes for it; further formats are the page's own. */
export const PAGE_FORMATS = ["terminal", "markdown", "md", "html", "pdf", "json"] as const;

/** Draws a page to every target and writes them. Throws ProblemsError. */
export async function writePages(host: Host, page: Page, targets: readonly OutputTarget[]): Promise<void> {
  const outputs = targets.map(async (target) => ({ target, text: await drawn(host, page, target) }));
  await writeOutputs(host, await Promise.all(outputs));
}

async function drawn(host: Host, page: Page, { format, path }: OutputTarget): Promise<string | Uint8Array> {
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
      const html = await renderHtmlSheet(page.sheet(), page.style ?? PLAIN_STYLE);
      if (format === "html") return html;
      const { printed } = await import("./pdf.ts");
      return printed(html);
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
