import type { Place, Problem } from "../../problems/problem.ts";
import { cleanDeep, cleanLines } from "../clean.ts";
import { count } from "../numbers.ts";
import { listWords, plural } from "../words.ts";
import { createStylus, INDENT, type PageOptions, proseWidth, type Stylus } from "./stylus.ts";
import { filler, wrap } from "./wrap.ts";

/** Problems with their places, excerpts and help, and a line that counts them; "" for none. Ends with a newline. */
export async function renderProblems(problems: readonly Problem[], options: PageOptions): Promise<string> {
  if (problems.length === 0) return "";
  const clean = problems.map(cleanProblem);
  const stylus = await createStylus(options, clean);
  return `${[...clean.map((problem) => problemLines(problem, stylus).join("\n")), countLine(problems)].join("\n\n")}\n`;
}

/** Excerpts keep their spaces, or the caret would point beside the mark. */
function cleanProblem(problem: Problem): Problem {
  const excerpt = problem.place?.excerpt;
  const clean = cleanDeep(problem);
  if (excerpt === undefined || clean.place === undefined) return clean;
  const before = cleanLines(excerpt.text.slice(0, excerpt.offset));
  const marked = cleanLines(excerpt.text.slice(excerpt.offset, excerpt.offset + excerpt.length));
  const after = cleanLines(excerpt.text.slice(excerpt.offset + excerpt.length));
  const kept = { text: before + marked + after, offset: before.length, length: Math.max(1, marked.length) };
  return { ...clean, place: { ...clean.place, excerpt: kept } };
}

function problemLines(problem: Problem, stylus: Stylus): readonly string[] {
  const { paint } = stylus;
  const tone = problem.severity === "error" ? paint.poor : paint.fair;
  const place = problem.place ? ` ${placeWords(problem.place)}` : "";
  return [
    ...wrap(`${problem.severity} ${problem.code}${place}`, stylus.width, stylus.ruler).map((line, at) =>
      at === 0
        ? `${tone(line.slice(0, problem.severity.length))}${paint.strong(line.slice(problem.severity.length))}`
        : paint.strong(line),
    ),
    ...indented(problem.message, stylus),
    ...excerptLines(problem.place, stylus),
    ...(problem.help === undefined ? [] : indented(`help: ${problem.help}`, stylus).map(paint.accent)),
    ...(problem.suggestion === undefined
      ? []
      : indented(`did you mean "${problem.suggestion}"?`, stylus).map(paint.accent)),
  ];
}

function placeWords({ file, line, column }: Place): string {
  const at = [line, column].filter((part) => part !== undefined);
  return [file, ...at].join(":");
}

function indented(text: string, stylus: Stylus): readonly string[] {
  return wrap(text, proseWidth(stylus), stylus.ruler).map((line) => " ".repeat(INDENT) + line);
}

/** The line itself behind its number, and carets beneath the part that is meant; cut where the page ends. */
function excerptLines(place: Place | undefined, { width, ruler, paint }: Stylus): readonly string[] {
  const excerpt = place?.excerpt;
  if (excerpt === undefined) return [];
  const number = place?.line === undefined ? "" : String(place.line);
  const gutter = `${" ".repeat(INDENT)}${number} │ `;
  const blank = `${" ".repeat(INDENT)}${" ".repeat(number.length)} │ `;
  const room = width - gutter.length;
  const [text = ""] = wrapHard(excerpt.text, room, ruler);
  const before = filler("", Math.min(room - 1, ruler.width(excerpt.text.slice(0, excerpt.offset))), ruler);
  const marked = ruler.width(excerpt.text.slice(excerpt.offset, excerpt.offset + excerpt.length));
  const carets = "^".repeat(Math.max(1, Math.min(marked, room - before.length)));
  return [paint.quiet(gutter) + text, paint.quiet(blank) + before + paint.poor(carets)];
}

function wrapHard(text: string, width: number, ruler: Stylus["ruler"]): readonly string[] {
  if (ruler.width(text) <= width) return [text];
  const pieces = ruler.pieces(text);
  let kept = "";
  for (const piece of pieces) {
    if (ruler.width(kept) + ruler.width(piece) > width - 1) break;
    kept += piece;
  }
  return [`${kept}…`];
}

/** "2 errors, 1 warning" */
function countLine(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const parts = [
    errors > 0 ? plural(errors, "error", "errors") : "",
    warnings > 0 ? plural(warnings, "warning", "warnings") : "",
  ];
  return listWords(parts.filter(Boolean), "and").replace(" and ", ", ") || count(0);
}
