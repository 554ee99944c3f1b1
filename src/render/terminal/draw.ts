import { cleanText } from "../clean.ts";
import { withLocale } from "../locale.ts";
import type { Block, Sheet } from "../sheet.ts";
import { drawChart } from "./chart.ts";
import { drawFigure } from "./figures/figures.ts";
import {
  drawEntry,
  drawFacts,
  drawFormula,
  drawHeading,
  drawList,
  drawPanel,
  drawParagraph,
  drawPreformatted,
} from "./prose.ts";
import { INDENT, proseWidth, type Stylus } from "./stylus.ts";
import { drawMatrix, drawTable } from "./tables.ts";
import { wrap } from "./wrap.ts";

/** Blank lines: between all blocks; but not beneath a heading; none. */
export type Spacing = "open" | "close" | "none";

/** A sheet as text for a terminal, ending with a newline. No line is wider than the page. */
export function drawSheet(sheet: Sheet, stylus: Stylus, spacing: Spacing = "open"): string {
  return withLocale(sheet.locale ?? null, () => drawn(sheet, stylus, spacing));
}

function drawn(sheet: Sheet, stylus: Stylus, spacing: Spacing): string {
  const parts = [
    { lines: titleLines({ ...sheet, title: cleanText(sheet.title) }, stylus), isHeading: false },
    ...sheet.blocks.map((block) => ({
      lines: drawBlock(block, sheet.mark ?? null, stylus),
      isHeading: block.kind === "heading",
    })),
  ].filter(({ lines }) => lines.length > 0);
  const texts = parts.map(({ lines, isHeading }, at) => {
    const isTight = spacing === "none" || (spacing === "close" && isHeading);
    return lines.join("\n") + (isTight || at === parts.length - 1 ? "\n" : "\n\n");
  });
  return texts.join("");
}

function titleLines({ title, maker, subtitle }: Sheet, stylus: Stylus): readonly string[] {
  const { ruler, paint, width } = stylus;
  const own = maker === undefined ? 0 : ruler.width(maker) + 2;
  const lines = wrap(title, width - own, ruler);
  const space = " ".repeat(Math.max(2, width - ruler.width(lines[0] ?? "") - own + 2));
  const head = lines.map(
    (line, at) => paint.strong(line) + (at === 0 && maker !== undefined ? space + paint.quiet(maker) : ""),
  );
  const beneath = subtitle === undefined ? [] : wrap(subtitle, proseWidth(stylus), ruler);
  return [...head, ...beneath.map((line) => " ".repeat(INDENT) + paint.quiet(line))];
}

function drawBlock(block: Block, mark: string | null, stylus: Stylus): readonly string[] {
  switch (block.kind) {
    case "heading":
      return drawHeading(block, mark, stylus);
    case "paragraph":
      return drawParagraph(block, stylus);
    case "list":
      return drawList(block, stylus);
    case "facts":
      return drawFacts(block, stylus);
    case "table":
      return drawTable(block, stylus);
    case "preformatted":
      return drawPreformatted(block);
    case "formula":
      return drawFormula(block, stylus);
    case "panel":
      return drawPanel(block, stylus);
    case "chart":
      return drawChart(block, stylus);
    case "matrix":
      return drawMatrix(block, stylus);
    case "entry":
      return drawEntry(block, stylus);
    case "figure":
      return drawFigure(block, stylus);
  }
}
