import { quote } from "../../problems/quote.ts";
import type { Complaint, Path } from "../complaint.ts";
import type { PointDocument } from "../document.ts";

/** FW049: a language in which some answers of a scale have a text and others have none. path: of the points. */
export function* halfTranslated(points: readonly PointDocument[], path: Path): Iterable<Complaint> {
  const languages = new Set(points.flatMap(({ translations = {} }) => Object.keys(translations)));
  for (const language of languages) {
    const without = points.findIndex(({ translations = {} }) => !Object.hasOwn(translations, language));
    const count = points.filter(({ translations = {} }) => !Object.hasOwn(translations, language)).length;
    if (without < 0) continue;
    yield {
      code: "FW049",
      severity: "warning",
      path: [...path, without],
      message: `${count} of ${points.length} answers of this scale have no text in the language ${quote(language)}, and the others have.`,
      help: "Add it to every answer; exports in that language could not be read whole.",
    };
  }
}
