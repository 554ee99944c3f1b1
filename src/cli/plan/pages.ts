import type { Sheet } from "../../render/sheet.ts";
import type { Host } from "../host.ts";
import { type OutputTarget, writeOutputs } from "../output.ts";

/** A result that is a page, and the same as data. */
export interface Page {
  readonly sheet: () => Sheet;
  readonly json: () => object;
}

/** What `-o` takes for it. */
export const PAGE_FORMATS = ["terminal", "markdown", "md", "json"] as const;

/** Draws a page to every target and writes them. Throws ProblemsError. */
export async function writePages(host: Host, page: Page, targets: readonly OutputTarget[]): Promise<void> {
  const outputs = targets.map(async (target) => ({ target, text: await drawn(host, page, target) }));
  await writeOutputs(host, await Promise.all(outputs));
}

async function drawn(host: Host, page: Page, { format, path }: OutputTarget): Promise<string> {
  if (format === "json") {
    const { jsonText } = await import("../../render/json.ts");
    return jsonText(page.json());
  }
  if (format === "terminal") {
    const { renderSheet } = await import("../../render/terminal/sheet.ts");
    return renderSheet(page.sheet(), { width: host.width, color: path === null && host.color.out });
  }
  const [{ markdownSheet }, { cleanDeep }] = await Promise.all([
    import("../../render/markdown/draw.ts"),
    import("../../render/clean.ts"),
  ]);
  return markdownSheet(cleanDeep(page.sheet()));
}
