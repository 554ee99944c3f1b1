import type { Framework, Item } from "../../framework/types.ts";
import type { Place, Problem } from "../../problems/problem.ts";
import { quote } from "../../problems/quote.ts";
import { suggest } from "../../problems/suggest.ts";
import { answerTable, codeAnswer } from "../answers/answers.ts";
import type { TableHead } from "../table-head.ts";
import type { Guess } from "./close.ts";
import type { ColumnFlag } from "./column-flag.ts";
import { isPersonal, personalLabel } from "./column-kinds.ts";
import { cutNote } from "./cut-headings.ts";
import { withNearest } from "./missing-figures.ts";
import { harmlessHeaders, mayBeAnswers, shownColumn } from "./shown-header.ts";

/** How many headers a message shows. */
const SHOWN = 8;
/** How people decide by hand what is not decided here. */
const DECIDE = "trust-audit map FILE -f FRAMEWORK -o mapping.yaml";

function problem(head: TableHead, code: string, text: { readonly message: string; readonly help: string }): Problem {
  return { code, severity: "error", ...text, place: headerOf(head) };
}

function headerOf(head: TableHead): Place {
  return { file: head.file, line: head.headerLine };
}

/** `column 4 ("Team")`; a personal header is fit to print, its cells are not. */
function column(head: TableHead, at: number): string {
  return `column ${shownColumn(head, at)}`;
}

function columnsOf(head: TableHead, found: readonly number[]): string {
  return found.map((at) => column(head, at)).join(" and ");
}

export function noSuchColumn(head: TableHead, flag: string, name: string): Problem {
  const near = suggest(
    name,
    head.headers.filter((header) => header !== "" && !header.includes("@") && personalLabel(header) === null),
  );
  const base = problem(head, "CSV016", {
    message: `${flag} names ${quote(name)}, but no column has this header.`,
    help: mayBeAnswers(head.headers)
      ? `The file has ${head.headers.length} columns. They are not listed: the first row may hold answers.`
      : `Columns: ${listed(head, [...head.headers.keys()])}.`,
  });
  return near === undefined ? base : { ...base, suggestion: near };
}

export function severalColumns(
  head: TableHead,
  flag: string,
  named: { readonly name: string; readonly found: readonly number[] },
): Problem {
  return problem(head, "CSV016", {
    message: `${flag} names ${quote(named.name)}, and several columns have this header: ${columnsOf(head, named.found)}.`,
    help: "Give each column a header of its own.",
  });
}

/** One column with two uses, or one use under two spellings. */
export function namedTwice(head: TableHead, name: string, [first, second]: readonly [ColumnFlag, ColumnFlag]): Problem {
  const isOneUse = isSegment(first) && isSegment(second);
  return problem(head, "CSV016", {
    message: `${quote(name)} is named both with ${first} and with ${second}.`,
    help: isOneUse
      ? "Write its name alike each time; for one use name it once."
      : "Each column has one use: people are told apart by what they share, and id and weights have columns of their own.",
  });
}

function isSegment(flag: ColumnFlag): boolean {
  return flag !== "--id" && flag !== "--weight";
}

export function personalColumn(head: TableHead, flag: Exclude<ColumnFlag, "--id">, at: number): Problem {
  const { why, help } = PERSONAL[flag];
  return problem(head, "CSV016", {
    message: `${flag} names ${column(head, at)}, which holds personal data: ${why}.`,
    help: `${help}; if it is no personal column, rename it.`,
  });
}

const PERSONAL: Readonly<Record<Exclude<ColumnFlag, "--id">, { readonly why: string; readonly help: string }>> = {
  "--by": {
    why: "its values would be printed as groups",
    help: "Group by what several people share, such as a department",
  },
  "--where": {
    why: "people would be picked out by it",
    help: "Choose by what several people share, such as a site",
  },
  "--wave": {
    why: "its values would be printed as waves",
    help: "Name the column that says in which survey a row was answered",
  },
  "--audience": {
    why: "its values would be printed as audiences",
    help: "Name the column that says which audience somebody belongs to",
  },
  "--weight": { why: "it is no weight", help: "Name the column that holds the survey weights" },
};

export function itemNamed(head: TableHead, at: number, { item, flag }: { item: string; flag: ColumnFlag }): Problem {
  return problem(head, "CSV016", {
    message: `Column ${shownColumn(head, at)} holds the answers to item ${item} and is also named with ${flag}.`,
    help: "Name another column, or rename this one if it is no item.",
  });
}

export function severalColumnsFor(head: TableHead, item: string, found: readonly number[]): Problem {
  return problem(head, "CSV017", {
    message: `Item ${item} would be read from several columns: ${columnsOf(head, found)}.`,
    help: "Rename or remove all but the one that holds its answers.",
  });
}

/** An item has columns for some of its answers. without: the answers that have none. */
export function choicesMissing(
  head: TableHead,
  item: string,
  { columns, without }: { readonly columns: readonly number[]; readonly without: readonly string[] },
): Problem {
  return problem(head, "ANS015", {
    message: `Item ${item} has a column for each answer (${columns.length === 1 ? "" : `${columns.length} columns, the first is `}${column(head, columns[0] ?? 0)}), but none for ${texts(without)}.`,
    help: "Who gave such an answer would count as not having answered: export all columns of the question, or its answers in one column.",
  });
}

