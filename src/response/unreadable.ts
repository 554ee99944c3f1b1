import { normaliseAnswer } from "../framework/answer-text.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { suggest } from "../problems/suggest.ts";
import type { AnswerFault } from "./fault.ts";
import type { AnswerTable, SourcePlan } from "./source-plan.ts";

/** Where something was met. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

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

/**
 * A problem for each text; of more than twenty the most frequent, then one for all others. unreadable: in the order in
 * which they were met, and so are the problems. overflow: answers whose texts were too many to be told apart.
 */
export function unreadableProblems(
  plan: Reading,
  unreadable: readonly UnreadableText[],
  overflow: number,
): readonly Problem[] {
  const missing = plan.rules.onUnknown === "missing";
  const frequent = [...unreadable].sort((a, b) => b.count - a.count);
  const listed = new Set(frequent.slice(0, LISTED));
  const problems = unreadable.filter((text) => listed.has(text)).map((text) => textProblem(plan, text));
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

function textProblem(plan: Reading, text: UnreadableText): TextProblem {
  const missing = plan.rules.onUnknown === "missing";
  const table = plan.answers[Math.min(...text.items)];
  const { code, what, help } = wording(text.fault, table);
  const near = text.fault.kind === "unknown" ? nearest(text.cell, table) : undefined;
  const spot = text.spots[0];
  return {
    code,
    severity: missing ? "warning" : "error",
    message: `${quote(text.cell.trim())} ${what}: ${times(text.count)} in ${placesOf(text, plan.answers)}.${missing ? COUNTED : ""}`,
    help: `${help}, or use --on-unknown missing to count such answers as missing.`,
    ...(near === undefined ? {} : { suggestion: near }),
    ...(spot === undefined ? {} : { place: spot }),
    count: text.count,
  };
}

/** What an audit may keep: of each kind one sentence with the number of cells, the same in each of its problems. */
const KEPT: Readonly<Record<string, string>> = {
  ANS001: "Cells that hold no answer of their scale",
  ANS002: "Cells whose label and number contradict each other",
  ANS003: "Cells with a figure that can be read as a decimal or as thousands",
  ANS004: "Cells with a figure of more decimals than the framework declares",
  ANS005: "Cells with a figure too large to be kept exactly",
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
    if (said.has(help)) return rest;
    said.add(help);
    return problem;
  });
}

/** code; what: how the text is wrong, after it and before its number; help: without its end. */
function wording(
  fault: AnswerFault,
  table: AnswerTable | undefined,
): { readonly code: string; readonly what: string; readonly help: string } {
  const scale = `the scale ${table?.scale ?? ""}`;
  switch (fault.kind) {
    case "unknown":
      return {
        code: "ANS001",
        what: `is no answer on ${scale}`,
        help:
          table?.kind === "figure"
            ? "A figure is written like 12 or 12.5, without separators between thousands; correct it in the export"
            : `Known answers of ${scale}: ${(table?.shown ?? []).map((label) => quote(label)).join(", ")}. Correct the export, add the text to the scale's aliases`,
      };
    case "disagrees": {
      const stands =
        fault.code === null
          ? `has no number, and ${fault.number} is another answer`
          : `has the code ${fault.code}, not ${fault.number}`;
      return {
        code: "ANS002",
        what: `contradicts itself, since on ${scale} ${quote(asWritten(fault.label, table))} ${stands}`,
        help: "Find out which of the two was meant and correct the export",
      };
    }
    case "ambiguous":
      return {
        code: "ANS003",
        what: "can be read as a decimal or as thousands",
        help: "Write figures without separators between thousands",
      };
    case "decimals":
      return {
        code: "ANS004",
        what: `has more than ${fault.most} decimals`,
        help: "Round it as the framework declares the figure",
      };
    case "too large":
      return { code: "ANS005", what: "is too large to be kept exactly", help: "Check it" };
  }
}

function nearest(cell: string, table: AnswerTable | undefined): string | undefined {
  const near = suggest(normaliseAnswer(cell), (table?.shown ?? []).map(normaliseAnswer));
  return near === undefined ? undefined : asWritten(near, table);
}

/** A normalised label as the framework writes it. */
function asWritten(label: string, table: AnswerTable | undefined): string {
  return table?.shown.find((shown) => normaliseAnswer(shown) === label) ?? label;
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
