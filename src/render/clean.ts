/** Names and labels are cut here, so that a 5,000-character header cannot bury a report. Characters. */
const LONGEST_NAME = 100;
/** The same for everything else that is prose. */
const LONGEST_TEXT = 1200;
const NAMES = new Set([
  ...["label", "title", "name", "header", "column", "columns", "by", "path", "dialect", "encoding"],
  ...["wave", "before", "after", "previous", "weight"],
]);

/** Terminal control sequences: CSI (colours, cursor) and OSC (titles, links). Any control character counts as the escape. */
const SEQUENCES = /\p{Cc}\[[0-?]*[ -/]*[@-~]|\p{Cc}\][^\p{Cc}]*(?:\p{Cc}\\?)?/gu;
/** Controls, lone surrogates, what is no character, and marks that reorder or hide text. The joiner U+200D stays: emoji are built with it. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
/** What makes a text need cleaning at all; most never do, and one test is all they cost. */
const UNCLEAN = new RegExp(`${INVISIBLE.source}|[^\\S ]|  |^ | $`, "u");

/** The same over JSON: an escape other than of a quote is looked into, quotes are the ends of a text, names must not be long. */
const UNCLEAN_JSON = new RegExp(
  `\\\\|${INVISIBLE.source}|[^\\S ]|  |[:[,]" | "[,}\\]]|"(?:${[...NAMES].join("|")})":(?:\\[(?:"[^"]*",)*)?"[^"]{${LONGEST_NAME}}`,
  "u",
);

/** One line of text that cannot steer a terminal or reorder what stands beside it; cut to `longest` characters. */
export function cleanText(text: string, longest = LONGEST_TEXT): string {
  const safe = UNCLEAN.test(text) ? strip(text.replace(/\s+/gu, " ")).trim() : text;
  const characters = safe.length > longest ? [...safe] : [];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : safe;
}

/** As `cleanText`, but line breaks and runs of spaces stay: for text that is laid out already. */
export function cleanLines(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => strip(line.replaceAll("\t", "  ")))
    .join("\n");
}

/** The value with every text in it clean, whoever wrote it; numbers and shapes are untouched. */
export function cleanDeep<T extends object>(value: T): T {
  return isClean(JSON.stringify(value).replaceAll('\\"', "''")) ? value : (walk(value, "") as T);
}

/**
 * Whether no text of this JSON, its escaped quotes taken out, needs cleaning. Nearly always so, and one look at the whole costs a fraction of a look at
 * each of some thousand texts. May err towards "no", never towards "yes".
 */
function isClean(json: string): boolean {
  return !UNCLEAN_JSON.test(json) && json.split('"').every((part) => part.length <= LONGEST_TEXT);
}

function walk(value: unknown, key: string): unknown {
  if (typeof value === "string") return cleanText(value, NAMES.has(key) ? LONGEST_NAME : LONGEST_TEXT);
  if (Array.isArray(value)) return value.map((element) => walk(element, key));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) copy[name] = walk(inner, name);
  return copy;
}

function strip(text: string): string {
  return text.replace(SEQUENCES, "").replace(INVISIBLE, "");
}
