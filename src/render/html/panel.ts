import { escapeHtml as text } from "../paper/escape.ts";
import type { Mark, Panel } from "../sheet.ts";
import { toneClass } from "./tone-class.ts";

const TICKS = [0, 25, 50, 75, 100];

/** The number a report leads with. Whose it is, its interval and its target stand in the lines; the scale only draws them. */
export function panel({ title, score, of, word, mark, lines }: Panel): string {
  const band = word === null ? "" : `<p${toneClass(word.tone, "word")}>${text(word.text)}</p>\n`;
  return `<div class="panel">
<div class="lead-score">
${title === "" ? "" : `<p class="panel-title">${text(title)}</p>\n`}<p class="number">${text(score)}</p>
${band}<p class="of">${text(of)}</p>
</div>
<div class="beside">
${mark === null ? "" : scale(mark)}<ul class="lines">
${lines.map((line) => `<li>${text(line)}</li>`).join("\n")}
</ul>
</div>
</div>`;
}

function scale({ value, low, high, target, tone }: Mark): string {
  const interval =
    low === null || high === null
      ? ""
      : `<span class="reach" style="left:${place(low)};width:${place(high - low)}"></span>`;
  const aim =
    target === null
      ? ""
      : `<span class="aim" style="left:${place(target)}"><span class="aim-word${target > 85 ? " to-left" : ""}">target</span></span>`;
  const ticks = TICKS.map((tick) => `<span class="tick" style="left:${place(tick)}">${tick}</span>`);
  return `<div class="scale tone-${tone}" aria-hidden="true"><div class="rail">${interval}${aim}<span class="dot" style="left:${place(value)}"></span></div><div class="ticks">${ticks.join("")}</div></div>
`;
}

/** Of the rail's width; never off it. */
function place(value: number): string {
  return `${Number(Math.min(100, Math.max(0, value)).toFixed(2))}%`;
}
