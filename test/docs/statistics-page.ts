/** The parts of docs/statistics.md that scripts write: between two comments that name them. */

const start = (name: string) => `<!-- written: ${name} -->\n`;
const END = "\n<!-- end -->";

/** The text of a part. Throws when the page has no such part. */
export function partOf(page: string, name: string): string {
  return pieces(page, name).inner;
}

/** The page with another text in a part. */
export function withPart(page: string, name: string, text: string): string {
  const { before, after } = pieces(page, name);
  return before + text + after;
}

/** The names of all parts, in the order of the page. */
export function partNames(page: string): readonly string[] {
  return [...page.matchAll(/<!-- written: (.+) -->/g)].map(([, name = ""]) => name);
}

function pieces(page: string, name: string): { before: string; inner: string; after: string } {
  const from = page.indexOf(start(name));
  const inside = from + start(name).length;
  const to = page.indexOf(END, inside);
  if (from < 0 || to < 0) throw new Error(`docs/statistics.md has no part "${name}"`);
  return { before: page.slice(0, inside), inner: page.slice(inside, to), after: page.slice(to) };
}
