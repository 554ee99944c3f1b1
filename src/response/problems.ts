import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { suggest } from "../problems/suggest.ts";
import type { AnswerFault } from "./fault.ts";
import { ownCopy } from "./own-copy.ts";
import { createRaggedProblems, type RaggedProblems } from "./ragged.ts";
import type { AnswerTable, SourcePlan } from "./source-plan.ts";
import { normaliseAnswer } from "./wording.ts";

/** Where something was met. */
export interface Spot {
  readonly file: string;
  readonly line: number;
}

/** One text that could not be read as an answer to one item, and how often. */
export interface BadAnswer {
  count: number;
  /** The first few. */
  readonly spots: Spot[];
}

/** Collects what cannot be read in the rows of all files, in bounded memory. */
export interface AnswerProblems {
  /** The count to add to for this text; the same object for the same item and text. */
  bad(item: number, cell: string, fault: AnswerFault): BadAnswer;
  readonly ragged: RaggedProblems;
  /** One id with different answers, where the rules make that an error. */
  repeatedId(first: Spot, again: Spot): void;
  /** Answers that could not be read so far. */
  readonly unknownAnswers: number;
  /** What was collected: in the order of the items, the most frequent text first. Errors, or warnings where the rules say go on. */
  problems(): readonly Problem[];
}

/** How many lines are named, problems listed, and different texts remembered. */
const SPOTS = 3;
const LISTED = 20;
const REMEMBERED = 1000;

interface Entry extends BadAnswer {
  readonly item: number;
  readonly cell: string;
  readonly fault: AnswerFault;
}

export function createAnswerProblems(plan: Pick<SourcePlan, "answers" | "rules">): AnswerProblems {
  const entries = new Map<string, Entry>();
  const overflow: BadAnswer = { count: 0, spots: [] };
  const ragged = createRaggedProblems(plan.rules.onRagged);
  const repeated: { first: Spot; again: Spot }[] = [];
  let repeats = 0;
  return {
    ragged,
    bad: (item, cell, fault) => {
      const key = `${item} ${normaliseAnswer(cell.slice(0, 300))}`;
      const known = entries.get(key);
      if (known !== undefined) return known;
      if (entries.size >= REMEMBERED) return overflow;
      const entry: Entry = { item, cell: ownCopy(cell.slice(0, 100)), fault, count: 0, spots: [] };
      entries.set(key, entry);
      return entry;
    },
    repeatedId: (first, again) => {
      repeats += 1;
      if (repeated.length < SPOTS) repeated.push({ first, again });
    },
    get unknownAnswers() {
      let sum = overflow.count;
      for (const { count } of entries.values()) sum += count;
      return sum;
    },
    problems: () => [
      ...answerProblems(plan, [...entries.values()], overflow.count),
      ...ragged.problems(),
      ...(repeats === 0 ? [] : [repeatedProblem(repeated, repeats)]),
    ],
  };
}

/** Notes one more occurrence. */
export function noteAnswer(bad: BadAnswer, spot: () => Spot): void {
  bad.count += 1;
  if (bad.spots.length < SPOTS) bad.spots.push(spot());
}

function answerProblems(
  plan: Pick<SourcePlan, "answers" | "rules">,
  entries: readonly Entry[],
  overflow: number,
): readonly Problem[] {
  const severity = plan.rules.onUnknown === "missing" ? "warning" : "error";
  const sorted = [...entries].sort((a, b) => a.item - b.item || b.count - a.count || (a.cell < b.cell ? -1 : 1));
  const listed = sorted.slice(0, LISTED).map((entry) => answerProblem(entry, plan.answers[entry.item], severity));
  const rest = sorted.slice(LISTED);
  if (rest.length === 0) return listed;
  const answers = rest.reduce((sum, entry) => sum + entry.count, overflow);
  const texts = overflow > 0 ? `at least ${rest.length}` : String(rest.length);
  const message = `And ${texts} more different texts that cannot be read (${times(answers)}).`;
  return [
    ...listed,
    { code: "ANS006", severity, message, help: "Put those above right first; often the others go with them." },
  ];
}

function answerProblem(entry: Entry, table: AnswerTable | undefined, severity: Problem["severity"]): Problem {
  const { code, what, help } = wording(entry, table);
  const near = entry.fault.kind === "unknown" ? nearest(entry.cell, table) : undefined;
  const counted = severity === "warning" ? " Counted as missing." : "";
  const spot = entry.spots[0];
  return {
    code,
    severity,
    message: `Item ${table?.item ?? ""}: ${what} (${times(entry.count)}, ${linesOf(entry)}).${counted}`,
    help,
    ...(near === undefined ? {} : { suggestion: near }),
    ...(spot === undefined ? {} : { place: { file: spot.file, line: spot.line } }),
  };
}

const OR_MISSING = "or use --on-unknown missing to count such answers as missing";

function wording(entry: Entry, table: AnswerTable | undefined): { code: string; what: string; help: string } {
  const { cell, fault } = entry;
  const text = quote(cell.trim());
  switch (fault.kind) {
    case "unknown":
      return {
        code: "ANS001",
        what: `${text} is no answer on its scale`,
        help:
          table?.kind === "figure"
            ? `A figure is written like 12 or 12.5, without separators between thousands; correct it in the export, ${OR_MISSING}.`
            : `Known answers: ${(table?.shown ?? []).map((label) => quote(label)).join(", ")}. Correct the export, add the text to the scale's aliases, ${OR_MISSING}.`,
      };
    case "disagrees": {
      const stands =
        fault.code === null
          ? `has no number, and ${fault.number} is another answer`
          : `has the code ${fault.code}, not ${fault.number}`;
      return {
        code: "ANS002",
        what: `${text} contradicts itself: on this scale ${quote(asWritten(fault.label, table))} ${stands}`,
        help: `Find out which of the two was meant and correct the export, ${OR_MISSING}.`,
      };
    }
    case "ambiguous":
      return {
        code: "ANS003",
        what: `${text} can be read as a decimal or as thousands`,
        help: `Write figures without separators between thousands, ${OR_MISSING}.`,
      };
    case "decimals":
      return {
        code: "ANS004",
        what: `${text} has more than ${fault.most} decimals`,
        help: `Round it as the framework declares the figure, ${OR_MISSING}.`,
      };
    case "too large":
      return { code: "ANS005", what: `${text} is too large to be kept exactly`, help: `Check it, ${OR_MISSING}.` };
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

function repeatedProblem(repeated: readonly { first: Spot; again: Spot }[], repeats: number): Problem {
  const pairs = repeated
    .map(({ first, again }) => `${first.file}:${first.line} and ${again.file}:${again.line}`)
    .join("; ");
  const more = repeats > repeated.length ? `; and ${repeats - repeated.length} more` : "";
  return {
    code: "ANS007",
    severity: "error",
    message: `One id stands on rows with different answers: ${pairs}${more}.`,
    help: "Correct the ids, or use --on-duplicate keep (count both as people) or first (keep the first row).",
    ...(repeated[0] === undefined ? {} : { place: repeated[0].again }),
  };
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}

/** "line 4", "lines 4, 9, 12, …"; with file names where there are several. */
function linesOf(bad: BadAnswer): string {
  const several = new Set(bad.spots.map((spot) => spot.file)).size > 1;
  const lines = bad.spots.map((spot) => (several ? `${spot.file}:${spot.line}` : String(spot.line))).join(", ");
  const more = bad.count > bad.spots.length ? ", …" : "";
  return `${bad.count === 1 ? "line" : "lines"} ${lines}${more}`;
}
