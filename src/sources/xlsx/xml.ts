const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text that an attribute or an element's text stands for. A character that is not one stays as it is written. */
export function decodeXml(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = Number(name.slice(1).replace(/^x/i, "0x"));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute in the text between a tag's name and its end, decoded; names may carry a prefix. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeXml(value);
}

/** The attributes, as text, of every tag of this name, in order; names may carry a prefix. Closing tags are none. */
export function tags(xml: string, name: string): readonly string[] {
  return Array.from(eachTag(xml, name), ({ attributes }) => attributes);
}

export interface Tag {
  /** As written before the name: `x:`, or "". */
  readonly prefix: string;
  /** Ends in `/` where the tag closes itself. */
  readonly attributes: string;
  /** Where it begins, and the place behind its end. */
  readonly from: number;
  readonly to: number;
}

/** Every opening tag of this name, in order. One pass: after a tag that never ends there is nothing more to find. */
export function* eachTag(xml: string, name: string): Generator<Tag, void, void> {
  const opening = new RegExp(`<((?:[^\\s<>/]+:)?)${name}(?=[\\s/>])`, "g");
  for (let found = opening.exec(xml); found !== null; found = opening.exec(xml)) {
    const end = tagEnd(xml, opening.lastIndex);
    if (end < 0) return;
    const attributes = xml.slice(opening.lastIndex, end);
    opening.lastIndex = end + 1;
    yield { prefix: found[1] ?? "", attributes, from: found.index, to: end + 1 };
  }
}

/** The first `>` that stands in no attribute's value; −1: none. */
function tagEnd(xml: string, from: number): number {
  const mark = /["'>]/g;
  mark.lastIndex = from;
  for (let found = mark.exec(xml); found !== null; found = mark.exec(xml)) {
    if (found[0] === ">") return found.index;
    const closing = xml.indexOf(found[0], found.index + 1);
    if (closing < 0) return -1;
    mark.lastIndex = closing + 1;
  }
  return -1;
}

/** Where a closing tag of this name stands, from a place on: its beginning and the place behind its end; null: nowhere. */
export function closingTag(
  xml: string,
  name: string,
  { prefix, to }: Pick<Tag, "prefix" | "to">,
): Pick<Tag, "from" | "to"> | null {
  const closing = new RegExp(`</((?:[^\\s<>/]+:)?)${name}\\s*>`, "g");
  closing.lastIndex = to;
  for (let found = closing.exec(xml); found !== null; found = closing.exec(xml))
    if (found[1] === prefix) return { from: found.index, to: closing.lastIndex };
  return null;
}

/** Elements inside one another; sheets have five or six. */
const DEEPEST = 64;

/**
 * Says what is wrong with the tags of a part, or null: one that never ends, or elements too deep in one another. Either
 * may cost a parser a look at the whole rest for each. One pass.
 */
export function brokenTags(xml: string): string | null {
  let depth = 0;
  for (let at = xml.indexOf("<"); at >= 0; ) {
    const close = xml.indexOf(closeOf(xml, at), at);
    const next = xml.indexOf("<", at + 1);
    if (close < 0) return "a tag is never closed";
    if (isMarkup(xml, at)) {
      at = xml.indexOf("<", close);
      continue;
    }
    if (next >= 0 && next < close) return "a tag is never closed";
    if (xml[at + 1] === "/") depth -= 1;
    else if (xml[close - 1] !== "/" && xml[at + 1] !== "?") depth += 1;
    if (depth > DEEPEST) return "its elements are never closed";
    at = next;
  }
  return null;
}

/** A comment, or text as it is. */
function isMarkup(xml: string, at: number): boolean {
  return xml[at + 1] === "!";
}

function closeOf(xml: string, at: number): string {
  if (xml.startsWith("<!--", at)) return "-->";
  return xml.startsWith("<![CDATA[", at) ? "]]>" : ">";
}
