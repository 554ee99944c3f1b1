import type { Entry, Fact, Facts, Formula, Heading, List, Panel, Paragraph, Preformatted } from "../sheet.ts";
import { column, paintedBar } from "./bar.ts";
import { INDENT, proseWidth, type Stylus } from "./stylus.ts";
import { filler, wrap } from "./wrap.ts";

const MARGIN = " ".repeat(INDENT);
/** Labels of facts are wrapped beyond this. */
const LABEL = 26;

/** A section's name with a rule to the page's edge; `mark` stands beside it. */
export function drawHeading({ text, level }: Heading, mark: string | null, stylus: Stylus): readonly string[] {
  const { ruler, paint, width } = stylus;
  if (level === 3) return wrap(text, width - INDENT, ruler).map((line) => MARGIN + paint.strong(line));
  const marked = mark === null ? text : `${text} (${mark})`;
  const lines = wrap(marked, width - 5, ruler);
  const last = lines.at(-1) ?? "";
  const rule = "─".repeat(Math.max(3, width - ruler.width(last) - 1));
  return [...lines.slice(0, -1).map(paint.accent), `${paint.accent(last)} ${paint.quiet(rule)}`];
}

export function drawParagraph({ text, tone = "plain" }: Paragraph, stylus: Stylus): readonly string[] {
  return wrap(text, proseWidth(stylus), stylus.ruler).map((line) => MARGIN + stylus.paint[tone](line));
}

export function drawList({ items, tone = "plain" }: List, stylus: Stylus): readonly string[] {
  return items.flatMap((item) =>
    hanging({ lead: "· ", text: item, indent: INDENT }, stylus).map((line) => MARGIN + stylus.paint[tone](line)),
  );
}

/** A line that starts with `lead`, its further lines beneath the text. Without the margin. */
function hanging(
  { lead, text, indent }: { lead: string; text: string; indent: number },
  stylus: Stylus,
): readonly string[] {
  const own = stylus.ruler.width(lead);
  return wrap(text, proseWidth(stylus, indent + own), stylus.ruler).map(
    (line, at) => (at === 0 ? lead : " ".repeat(own)) + line,
  );
}

export function drawFormula({ lines }: Formula, stylus: Stylus): readonly string[] {
  return lines.flatMap((text) =>
    wrap(text, stylus.width - INDENT - 4, stylus.ruler).map((line, at) => MARGIN + (at === 0 ? "" : "    ") + line),
  );
}

export function drawPreformatted({ text }: Preformatted): readonly string[] {
  return text.split("\n").map((line) => (line === "" ? "" : MARGIN + line));
}

export function drawFacts({ rows }: Facts, stylus: Stylus): readonly string[] {
  return factLines(rows, { indent: INDENT, paintLabel: stylus.paint.quiet }, stylus);
}

interface FactLayout {
  readonly indent: number;
  readonly paintLabel: (text: string) => string;
}

function factLines(rows: readonly Fact[], { indent, paintLabel }: FactLayout, stylus: Stylus): readonly string[] {
  const { ruler, paint } = stylus;
  const label = Math.min(LABEL, Math.max(...rows.map((row) => ruler.width(row.label))));
  return rows.flatMap((row) => {
    const start = row.label === "" ? indent : indent + label + 2;
    const texts = wrap(row.text, proseWidth(stylus, start), ruler);
    const labels = row.label === "" ? [] : wrap(row.label, label, ruler);
    return Array.from({ length: Math.max(texts.length, labels.length) }, (_, at) => {
      const name = labels[at] ?? "";
      const space = " ".repeat(indent) + (row.label === "" ? "" : paintLabel(name) + filler(name, label + 2, ruler));
      return (space + paint[row.tone ?? "plain"](texts[at] ?? "")).trimEnd();
    });
  });
}

/** A word, a title, and labelled lines beneath the title. */
export function drawEntry({ lead, title, aside, facts }: Entry, stylus: Stylus): readonly string[] {
  const { ruler, paint } = stylus;
  const own = Math.max(3, ruler.width(lead.text) + 2);
  const room = proseWidth(stylus, INDENT + own);
  const titles = wrap(title, room, ruler).map(paint.strong);
  const last = ruler.width(wrap(title, room, ruler).at(-1) ?? "");
  const note = aside === null ? "" : paint[aside.tone](aside.text);
  const beside = aside !== null && last + 3 + ruler.width(aside.text) <= room;
  const lines = beside
    ? [...titles.slice(0, -1), `${titles.at(-1) ?? ""} · ${note}`]
    : [...titles, ...(aside ? [note] : [])];
  const first = MARGIN + paint[lead.tone](lead.text) + filler(lead.text, own, ruler);
  const head = lines.map((line, at) => (at === 0 ? first : " ".repeat(INDENT + own)) + line);
  return facts.length === 0
    ? head
    : [...head, ...factLines(facts, { indent: INDENT + 3, paintLabel: paint.quiet }, stylus)];
}

/** The headline: number, word, bar with its axis, and what they rest on, behind a heavy edge. */
export function drawPanel({ title, score, of, word, mark, lines }: Panel, stylus: Stylus): readonly string[] {
  const { ruler, paint } = stylus;
  const edge = `${MARGIN}${paint[word?.tone ?? "quiet"]("┃")}  `;
  const room = proseWidth(stylus, INDENT + 3);
  const known = word === null ? "" : `  ${word.text}`;
  const own = ruler.width(score + known);
  const number = paint.strong(score) + (word === null ? "" : `  ${paint[word.tone](word.text)}`);
  const words = word === null ? [] : wrap(word.text, room, ruler).map(paint[word.tone]);
  const space = " ".repeat(Math.max(3, room - own - ruler.width(of)));
  const beside = own + space.length + ruler.width(of) <= room;
  const apart = own <= room ? [number] : [paint.strong(score), ...words];
  const top = beside ? [number + space + paint.quiet(of)] : [...apart, paint.quiet(of)];
  const scale = mark === null ? [] : ["", paintedBar(mark, room, paint), axis(mark.target, room, stylus), ""];
  const text = lines.flatMap((line) => wrap(line, room, ruler));
  const name = title === "" ? [] : wrap(title, room, ruler).map(paint.strong);
  return [...name, ...top, ...scale, ...text].map((line) => (edge + line).trimEnd());
}

/** "0", "target 75" beneath its tick, "100". */
function axis(target: number | null, width: number, { paint }: Stylus): string {
  const end = "100";
  if (target === null) return paint.quiet(`0${end.padStart(width - 1)}`);
  const word = "target";
  const start = Math.min(
    width - end.length - word.length - 1,
    Math.max(2, column(target, width) - Math.floor(word.length / 2)),
  );
  return paint.quiet(`${"0".padEnd(start)}${word}`.padEnd(width - end.length) + end);
}
