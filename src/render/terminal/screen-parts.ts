import type { Screen, ScreenOption } from "../../interview/screen.ts";
import type { Layout } from "./screen-layout.ts";
import type { Stylus } from "./stylus.ts";
import { filler, wrap } from "./wrap.ts";

/** Title at the left, how far one is at the right, and a bar beneath both. */
export function drawHead(
  { title, progress }: Pick<Screen, "title" | "progress">,
  { head }: Pick<Layout, "head">,
  stylus: Stylus,
): readonly string[] {
  const { ruler, paint, width } = stylus;
  if (head === "none") return [];
  const words = progress?.words ?? "";
  if (head === "words")
    return wrap(words === "" ? title : words, width, ruler)
      .filter(Boolean)
      .map(paint.quiet);
  const space = " ".repeat(Math.max(0, width - ruler.width(title) - ruler.width(words)));
  const lines =
    space.length >= 3 ? [title + space + words] : [...wrap(title, width, ruler), ...wrap(words, width, ruler)];
  const bar = progress === null ? [] : [progressBar(progress, stylus)];
  return [...lines.filter((line) => line.trim() !== "").map((line) => paint.quiet(line.trimEnd())), ...bar];
}

function progressBar({ done, of }: { done: number; of: number }, { width, paint }: Stylus): string {
  const share = of > 0 ? Math.min(1, Math.max(0, done / of)) : 0;
  const filled = Math.round(share * width);
  return paint.accent("━".repeat(filled)) + paint.quiet("─".repeat(width - filled));
}

export function drawHeading(text: string, { width, ruler, paint }: Stylus): readonly string[] {
  return text === "" ? [] : wrap(text, width, ruler).map(paint.strong);
}

export function drawParagraphs(
  texts: readonly string[],
  { air }: Pick<Layout, "air">,
  { width, ruler }: Stylus,
): readonly string[] {
  return texts.flatMap((text, at) => [...(at > 0 && air > 0 ? [""] : []), ...wrap(text, width, ruler)]);
}

/** Narrower columns would break labels into single words, unless all are short. */
const NARROWEST_COLUMN = 24;

/** `›` is where the arrow keys are, `●` what was answered before: signs, so that nothing hangs on colour. */
export function drawOptions(
  options: readonly ScreenOption[],
  layout: Pick<Layout, "spacing" | "columns">,
  stylus: Stylus,
): readonly string[] {
  if (options.length === 0) return [];
  const keys = Math.max(...options.map(({ key }) => stylus.ruler.width(key)));
  const widest = indentOf(keys) + Math.max(...options.map(({ label }) => stylus.ruler.width(label)));
  const narrowest = Math.min(NARROWEST_COLUMN, widest);
  const columns = Math.max(1, Math.min(layout.columns, Math.floor((stylus.width + 2) / (narrowest + 2))));
  const room = Math.floor((stylus.width + 2) / columns) - 2;
  const drawn = options.map((option) => drawOption(option, { keys, room }, stylus));
  if (columns > 1) return sideBySide(drawn, { columns, room }, stylus);
  return drawn.flatMap((lines, at) => (isApart(layout.spacing, options, at) ? ["", ...lines] : lines));
}

function isApart(spacing: Layout["spacing"], options: readonly ScreenOption[], at: number): boolean {
  if (at === 0 || spacing === "none") return false;
  return spacing === "all" || isNewGroup(options, at);
}

function isNewGroup(options: readonly ScreenOption[], at: number): boolean {
  const kind = (option: ScreenOption | undefined) => /^[−-]?\d+$/.test(option?.key ?? "");
  return kind(options[at]) !== kind(options[at - 1]);
}

function indentOf(keys: number): number {
  return 3 + keys + 2;
}

function drawOption(
  { key, label, chosen, marked }: ScreenOption,
  { keys, room }: { keys: number; room: number },
  { ruler, paint }: Stylus,
): readonly string[] {
  const lead = `${marked ? "›" : " "}${chosen ? "●" : " "} `;
  const name = filler(key, keys, ruler) + paint.accent(key);
  const indent = indentOf(keys);
  const weight = marked || chosen ? paint.strong : paint.plain;
  const lines = wrap(label, Math.max(4, room - indent), ruler);
  return lines.map((line, at) =>
    at === 0 ? paint.accent(lead) + name + (line === "" ? "" : `  ${weight(line)}`) : " ".repeat(indent) + weight(line),
  );
}

/** Column by column, as one reads a list. Widths are taken without colour, which `visible` leaves out. */
function sideBySide(
  drawn: readonly (readonly string[])[],
  { columns, room }: { columns: number; room: number },
  { ruler }: Stylus,
): readonly string[] {
  const rows = Math.ceil(drawn.length / columns);
  return Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, column) => drawn[column * rows + row] ?? []);
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((cell) => cell[line] ?? "")
        .map((text) => text + filler(visible(text), room, ruler))
        .join("  ")
        .trimEnd(),
    );
  }).flat();
}

const COLOUR = /\p{Cc}\[[\d;]*m/gu;

function visible(text: string): string {
  return text.replace(COLOUR, "");
}

export function drawNotice({ text, tone }: NonNullable<Screen["notice"]>, stylus: Stylus): readonly string[] {
  const paint = tone === "warning" ? stylus.paint.fair : stylus.paint.accent;
  const words = tone === "warning" ? stylus.paint.fair : stylus.paint.plain;
  return wrap(text, stylus.width - 2, stylus.ruler).map((line) => `${paint("┃")} ${words(line)}`);
}

/** Pairs of key and meaning; a pair is never parted. */
export function drawKeys(keys: Screen["keys"], { width, ruler, paint }: Stylus): readonly string[] {
  const lines: string[] = [];
  let used = 0;
  for (const { key, does } of keys) {
    const wide = ruler.width(`${key} ${does}`);
    const shown = `${paint.accent(key)} ${does}`;
    const fits = lines.length > 0 && used + 3 + wide <= width;
    if (fits) lines[lines.length - 1] += `   ${shown}`;
    else lines.push(shown);
    used = fits ? used + 3 + wide : wide;
  }
  return lines;
}
