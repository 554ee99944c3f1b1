import { similarity } from "./likeness.ts";
import { normaliseWording } from "./wording.ts";

/** What is measured beside an item, or made of it: importance, a comment, the recoded answers. As `normaliseWording` writes it. */
const BESIDE =
  /^(?:(?:reversed?|reverse (?:coded|scored|keyed)|recoded?|rev|rc|r|importance|mean|average|avg|score|ranked|rank|ranking|others?|comments?|text|total|sum|priority|weight)(?: |$))+/;
/** A question that a tool cut off. */
const CUT = /(?:\.\.|…)\s*$/;
const LEAST = 0.5;
/** Letters that a cut text needs at least to be known again. */
const FEWEST = 10;

/**
 * Whether the text that stands with an item's id in a header is the item's. wordings: of all audiences and languages. "something
 * else": it says what else the column holds. "no": it is another question, as far as can be told.
 */
export function isTextOf(text: string, wordings: readonly string[]): "yes" | "no" | "something else" {
  const own = normaliseWording(text);
  if (own === "" || CUT.test(text)) return "yes";
  const known = wordings.map(normaliseWording);
  if (known.some((wording) => wording === own || similarity(wording, own) >= LEAST)) return "yes";
  if (BESIDE.test(own)) return "something else";
  const isPart = known.some((wording) => own.includes(wording) || (own.length >= FEWEST && wording.startsWith(own)));
  return isPart ? "yes" : "no";
}
