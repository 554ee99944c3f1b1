import type { Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { EVERYBODYS } from "../answers/unreadable.ts";
import { inWhere } from "../asked/where-tokens.ts";
import { isPersonalText } from "../columns/personal-text.ts";
import { ownCopy } from "../own-copy.ts";
import type { AnswerTable, PlannedAudience, ReadingRules } from "../source-plan.ts";
import type { Spot } from "../spot.ts";

/** Collects rows that do not say whose they are, or say it wrongly. */
export interface AudienceProblems {
  /** A text that names no audience whose questions the file holds; "": blank. */
  unknown(row: UnknownAudience): void;
  /** A row of another audience than the only one. */
  other(row: OtherAudience): void;
  /** An answer to an item that the row's audience is not asked; it counts for nothing. */
  unasked(item: number, at: { readonly file: string; line(): number }): void;
  problems(): readonly Problem[];
}

interface UnknownAudience {
  readonly text: string;
  readonly header: string;
  readonly known: readonly string[];
  /** The framework has it, and the file does not hold its questions. */
  readonly isElsewhere: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly spot: () => Spot;
}

interface OtherAudience {
  readonly id: string;
  readonly said: NonNullable<PlannedAudience["only"]>["said"];
  readonly header: string;
  readonly found: string;
  readonly spot: () => Spot;
}

/** Rows of one kind: the first of them, and how many. */
interface Rows<T> {
  readonly first: T;
  readonly place: Spot;
  count: number;
}

/** Different texts told apart, and listed. */
const REMEMBERED = 100;
const LISTED = 5;

export function createAudienceProblems(plan: {
  readonly rules: Pick<ReadingRules, "onUnknown">;
  readonly answers: readonly Pick<AnswerTable, "item">[];
}): AudienceProblems {
  const unknown = new Map<string, Rows<UnknownAudience>>();
  const others = new Map<string, Rows<OtherAudience>>();
  const items = new Map<number, number>();
  let firstUnasked: Spot | null = null;
  const note = <T extends { readonly spot: () => Spot }>(rows: Map<string, Rows<T>>, key: string, row: T): void => {
    const met = rows.get(key);
    if (met !== undefined) met.count += 1;
    else if (rows.size < REMEMBERED) rows.set(ownCopy(key), { first: row, place: row.spot(), count: 1 });
  };
  return {
    unknown: (row) => note(unknown, `${row.header} ${row.text.slice(0, 100).toLowerCase()}`, row),
    other: (row) => note(others, row.found, row),
    unasked: (item, { file, line }) => {
      firstUnasked ??= { file, line: line() };
      items.set(item, (items.get(item) ?? 0) + 1);
    },
    problems: () => [
      ...unknownProblems([...unknown.values()], plan.rules.onUnknown),
      ...otherProblems([...others.values()]),
      ...(firstUnasked === null
        ? []
        : [
            unaskedProblem(
              [...items.keys()].sort((a, b) => a - b).map((at) => plan.answers[at]?.item ?? ""),
              firstUnasked,
            ),
          ]),
    ],
  };
}

function unknownProblems(met: readonly Rows<UnknownAudience>[], rule: ReadingRules["onUnknown"]): readonly Problem[] {
  const [first] = met;
  if (rule === "error" && first !== undefined)
    return [...met.slice(0, LISTED).map(unknownProblem), ...(met.length > LISTED ? [tooManyNames(first)] : [])];
  if (first === undefined) return [];
  const rows = met.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      code: "SC025",
      severity: "warning",
      message: `${first.first.header}: ${rowsLeft(rows)} out with the incomplete ones, because nothing tells whose answers they hold.`,
      help: `Audiences whose questions the file holds: ${first.first.known.join(", ")}.`,
      place: first.place,
      kept: "Rows that did not say who answered were left out with the incomplete ones.",
    },
  ];
}

/** More than slips of the pen: it is another column. */
function tooManyNames({ first, place }: Rows<UnknownAudience>): Problem {
  return {
    code: "SC025",
    severity: "error",
    message: `${first.header} holds more texts that name no audience: it may be another column.`,
    help: `Name with --audience the column that holds ${first.known.join(", ")}.`,
    place,
    kept: "A column holds texts that name no audience.",
  };
}

function rowsLeft(rows: number): string {
  return rows === 1 ? "1 row is left" : `${rows} rows are left`;
}

function unknownProblem({ first, place, count }: Rows<UnknownAudience>): Problem {
  const { text, header, known, isElsewhere, names } = first;
  const more = count === 1 ? "" : ` (on ${count} rows)`;
  const near = text === "" || isElsewhere ? undefined : suggest(text, [...names.keys()]);
  const suggestion = near === undefined ? undefined : names.get(near);
  // What a few have written is their own words, unless it is all but the name of an audience.
  const isNear = near !== undefined && wordsIn(text) === wordsIn(near);
  const isQuoted = (count >= EVERYBODYS || isNear) && !isPersonalText(text);
  const message =
    text === ""
      ? `${header} is blank${more}, so that nothing tells whose answers these are.`
      : isElsewhere
        ? `${header} says ${quote(text)}${more}, but the file does not hold the questions of this audience.`
        : `${header} names no audience of the framework${more}${isQuoted ? `: ${quote(text)}` : ""}.`;
  return {
    code: "SC025",
    severity: "error",
    message,
    help: `Known: ${known.join(", ")}. --on-unknown missing leaves such rows out.`,
    ...(suggestion === undefined ? {} : { suggestion }),
    place,
    kept: "Rows do not say who answered them.",
  };
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

/** All rows of other audiences in one. */
function otherProblems(met: readonly Rows<OtherAudience>[]): readonly Problem[] {
  const [one] = met;
  if (one === undefined) return [];
  const rows = met.reduce((sum, { count }) => sum + count, 0);
  return [otherProblem(one, rows)];
}

function otherProblem({ first, place }: Rows<OtherAudience>, rows: number): Problem {
  const { id, said, header, found } = first;
  const more = rows === 1 ? "" : ` (${rows} rows say another audience)`;
  const by = `${said} says ${id}`;
  const column = inWhere(header);
  return {
    code: "SC028",
    severity: "error",
    message: `${header} says ${found} on this row${more}, and ${by} for all rows.`,
    help: `To score these people alone, add --where '${column} = ${inWhere(id)}'; to score several audiences side by side, use --audience ${column}.`,
    place,
  };
}

function unaskedProblem(items: readonly string[], place: Spot): Problem {
  const shown = items.slice(0, 5).join(", ");
  const more = items.length > 5 ? ` and ${items.length - 5} more` : "";
  return {
    code: "SC029",
    severity: "warning",
    message: `Rows hold answers to items that their audience is not asked: ${shown}${more}. These answers count for nothing.`,
    help: "Check that the column of audiences says who answered, and that the columns are those of the right items.",
    place,
    kept: `Answers to items that the audience is not asked were passed over: ${shown}${more}.`,
  };
}
