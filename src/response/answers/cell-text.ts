import { WINDOWS_1252_FROM_80 } from "../windows-1252.ts";

const NAMED_ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  shy: "",
};
const LETTERS: Readonly<Record<string, string>> = { acute: "́", grave: "̀", circ: "̂", uml: "̈", tilde: "̃", cedil: "̧" };

/** A text without the HTML that some survey tools leave in it: tags become spaces, entities what they stand for. */
export function withoutHtml(text: string): string {
  return decodeEntities(text.replace(/<\/?[a-z][^<>]*>/gi, " "));
}

/** `R&amp;D` as `R&D`. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]+);/gi, (whole, entity: string) => {
    if (!entity.startsWith("#")) return NAMED_ENTITIES[entity.toLowerCase()] ?? accented(entity) ?? whole;
    const point = Number(entity.slice(1).replace(/^x/i, "0x"));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** `eacute`, `Uuml`, `szlig`. */
function accented(entity: string): string | undefined {
  if (entity === "szlig") return "ß";
  const [, letter = "", accent = ""] = /^([a-z])(acute|grave|circ|uml|tilde|cedil)$/i.exec(entity) ?? [];
  const mark = LETTERS[accent];
  return mark === undefined ? undefined : (letter + mark).normalize("NFC");
}

/** The text whose UTF-8 was read as Windows-1252 (`Ã¤` was `ä`); undefined where it is none such. */
export function repairedEncoding(text: string): string | undefined {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(text)) return undefined;
  const bytes: number[] = [];
  for (const character of text) {
    const at = WINDOWS_1252_FROM_80.indexOf(character);
    const code = at >= 0 ? 0x80 + at : character.charCodeAt(0);
    if (code > 0xff) return undefined;
    bytes.push(code);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
