import { FILLING, FILLING_UNSPACED, NUMBERED, PERSONAL_WORDS, ROLES, WHOSE } from "./personal-words.ts";

/** More words than this are a question about something else. */
const MOST_WORDS = 10;
/** Of what is left without the filling. */
const MOST_CORE_WORDS = 6;

/** Written without spaces between words. */
const UNSPACED = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;
const ASCII = /^[\x20-\x7e]*$/;
const words = (text: string): ReadonlySet<string> => new Set(folded(text).trim().split(/\s+/));
const filling = words(FILLING);
const unspaced = FILLING_UNSPACED.trim().split(/\s+/).sort(byLength);
const whose = words(WHOSE);
const numbered = words(NUMBERED);
const isPersonalPhrase = lookup(() => Object.values(PERSONAL_WORDS).join(","));
const isRolePhrase = lookup(() => ROLES);

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

/**
 * Whether a core is one of the phrases, with all their words or without filling. Every command that reads a table asks, of a
 * few headers: only lines in which the longest of a core's words stands are taken to pieces.
 */
function lookup(text: () => string): (core: string) => boolean {
  let lines: readonly Line[] | null = null;
  return (core) => {
    lines ??= linesOf(text());
    const [word = ""] = core.split(" ").sort(byLength);
    return lines.some((line) => line.folded.includes(word) && phrasesOf(line).has(core));
  };
}

interface Line {
  readonly written: string;
  readonly folded: string;
  phrases: ReadonlySet<string> | null;
}

/** Lines end a phrase, too. */
function linesOf(text: string): readonly Line[] {
  const whole = folded(text).split("\n");
  return text.split("\n").map((written, at) => ({ written, folded: whole[at] ?? "", phrases: null }));
}

function phrasesOf(line: Line): ReadonlySet<string> {
  line.phrases ??= phrases(line);
  return line.phrases;
}

function phrases({ written, folded: line }: Line): ReadonlySet<string> {
  const all = new Set<string>();
  const isUnspaced = UNSPACED.test(written);
  for (const part of (isUnspaced ? written : line).split(",")) {
    const phrase = part.trim();
    if (phrase === "") continue;
    all.add(isUnspaced ? folded(phrase) : phrase);
    all.add(isUnspaced ? essence(phrase) : withoutFilling(phrase));
  }
  return all;
}

/** Of what is folded. */
function withoutFilling(text: string): string {
  return text
    .split(" ")
    .filter((word) => word !== "" && !filling.has(word))
    .join(" ");
}

/** Without accents, as many write headers. */
function folded(text: string): string {
  return ASCII.test(text) ? text : text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
}

/** The words that say what is asked for, folded. */
function essence(name: string): string {
  let text = name;
  if (UNSPACED.test(text)) for (const part of unspaced) text = text.replaceAll(part, " ");
  return withoutFilling(folded(text));
}

/** What a header asks for, as it is compared: with all its words, and without filling. name: of `normaliseWording`. */
export function coresOf(name: string): readonly string[] {
  if (name.split(" ").length > MOST_WORDS) return [];
  return [folded(name), essence(name)];
}

/** A name, a way to reach somebody, a date of birth or a number of a person. */
export function isPersonalCore(core: string): boolean {
  if (core === "") return false;
  if (isPersonalPhrase(core)) return true;
  const all = core.split(" ");
  if (all.length > MOST_CORE_WORDS) return false;
  return isNumberOfPerson(all) || saysWhose(all);
}

/** "employee id", "staff number"; not "number of employees". */
function isNumberOfPerson(all: readonly string[]): boolean {
  const from = all.findIndex((word) => NUMBERS.has(word));
  if (from < 1) return false;
  return all.slice(0, from).every((word) => numbered.has(word)) && all.slice(from).every((word) => NUMBERS.has(word));
}

const NUMBERS: ReadonlySet<string> = new Set(["id", "ids", "number", "no", "nr", "num", "code", "identifier"]);

/** "line manager email": something personal, with nothing before it or behind it but whose or which it is. */
function saysWhose(all: readonly string[]): boolean {
  for (let from = 0; from < all.length; from++) {
    for (let to = all.length; to > from; to--) {
      if (isPersonalPhrase(all.slice(from, to).join(" ")) && all.slice(to).every((word) => whose.has(word)))
        return true;
    }
    if (!whose.has(all[from] ?? "")) return false;
  }
  return false;
}

export function isRoleCore(core: string): boolean {
  return isRolePhrase(core);
}
