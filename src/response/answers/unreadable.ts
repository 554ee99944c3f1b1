import { normaliseAnswer } from "../../framework/answer-text.ts";
import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { numbersBesideWords, reversalProblem } from "../checks/contradiction-problems.ts";
import type { Testimony } from "../checks/contradictions.ts";
import { mergedTexts } from "../checks/merged-texts.ts";
import { type Reversal, reversalOf } from "../checks/reversals.ts";
import type { AnswerTable, SourcePlan } from "../source-plan.ts";
import type { Spot } from "../spot.ts";
import { asWritten } from "./answer-names.ts";
import type { AnswerFault } from "./fault.ts";
import { faultWords } from "./fault-words.ts";

/** One text that could not be read as an answer on one scale, and how often. */
export interface BadAnswer {
  /** Cells. */
  count: number;
  /** The first few rows. */
  readonly spots: Spot[];
}

export interface UnreadableText extends BadAnswer {
  readonly cell: string;
  readonly fault: AnswerFault;
  /** Positions of the items it was met in. */
  readonly items: Set<number>;
}

type Reading = Pick<SourcePlan, "answers" | "rules">;

/** How many rows and items a problem names, and how many problems are listed. */
const SPOTS = 3;
const ITEMS = 3;
const LISTED = 20;

/** Notes one more occurrence. */
export function noteAnswer(bad: BadAnswer, spot: () => Spot): void {
  bad.count += 1;
  if (bad.spots.length >= SPOTS) return;
  const { file, line } = spot();
  const last = bad.spots.at(-1);
  if (last?.file !== file || last.line !== line) bad.spots.push({ file, line });
}

/** All that was met in the rows. */
export interface Findings {
  /** In the order in which they were met, and so are the problems. */
  readonly unreadable: readonly UnreadableText[];
  /** Answers whose texts were too many to be told apart. */
  readonly overflow: number;
  readonly testimonies: readonly Testimony[];
}

/**
 * First what contradicts itself over whole columns; then a problem for each text that this does not explain: of more than
 * twenty the most frequent, then one for all others.
 */
export function unreadableProblems(plan: Reading, found: Findings): readonly Problem[] {
  const { testimonies } = found;
  const reversals = testimonies.flatMap((testimony) => reversalOf(testimony) ?? []);
  const reversedIn = new Set(reversals.map(({ testimony }) => testimony));
  const straightFiles = (scale: string): readonly string[] =>
    testimonies.flatMap((one) =>
      one.table.scale === scale && !reversedIn.has(one) && one.numbers.size > 0 ? [one.file] : [],
    );
  return [
    ...reversals.map((reversal) =>
      reversalProblem(reversal, {
        answers: plan.answers,
        elsewhere: straightFiles(reversal.testimony.table.scale),
      }),
    ),
    ...mergedTexts(testimonies),
    ...testimonies.flatMap((testimony) => numbersBesideWords(testimony, plan.answers) ?? []),
    ...textProblems(
      plan,
      found,
      found.unreadable.filter((text) => !reversals.some((one) => explains(one, text))),
    ),
  ];
}

/** True where a text is one of those that a reversal speaks of. */
function explains({ testimony, reversed }: Reversal, { fault, items }: UnreadableText): boolean {
  if (fault.kind !== "disagrees" || fault.code === null) return false;
  const met = testimony.numbers.get(fault.label)?.get(fault.number);
  return met !== undefined && [...items].every((item) => reversed.includes(item));
}

function textProblems(plan: Reading, found: Findings, unreadable: readonly UnreadableText[]): readonly Problem[] {
  const { overflow } = found;
  const missing = plan.rules.onUnknown === "missing";
  const frequent = [...unreadable].sort((a, b) => b.count - a.count);
  const listed = new Set(frequent.slice(0, LISTED));
  const problems = unreadable.filter((text) => listed.has(text)).map((text) => textProblem(plan, found, text));
  const rest = frequent.slice(LISTED);
  if (rest.length === 0) return helpedOnce(keptCounts(problems, missing));
  const answers = rest.reduce((sum, { count }) => sum + count, overflow);
  const texts = overflow > 0 ? `at least ${rest.length}` : String(rest.length);
  const more: Problem = {
    code: "ANS006",
    severity: missing ? "warning" : "error",
    message: `And ${texts} more different texts that cannot be read (${times(answers)}).${missing ? COUNTED : ""}`,
    help: "Put those above right first; often the others go with them.",
  };
  return [...helpedOnce(keptCounts(problems, missing)), more];
}

