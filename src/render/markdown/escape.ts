const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * What readers of Markdown turn into links or mentions by themselves: addresses of pages, of mail, @names. They look for
 * these in the text as it will be shown, after entities and backslashes are resolved; only code is left alone.
 */
const ADDRESS = /((?:[a-z][a-z\d+.-]*:\/\/|\bwww\.)[^\s`|&<>"\\]*[^\s`|&<>"\\.,;:!?)\]}']|[\w.+-]*@\w(?:[\w.-]*\w)?)/i;

/** Plain text as Markdown that shows exactly that text: no HTML, no emphasis, no link, no mention, no table cell can come of it. */
export function escapeMarkdown(text: string): string {
  return text
    .split(ADDRESS)
    .map((part, at) => (at % 2 === 1 ? `\`${part}\`` : escapeProse(part, at === 0)))
    .join("");
}

function escapeProse(text: string, first: boolean): string {
  const safe = text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replace(/[\\`*_[\]|~]/g, (sign) => `\\${sign}`);
  return first ? safe.replace(/^(\s*)([#+-]|\d+[.)]|[-=]{2,})(?=\s|$)/, escapeStart) : safe;
}

/** At the start of a line these would make a heading, a list or a rule. */
function escapeStart(_: string, space: string, sign: string): string {
  return /^\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`;
}
