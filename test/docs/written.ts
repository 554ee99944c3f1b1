/** YAML that a page has its reader write piece by piece. */

/** A key at the margin, with all that stands under it. */
interface Section {
  readonly key: string;
  readonly lines: readonly string[];
}

const KEY = /^([a-z_]+):/;
const ENTRY = /^ {2}- (?:\{ *)?id: *([^\s,}]+)/;

/**
 * The file with a piece added, as the pages ask for it: a key that is new goes to the end of the file; the entries of one
 * that is there go to the end of its list; and the lines of an entry whose id is there go to the end of that entry.
 */
export function added(file: string, piece: string): string {
  const sections = sectionsOf(file);
  for (const { key, lines } of sectionsOf(piece)) {
    const at = sections.findIndex((one) => one.key === key);
    const found = sections[at];
    if (found === undefined) sections.push({ key, lines });
    else sections[at] = { key, lines: withEntries(key, found.lines, lines) };
  }
  return `${sections.map(({ lines }) => lines.join("\n")).join("\n\n")}\n`;
}

/** Throws where a piece begins with anything but a key. Blank lines around sections do not count. */
function sectionsOf(text: string): Section[] {
  const sections: { key: string; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const key = KEY.exec(line)?.[1];
    if (key !== undefined) sections.push({ key, lines: [line] });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (line !== "") throw new Error(`Not under a key: ${line}`);
  }
  return sections.map(({ key, lines }) => ({ key, lines: trimmed(lines) }));
}

function trimmed(lines: readonly string[]): readonly string[] {
  return lines.slice(0, lines.findLastIndex((line) => line.trim() !== "") + 1);
}

function withEntries(key: string, there: readonly string[], more: readonly string[]): readonly string[] {
  const lines = [...there];
  const entries = entriesOf(more.slice(1));
  if (entries.length === 0 || more[0] !== `${key}:`) throw new Error(`"${key}" is there already, and is no list.`);
  for (const entry of entries) {
    const at = lines.findIndex((line) => idOf(line) === idOf(entry[0]));
    if (at < 0) lines.push(...entry);
    else lines.splice(endOf(lines, at), 0, ...entry.slice(1));
  }
  return lines;
}

function entriesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const starts = lines.flatMap((line, at) => (idOf(line) === null ? [] : [at]));
  return starts.map((start, at) => lines.slice(start, starts[at + 1]));
}

function endOf(lines: readonly string[], start: number): number {
  const next = lines.findIndex((line, at) => at > start && line.startsWith("  - "));
  return next < 0 ? lines.length : next;
}

function idOf(line: string | undefined): string | null {
  return ENTRY.exec(line ?? "")?.[1] ?? null;
}