const COUNTED = " Counted as missing.";

interface TextProblem extends Problem {
  readonly count: number;
}

function textProblem(plan: Reading, { testimonies }: Findings, text: UnreadableText): TextProblem {
  const missing = plan.rules.onUnknown === "missing";
  const table = plan.answers[Math.min(...text.items)];
  const { code, what, help } = faultWords(text, { table, answers: plan.answers, testimonies });
  const near = text.fault.kind === "unknown" ? nearest(text.cell, table) : undefined;
  const spot = text.spots[0];
  const where = `${what}: ${times(text.count)} in ${placesOf(text, plan.answers)}.${missing ? COUNTED : ""}`;
  return {
    code,
    severity: missing ? "warning" : "error",
    message: `${quote(text.cell.trim())} ${where}`,
    ...(mayBeOwnWords(text) ? { withoutText: `A text ${where}` } : {}),
    help: `${help}, or use --on-unknown missing to count such answers as missing.`,
    ...(near === undefined ? {} : { suggestion: near }),
    ...(spot === undefined ? {} : { place: spot }),
    count: text.count,
  };
}

/** Met so often a text is no longer somebody's own words. */
export const EVERYBODYS = 5;

/** Of texts that hold answers side by side only words of the scale are quoted. */
function mayBeOwnWords({ fault, count }: UnreadableText): boolean {
  return count < EVERYBODYS && fault.kind !== "several" && fault.kind !== "disagrees";
}

/** What an audit may keep: of each kind one sentence with the number of cells, the same in each of its problems. */
const KEPT: Readonly<Record<string, string>> = {
  ANS001: "Cells that hold no answer of their scale",
  ANS002: "Cells whose label and number contradict each other",
  ANS003: "Cells with a figure that can be read as a decimal or as thousands",
  ANS004: "Cells with a figure of more decimals than the framework declares",
  ANS005: "Cells with a figure too large to be kept exactly",
  ANS009: "Cells that hold several answers",
  ANS012: "Cells whose number looks mistyped beside its label",
  ANS013: "Cells where the number beside a word for a missing answer is an answer of the scale",
  MP016: "Cells with an answer that the mapping does not list",
};

function keptCounts(problems: readonly TextProblem[], missing: boolean): readonly Problem[] {
  const cells = new Map<string, number>();
  for (const { code, count } of problems) cells.set(code, (cells.get(code) ?? 0) + count);
  return problems.map(({ count: _, ...problem }) => ({
    ...problem,
    kept: `${KEPT[problem.code]}: ${cells.get(problem.code)}.${missing ? COUNTED : ""}`,
  }));
}

/** The same advice stands once, at the first problem it belongs to. */
function helpedOnce(problems: readonly Problem[]): readonly Problem[] {
  const said = new Set<string>();
  return problems.map((problem) => {
    const { help = "", ...rest } = problem;
    const advice = `${problem.code} ${help}`;
    if (said.has(advice)) return rest;
    said.add(advice);
    return problem;
  });
}

function nearest(cell: string, table: AnswerTable | undefined): string | undefined {
  const near = suggest(normaliseAnswer(cell), (table?.shown ?? []).map(normaliseAnswer));
  return near === undefined ? undefined : asWritten(near, table);
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** "item C2 (line 4)", "21 items (C1, C2, C3 and 18 more; first at lines 5, 6, 9)". */
function placesOf(text: UnreadableText, answers: readonly AnswerTable[]): string {
  const ids = [...text.items].sort((a, b) => a - b).map((item) => answers[item]?.item ?? "");
  if (ids.length === 1) return `item ${ids[0]} (${linesOf(text)})`;
  const more = ids.length > ITEMS ? ` and ${ids.length - ITEMS} more` : "";
  return `${ids.length} items (${ids.slice(0, ITEMS).join(", ")}${more}; ${linesOf(text)})`;
}

/** "line 4", "first at lines 4, 9, 12"; with file names where there are several. */
function linesOf({ count, spots }: BadAnswer): string {
  const first = count > spots.length && spots.length === SPOTS ? "first at " : "";
  const several = new Set(spots.map(({ file }) => file)).size > 1;
  if (several) return `${first}${spots.map(({ file, line }) => `${file}:${line}`).join(", ")}`;
  return `${first}${spots.length === 1 ? "line" : "lines"} ${spots.map(({ line }) => line).join(", ")}`;
}
