import type { ShownEntry } from "../../engines/inspection/singling-out.ts";
import type { InspectedColumn } from "../../engines/inspection/types.ts";
import { cutMiddle } from "../../problems/cut.ts";
import { isPersonal, personalLabel } from "../../response/columns/column-kinds.ts";
import { tellingPart } from "../../response/columns/shown-header.ts";

/** Longest header and text that a page shows, in characters. */
const LONGEST = 60;

export function cut(text: string): string {
  return cutMiddle(text, LONGEST);
}

/** Two capitalised words and nothing else. */
const LIKE_A_NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)+$/u;

/** A header as it may be shown: not where it would name a person. */
export function headerOf({ header, takenFor, how }: InspectedColumn): string {
  if (header === "") return "(no header)";
  if (header.includes("@")) return "(an e-mail address)";
  if (personalLabel(header) !== null) return `${personalLabel(header)}: …`;
  if (takenFor === "personal" && !isPersonal(header) && !isToolsOwn(how) && LIKE_A_NAME.test(header))
    return "(personal)";
  return tellingPart(header.replace(/\s+/g, " "), LONGEST);
}

/** The survey tool gave the column its name: it is the same in every export. */
function isToolsOwn(how: string): boolean {
  return how.endsWith("'s own column") || how.endsWith("s' own column") || how.endsWith("mark of a device");
}

/** The header, and what was asked where that is more. */
export function askedIn(column: InspectedColumn): string {
  const { question } = column;
  return question === null ? headerOf(column) : `${headerOf(column)}: "${tellingPart(question, LONGEST)}"`;
}

/** A text that was met, as a page shows it. isPassedOn: it leaves the analyst's eyes, and somebody's own words do not. */
export function textOf({ text, isOwn, count }: ShownEntry, isPassedOn: boolean): string {
  if (!isPassedOn || !isOwn) return `"${cut(text)}"`;
  return metWords(count);
}

/** In place of a text that may be somebody's own words. count: null where it would tell of one person. */
export function metWords(count: number | null): string {
  if (count === null) return "(a text)";
  return `(a text met ${count === 1 ? "once" : `${count} times`})`;
}

export function takenForOf({ takenFor, item }: InspectedColumn): string {
  if (takenFor === "personal") return "personal: dropped";
  return item === null ? takenFor : `${takenFor} ${item}`;
}

/** "certain", "likely", "a guess: 83 % alike". */
export function sureOf({ sure, similarity }: InspectedColumn): string {
  if (sure !== "guess") return sure;
  return similarity === null ? "a guess" : `a guess: ${Math.floor(similarity * 100)} % alike`;
}

/** How the column was known, and what stands in it where it was taken for nothing. */
export function howOf({ how, values }: InspectedColumn): string {
  if (values === null) return how;
  const { different, more, shown } = values;
  if (different === 0) return `${how}; empty`;
  const many = `${more ? "more than " : ""}${different} different ${different === 1 && !more ? "value" : "values"}`;
  return `${how}; ${many}${shown === null ? "" : `: ${shown.map(cut).join(", ")}`}`;
}

const MISSING: Readonly<Record<string, string>> = {
  notApplicable: "not applicable",
  dontKnow: "don't know",
  unanswered: "not answered",
};

/** What a text was read as, in words. */
export function codeWords({ code, label }: ShownEntry): string {
  if (code === null) return "CANNOT BE READ";
  if (typeof code === "string") return MISSING[code] ?? code;
  return label === null ? String(code) : `${code} (${label})`;
}
