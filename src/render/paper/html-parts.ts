import type {
  PaperAside,
  PaperGrid,
  PaperLines,
  PaperPart,
  PaperPoint,
  PaperRow,
  PaperRuler,
} from "../../interview/paper/sheet.ts";
import { escapeHtml } from "./escape.ts";

/** One table: a caption for those who hear the page, heads that repeat on each page, rows that stay whole. */
export function htmlPart(part: PaperPart, aside: PaperAside): string {
  if (part.kind === "grid") return gridTable(part, aside);
  return part.kind === "ruler" ? rulerTable(part, aside) : linesTable(part, aside);
}

function gridTable({ caption, head, points, rows }: PaperGrid, aside: PaperAside): string {
  const signs = points.map(({ sign }) => sign);
  const body = rows.map((row) => `<tr>${lead(row)}${marks(signs)}${asideCells(aside)}</tr>`);
  return table({
    kind: "grid",
    caption,
    head: `<tr>${corner(head)}${points.map((point) => columnHead(point)).join("")}${asideHeads(aside)}</tr>`,
    body: `<tbody>\n${body.join("\n")}\n</tbody>`,
  });
}

/** The text has a row of its own, for 0 to 10 takes the whole width; the two rows are one group and never parted. */
function rulerTable({ caption, head, signs, low, high, rows }: PaperRuler, aside: PaperAside): string {
  const left = Math.ceil(signs.length / 2);
  const ends = [
    `<th scope="colgroup" class="end" colspan="${left}">${escapeHtml(low)}</th>`,
    `<th scope="colgroup" class="end high" colspan="${signs.length - left}">${escapeHtml(high)}</th>`,
  ];
  const body = rows.map(
    ({ number, text }) => `<tbody>
<tr><th scope="rowgroup" rowspan="2" class="number">${number}</th><th scope="rowgroup" class="text" colspan="${signs.length + 2}">${escapeHtml(text)}</th></tr>
<tr>${marks(signs)}${asideCells(aside)}</tr>
</tbody>`,
  );
  return table({
    kind: "ruler",
    caption,
    head: `<tr><th scope="col" class="number"><span class="unseen">${escapeHtml(head)}</span></th>${ends.join("")}${asideHeads(aside)}</tr>`,
    body: body.join("\n"),
  });
}

function linesTable({ caption, head, hint, unit, rows }: PaperLines, aside: PaperAside): string {
  const answer = `<td class="write"><span class="line"></span>${unit === "" ? "" : ` ${escapeHtml(unit)}`}</td>`;
  const body = rows.map((row) => `<tr>${lead(row)}${answer}${asideCells(aside)}</tr>`);
  return table({
    kind: "lines",
    caption,
    head: `<tr>${corner(head)}<th scope="col" class="write">${escapeHtml(hint)}</th>${asideHeads(aside)}</tr>`,
    body: `<tbody>\n${body.join("\n")}\n</tbody>`,
  });
}

function table(parts: { kind: string; caption: string; head: string; body: string }): string {
  return `<table class="${parts.kind}">
<caption class="unseen">${escapeHtml(parts.caption)}</caption>
<thead>
${parts.head}
</thead>
${parts.body}
</table>`;
}

function corner(head: string): string {
  return `<th scope="col" class="number"><span class="unseen">Number</span></th><th scope="col" class="text">${escapeHtml(head)}</th>`;
}

function columnHead({ sign, says }: PaperPoint, kind = "point"): string {
  return `<th scope="col" class="${kind}">${escapeHtml(says ?? sign)}</th>`;
}

function asideHeads({ notApplicable, dontKnow }: PaperAside): string {
  return columnHead(notApplicable, "aside first") + columnHead(dontKnow, "aside");
}

function lead({ number, text }: PaperRow): string {
  return `<td class="number">${number}</td><th scope="row" class="text">${escapeHtml(text)}</th>`;
}

function marks(signs: readonly string[]): string {
  return signs.map((sign) => `<td class="point">${mark(sign)}</td>`).join("");
}

function asideCells({ notApplicable, dontKnow }: PaperAside): string {
  return `<td class="aside first">${mark(notApplicable.sign)}</td><td class="aside">${mark(dontKnow.sign)}</td>`;
}

function mark(sign: string): string {
  return `<span class="mark">${escapeHtml(sign)}</span>`;
}
