import { escapeHtml as text } from "../paper/escape.ts";
import type { Entry, Fact, Formula, List, Paragraph } from "../sheet.ts";
import { svgOfFigure } from "../svg/svg.ts";
import { chartFigure, inBothWidths } from "./chart.ts";
import { matrixTables } from "./matrix.ts";
import { panel } from "./panel.ts";
import type { PlacedBlock } from "./parts.ts";
import { table } from "./table.ts";
import { toneClass } from "./tone-class.ts";

/** One block of a sheet as HTML. */
export function htmlBlock({ block, id, name, level }: PlacedBlock): string {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block);
    case "list":
      return list(block);
    case "formula":
      return formula(block);
    case "facts":
      return facts(block.rows);
    case "table":
      return table({ ...block, id, name });
    case "preformatted":
      return `<div class="scroll" role="region" tabindex="0" aria-label="${text(name)}"><pre>${text(block.text)}</pre></div>`;
    case "panel":
      return panel(block);
    case "chart":
      return chartFigure(block, { id, name });
    case "matrix":
      return matrixTables(block, { id, name });
    case "entry":
      return entry(block, { id, level });
    case "figure":
      return `<figure class="picture">\n<figcaption>${text(block.title)}</figcaption>\n${inBothWidths(id, (options) => svgOfFigure(block, options))}\n</figure>`;
  }
}

function paragraph({ text: said, tone = "plain" }: Paragraph): string {
  return tone === "strong" ? `<p><strong>${text(said)}</strong></p>` : `<p${toneClass(tone)}>${text(said)}</p>`;
}

function list({ items, tone = "plain" }: List): string {
  return `<ul${toneClass(tone)}>\n${items.map((item) => `<li>${text(item)}</li>`).join("\n")}\n</ul>`;
}

function formula({ lines }: Formula): string {
  return `<div class="formula">\n${lines.map((line) => `<p>${text(line)}</p>`).join("\n")}\n</div>`;
}

/** A label with what it stands for is a row of a list; what has no label is a paragraph between such lists. */
function facts(rows: readonly Fact[]): string {
  const first = rows.findIndex(({ label }) => (label === "") !== (rows[0]?.label === ""));
  const run = first < 0 ? rows : rows.slice(0, first);
  const rest = first < 0 ? [] : rows.slice(first);
  const drawn = rows[0]?.label === "" ? run.map(paragraphOf).join("\n") : definitions(run);
  return rest.length === 0 ? drawn : `${drawn}\n${facts(rest)}`;
}

function paragraphOf({ text: said, tone = "plain" }: Fact): string {
  return `<p${toneClass(tone)}>${text(said)}</p>`;
}

/** What goes on under "and", or under the label before it, is a further description of the same term. */
function definitions(rows: readonly Fact[]): string {
  const terms = rows.map(({ label }, at) => at === 0 || (label !== "and" && label !== rows[at - 1]?.label));
  const pairs = rows.flatMap(({ label }, at) => {
    if (!terms[at]) return [];
    const next = terms.indexOf(true, at + 1);
    const told = rows.slice(at, next < 0 ? rows.length : next);
    const said = told.map((fact) => `<dd${toneClass(fact.tone ?? "plain")}>${text(fact.text)}</dd>`);
    return [`<div><dt>${text(label)}</dt>${said.join("")}</div>`];
  });
  return `<dl class="facts">\n${pairs.join("\n")}\n</dl>`;
}

function entry(
  { lead, title, aside, facts: rows }: Entry,
  { id, level }: { readonly id: string; readonly level: number },
): string {
  const before = `<span class="lead">${text(lead.text)}<span class="unseen">: </span></span>`;
  const after = aside === null ? "" : ` <span class="aside">${text(aside.text)}</span>`;
  return `<article class="entry lead-${lead.tone}" aria-labelledby="${id}">
<h${level} id="${id}">${before}<span class="title">${text(title)}${after}</span></h${level}>
${rows.length === 0 ? "" : `${facts(rows)}\n`}</article>`;
}
