import { cleanText } from "../clean.ts";
import { withLocale } from "../locale.ts";
import { cssString, escapeHtml } from "../paper/escape.ts";
import type { Sheet } from "../sheet.ts";
import type { HouseStyle } from "../style.ts";
import { htmlBlock } from "./block.ts";
import { accentRules, COLOURS } from "./colours.ts";
import { LAYOUT } from "./layout.ts";
import { type Part, partsOf } from "./parts.ts";
import { PARTS_STYLE } from "./parts-style.ts";
import { PRINT } from "./print.ts";

/** So few sections need no table of contents. */
const FEWEST_LINKS = 3;
/** Nothing is fetched, nothing runs: whatever a text may smuggle in stays a text. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A sheet whose texts are clean as one HTML file, ending with a newline. It needs no script and no network: what it
 * shows is in it. The same sheet and style give the same bytes.
 */
export function htmlPage(sheet: Sheet, style: HouseStyle): string {
  return withLocale(style.locale, () => written({ ...sheet, title: cleanText(sheet.title) }, style));
}

function written(sheet: Sheet, style: HouseStyle): string {
  const title = escapeHtml(sheet.title);
  const parts = partsOf(sheet.blocks);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
<style>
${[COLOURS, accentRules(style.accent), LAYOUT, PARTS_STYLE, PRINT, runningFoot(sheet)].join("\n")}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
${logoOf(style)}<h1>${title}</h1>
${sheet.subtitle === undefined ? "" : `<p class="subtitle">${escapeHtml(sheet.subtitle)}</p>\n`}${markNote(sheet)}</header>
<div class="columns">
${contents(parts)}<main id="content" tabindex="-1">
${parts.map((part) => section(part, sheet.mark ?? null)).join("\n")}
</main>
</div>
${sheet.maker === undefined ? "" : `<footer><p>Made with ${escapeHtml(sheet.maker)}</p></footer>\n`}</body>
</html>
`;
}

/** On every printed page, in browsers that know margin boxes; the mark stands beside every heading in all of them. */
function runningFoot({ title, mark }: Sheet): string {
  const said = mark == null ? title : `${title} · ${mark}`;
  return `@page { @bottom-left { content: ${cssString(said)}; } @bottom-right { content: counter(page) " / " counter(pages); } }`;
}

function logoOf({ logo }: HouseStyle): string {
  return logo === null ? "" : `<p class="logo"><img src="${escapeHtml(logo)}" alt="Logo"></p>\n`;
}

function markNote({ mark }: Sheet): string {
  return mark == null ? "" : `<p class="note"><strong>Please note:</strong> ${escapeHtml(mark)}</p>\n`;
}

function contents(parts: readonly Part[]): string {
  const links = parts.flatMap(({ id, title }) =>
    title === null ? [] : [`<li><a href="#${id}">${escapeHtml(title)}</a></li>`],
  );
  if (links.length < FEWEST_LINKS) return "";
  return `<nav aria-label="Contents">
<p class="nav-title">Contents</p>
<ol>
${links.join("\n")}
</ol>
</nav>
`;
}

function section({ id, title, blocks, inner }: Part, mark: string | null): string {
  const body = [...blocks.map(htmlBlock), ...inner.map(subsection)].join("\n");
  if (title === null) return body;
  const aside = mark === null ? "" : ` <span class="mark">${escapeHtml(mark)}</span>`;
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${escapeHtml(title)}${aside}</h2>\n${body}\n</section>`;
}

function subsection({ id, title, blocks }: Part): string {
  return `<section class="inner" aria-labelledby="${id}">\n<h3 id="${id}">${escapeHtml(title ?? "")}</h3>\n${blocks.map(htmlBlock).join("\n")}\n</section>`;
}
