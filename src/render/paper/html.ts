import type { PaperAbout, PaperEntry, PaperSheet } from "../../interview/paper/sheet.ts";
import { cleanDeep } from "../clean.ts";
import { cssString, escapeHtml } from "./escape.ts";
import { htmlPart } from "./html-parts.ts";
import { PAPER_STYLE } from "./style.ts";

/** The sheet as one HTML file for the printer: no script, no link, nothing is fetched. */
export function renderPaperHtml(given: PaperSheet): string {
  const sheet = cleanDeep(given);
  const title = escapeHtml(sheet.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>
${PAPER_STYLE}
@page { @bottom-left { content: ${cssString(sheet.mark)}; } @bottom-center { content: ${cssString(sheet.loose)}; } }
</style>
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${noteList(sheet)}
${blanksOf(sheet.blanks)}
</header>
${aboutOf(sheet.about)}<section aria-labelledby="questions">
<h2 id="questions" class="unseen">Questions</h2>
${sheet.parts.map((part) => htmlPart(part, sheet.aside)).join("\n")}
</section>
<section class="remark" aria-labelledby="remark">
<h2 id="remark">${escapeHtml(sheet.remark.lead)}</h2>
<p>${escapeHtml(sheet.remark.text)}</p>
<div class="room"></div>
</section>
${entryOf(sheet.entry)}
</main>
</body>
</html>
`;
}

function noteList({ notes }: PaperSheet): string {
  const rows = notes.map(({ lead, text }) => `<div><dt>${escapeHtml(lead)}</dt> <dd>${escapeHtml(text)}</dd></div>`);
  return `<dl class="notes">\n${rows.join("\n")}\n</dl>`;
}

function blanksOf(blanks: PaperSheet["blanks"]): string {
  const lines = blanks.map((label) => `<span class="blank">${escapeHtml(label)} <span class="line"></span></span>`);
  return `<p class="blanks">${lines.join(" ")}</p>`;
}

function aboutOf(about: PaperAbout | null): string {
  if (about === null) return "";
  const choices = about.choices.map(({ name, options }) => {
    const boxes = options.map(
      (option) => `<span class="option"><span class="box"></span> ${escapeHtml(option)}</span>`,
    );
    const answer = options.length === 0 ? '<span class="line"></span>' : boxes.join(" ");
    return `<div><dt>${escapeHtml(name)}</dt> <dd>${answer}</dd></div>`;
  });
  return `<section class="about" aria-labelledby="about">
<h2 id="about">${escapeHtml(about.lead)}</h2>
<p>${escapeHtml(about.text)}</p>
<dl>\n${choices.join("\n")}\n</dl>
</section>
`;
}

function entryOf(entry: PaperEntry): string {
  const fields = entry.fields.map(
    ({ label, sign, says }) =>
      `<div><dt>${escapeHtml(label)}</dt> <dd><span class="field">${escapeHtml(sign)}</span> <small>${escapeHtml(says)}</small></dd></div>`,
  );
  const identity = entry.identity.map(({ label, text }) => `${escapeHtml(label)} <b>${escapeHtml(text)}</b>`);
  return `<footer class="entry" aria-labelledby="entry">
<h2 id="entry">${escapeHtml(entry.lead)}</h2>
<dl>\n${fields.join("\n")}\n</dl>
<p>${escapeHtml(entry.signs)}</p>
<p class="identity">${identity.join(" · ")}</p>
</footer>`;
}