export function severalItems(head: TableHead, at: number, items: readonly Item[]): Problem {
  return problem(head, "CSV018", {
    message: `The text of ${column(head, at)} belongs to several items: ${items.map((item) => item.id).join(" and ")}.`,
    help: "Put the item's id in the header, or name the audience with --audience if their wordings differ.",
  });
}

/** Items that were asked for and that no column holds. open: columns that hold nothing yet. formNote: what is said of forms, or nothing. */
export function missingItems(
  head: TableHead,
  missing: readonly Item[],
  known: {
    readonly asked: number;
    readonly open: readonly { readonly column: number; readonly header: string }[];
    readonly formNote: string;
  },
): Problem {
  const each = withNearest(head, missing, known.open);
  return problem(head, "CSV019", {
    message: `${missing.length} of ${known.asked} items have no column: ${each.join(", ")}.`,
    help: `Name these columns by item id or by the wording of the question, or decide in a mapping which they are: ${DECIDE}.${cutNote(head)}${takenForNothing(head, known.open)}${known.formNote}`,
  });
}

function takenForNothing(head: TableHead, open: readonly { readonly column: number }[]): string {
  const places = open.map(({ column }) => column);
  return places.length === 0 ? "" : ` Columns taken for nothing: ${listed(head, places)}.`;
}

/** No column matches: because the first row holds answers, or because the file is another survey's. */
export function nothingMatches(framework: Framework, head: TableHead): Problem {
  if (looksLikeAnswers(framework, head.headers)) {
    return problem(head, "CSV012", {
      message: "The first row reads like answers, not like column names.",
      help: `Put a row of column names first: item ids (${firstIds(framework)}) or the wording of the questions.`,
    });
  }
  return problem(head, "CSV020", {
    message: `No column matches an item of ${quote(framework.title)}. ${found(head)}`,
    help: `Columns are found by item id (${firstIds(framework)}) or by the wording of the question. Check the framework named with -f and the file; if both are right, decide in a mapping which column is which: ${DECIDE}.${cutNote(head)}`,
  });
}

/** Columns taken for items because their texts are close, all of a file in one problem. */
export function guessed(head: TableHead, guesses: readonly Guess[], accepted: boolean): Problem {
  const what = closeTexts(head, guesses);
  const one = guesses.length === 1;
  return accepted
    ? {
        code: "CSV022",
        severity: "warning",
        message: `${what}; taken for ${one ? "it" : "them"}, as asked.`,
        help: one ? "Check that it is the same question." : "Check that they are the same questions.",
        place: headerOf(head),
        kept: `Columns taken for items by close texts, as asked: ${guesses.map(({ item }) => item.id).join(", ")}.`,
      }
    : {
        code: "CSV021",
        severity: "error",
        message: `${what}.`,
        help: one
          ? `If it is the same question, rename the column to ${guesses[0]?.item.id}, use --accept-guesses, or decide in a mapping: ${DECIDE}.`
          : `Where they are the same questions, rename the columns to the item ids, or decide in a mapping: ${DECIDE}. If all are, use --accept-guesses.`,
        place: headerOf(head),
      };
}

function closeTexts(head: TableHead, guesses: readonly Guess[]): string {
  const alike = ({ similarity }: Guess): string => `${Math.floor(similarity * 100)} % alike`;
  const [first, ...others] = guesses;
  if (first !== undefined && others.length === 0)
    return `Column ${shownColumn(head, first.column)} is close to item ${first.item.id} (${alike(first)}), not the same`;
  const pairs = guesses.map((guess) => `${guess.item.id} ← ${column(head, guess.column)}, ${alike(guess)}`);
  return `${guesses.length} columns are close to items, not the same: ${pairs.join("; ")}`;
}

/** Without the survey tool's own columns, where there are others. */
function found(head: TableHead): string {
  const all = [...head.headers.keys()];
  const free = all.filter((at) => head.known[at] == null);
  const own =
    free.length > 0 && free.length < all.length ? ` besides the survey tool's ${all.length - free.length}` : "";
  const shown = own === "" ? all : free;
  const harmless = harmlessHeaders(head.headers, shown);
  return `Found ${shown.length} columns${own}${harmless.length === 0 ? "" : `: ${listed(head, harmless)}`}.`;
}

function firstIds(framework: Framework): string {
  const ids = framework.items.slice(0, 3).map((item) => item.id);
  return framework.items.length > ids.length ? `${ids.join(", ")}, …` : ids.join(", ");
}

/** Columns with their numbers; those without a header are passed over. */
function listed(head: TableHead, places: readonly number[]): string {
  return firstOf(places.filter((at) => head.headers[at] !== "").map((at) => shownColumn(head, at)));
}

function texts(answers: readonly string[]): string {
  return firstOf(answers.map(quote));
}

function firstOf(named: readonly string[]): string {
  const shown = named.slice(0, SHOWN).join(", ");
  return named.length > SHOWN ? `${shown} and ${named.length - SHOWN} more` : shown;
}

/** At least two cells, and at least half of those with text, are answers on one of the framework's scales or numbers. */
function looksLikeAnswers(framework: Framework, headers: readonly string[]): boolean {
  const tables = [...framework.scales].map(([id, scale]) => answerTable(id, scale));
  const texts = headers.filter((header) => header !== "" && !isPersonal(header));
  const answers = texts.filter(
    (text) =>
      /^[-+]?\d+(?:[.,]\d+)?$/.test(text) || tables.some((table) => typeof codeAnswer(table, text) === "number"),
  );
  return answers.length >= 2 && answers.length * 2 >= texts.length;
}
