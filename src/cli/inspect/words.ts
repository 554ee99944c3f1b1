import type { InspectedColumn, VocabularyEntry } from "../../engines/inspection/types.ts";
import { isPersonal, personalLabel } from "../../response/column-kinds.ts";

/** Longest header and text that a page shows, in characters. */
const LONGEST = 60;

export function cut(text: string): string {
  const characters = [...text.replace(/\s+/g, " ").trim()];
  return characters.length <= LONGEST ? characters.join("") : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

/** Two capitalised words and nothing else. */
const LIKE_A_NAME = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)+$/u;

/** A header as it may be shown: not where it would name a person. */
export function headerOf({ header, takenFor }: InspectedColumn): string {
  if (header === "") return "(no header)";
  if (header.includes("@")) return "(an e-mail address)";
  if (personalLabel(header) !== null) return `${personalLabel(header)}: …`;
  if (takenFor === "personal" && !isPersonal(header) && LIKE_A_NAME.test(header)) return "(personal)";
  return cut(header);
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
export function codeWords({ code, label }: VocabularyEntry): string {
  if (code === null) return "CANNOT BE READ";
  if (typeof code === "string") return MISSING[code] ?? code;
  return label === null ? String(code) : `${code} (${label})`;
}
