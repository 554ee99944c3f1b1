/** Pictures in signs, for what no bar or table of the terminal says already. */
import type { Figure, Picture } from "../../figures/types.ts";
import { INDENT, type Stylus } from "../stylus.ts";
import { wrap } from "../wrap.ts";
import { drawDiverging } from "./diverging.ts";
import { drawQuadrant } from "./quadrant.ts";
import { drawTrend } from "./trend.ts";

export function drawFigure({ title, picture }: Figure, stylus: Stylus): readonly string[] {
  const lines = drawPicture(picture, stylus);
  if (lines.length === 0) return [];
  const margin = " ".repeat(INDENT);
  const titles = wrap(title, stylus.width - INDENT, stylus.ruler).map((line) => margin + stylus.paint.strong(line));
  return [...titles, "", ...lines.map((line) => (line === "" ? "" : margin + line).trimEnd())];
}

function drawPicture(picture: Picture, stylus: Stylus): readonly string[] {
  switch (picture.kind) {
    case "diverging":
      return drawDiverging(picture, stylus);
    case "quadrant":
      return drawQuadrant(picture, stylus);
    case "trend":
      return drawTrend(picture, stylus);
    // Charts, tables and the journey's bars say the same.
    case "intervals":
    case "ladder":
    case "journey":
      return [];
  }
}
