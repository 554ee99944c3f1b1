const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Plain text as Markdown that shows exactly that text: no HTML, no emphasis, no link, no table cell can come of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[\\`*_[\]|~]/g, (sign) => `\\${sign}`)
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s|$)/, escapeStart);
}

/** At the start of a line these would make a heading or a list. */
function escapeStart(_: string, space: string, sign: string): string {
  return sign.length === 1 ? `${space}\\${sign}` : `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}`;
}
