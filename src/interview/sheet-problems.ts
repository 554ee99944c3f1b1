import { capital } from "../problems/capital.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { suggest } from "../problems/suggest.ts";
import { nameOf } from "./sheet.ts";
import type { ItemQuestion, SegmentQuestion } from "./types.ts";

/** A problem in a line that has no file yet: its column counts from 1, its length in UTF-16 units. */
export type SheetProblem = Omit<Problem, "place"> & { readonly column: number; readonly length: number };

/** A part of the line. */
export interface Spot {
  readonly column: number;
  readonly text: string;
}

const NOTATION = "One sign a question: a digit, - blank, n not applicable, d don't know. One question by name: C1=4.";

function error(spot: Spot, problem: Omit<Problem, "place" | "severity">): SheetProblem {
  return { severity: "error", ...problem, column: spot.column, length: Math.max(1, spot.text.length) };
}

export function noAnswer(spot: Spot): SheetProblem {
  return error(spot, { code: "SL001", message: `${quote(spot.text)} cannot be read as answers.`, help: NOTATION });
}

export function noValue(spot: Spot): SheetProblem {
  const help = "Write the answer directly behind it: C1=4, department=Sales. What was left blank needs nothing.";
  return error(spot, { code: "SL001", message: `Nothing stands behind ${quote(spot.text)}.`, help });
}

export function outsideScale(spot: Spot, item: ItemQuestion): SheetProblem {
  return error(spot, {
    code: "SL002",
    message: `${quote(spot.text)} is no answer to ${nameOf(item)}.`,
    help: `Its answers are ${answersOf(item)}; - blank, n not applicable, d don't know.`,
  });
}

/** "1 to 5" where the codes have no gap. */
function answersOf({ scale }: ItemQuestion): string {
  if (scale.kind === "figure") return "figures";
  const { points, min, max } = scale;
  const isUnbroken = points.length === max - min + 1;
  const end = max === 10 ? "10 (or t)" : String(max);
  return isUnbroken ? `${min} to ${end}` : points.map(({ code }) => code).join(", ");
}

export function signAmbiguous(spot: Spot, item: ItemQuestion): SheetProblem {
  return error(spot, {
    code: "SL002",
    message: `${quote(spot.text)} can be a blank or a minus sign at ${nameOf(item)}.`,
    help: `For a blank put a space behind it. A negative answer is given by name, anywhere in the line: ${item.id}=-1, with a - and a space in its place.`,
  });
}

export function tooMany(spot: Spot, items: number): SheetProblem {
  return error(spot, {
    code: "SL003",
    message: `The sheet has ${items} questions, and this is one answer more.`,
    help: "Look for an answer typed twice, or a sign too many before this place.",
  });
}

export function twice(spot: Spot, item: ItemQuestion, before: number): SheetProblem {
  return error(spot, {
    code: "SL004",
    message: `The answer to ${nameOf(item)} stands here and in column ${before}.`,
    help: "Keep the one that is on the sheet.",
  });
}

export function saidTwice(spot: Spot, what: string, before: number): SheetProblem {
  const message = `${what} stands here and in column ${before}.`;
  return error(spot, { code: "SL004", message, help: "Keep one of the two." });
}

export function unknownName(spot: Spot, known: readonly string[]): SheetProblem {
  const suggestion = suggest(spot.text, known);
  return error(spot, {
    code: "SL005",
    message: `No question and no segment is called ${quote(spot.text)}.`,
    help: "Use a question's number on the sheet or its id, or a segment's name.",
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

export function unknownOption(spot: Spot, segment: SegmentQuestion): SheetProblem {
  const suggestion = suggest(spot.text, segment.options);
  return error(spot, {
    code: "SL006",
    message: `${quote(spot.text)} is none of the choices for ${quote(segment.name)}.`,
    help: `Choose one of: ${segment.options.map((option) => (/\s/.test(option) ? `"${option}"` : option)).join(", ")}. Leave it out where the sheet is blank.`,
    ...(suggestion === undefined ? {} : { suggestion }),
  });
}

export function wrongCheck(spot: Spot, check: number): SheetProblem {
  return error(spot, {
    code: "SL007",
    message: `The check digit of these answers is ${check}, not ${spot.text.slice(1)}.`,
    help: "Compare the answers with the sheet one by one; then add up the sheet again.",
  });
}

export function sheetTwice(spot: Spot, line: number | null): SheetProblem {
  return error(spot, {
    code: "SL008",
    message: `Sheet ${spot.text.slice(1)} ${line === null ? "was typed in before" : `stands in line ${line} too`}.`,
    help: "Each sheet counts once: leave the second one out, or correct its number.",
  });
}

export function noSuchNumber(spot: Spot, items: number): SheetProblem {
  return error(spot, {
    code: "SL009",
    message: `There is no question ${Number.parseInt(spot.text, 10)}.`,
    help: `They are numbered from 1 to ${items}, as on the sheet.`,
  });
}

export function figureInRun(spot: Spot, item: ItemQuestion): SheetProblem {
  return error(spot, {
    code: "SL010",
    message: `${capital(nameOf(item))} is a figure, which one sign cannot give.`,
    help: `Type - in its place, and ${item.id}=12.5 with the figure anywhere in the line.`,
  });
}

export function noFigure(spot: Spot, item: ItemQuestion, why: string): SheetProblem {
  return error(spot, { code: "SL010", message: `${quote(spot.text)} is no figure for ${nameOf(item)}.`, help: why });
}

export function onlyConsensus(spot: Spot): SheetProblem {
  return error(spot, {
    code: "SL011",
    message: "Notes and shows of hands belong to a consensus.",
    help: "A person's comment stands behind //, at the end of the line.",
  });
}

export function badHands(spot: Spot, item: ItemQuestion, why: string): SheetProblem {
  return error(spot, {
    code: "SL011",
    message: `${quote(spot.text)} is no show of hands on ${nameOf(item)}: ${why}.`,
    help: "Write the people for each answer with commas between, from the lowest to the highest: 0,2,5,8,1. Leave it out where no hands were shown.",
  });
}

export function badQuotes(column: number): SheetProblem {
  return error(
    { column, text: '"' },
    {
      code: "SL012",
      message: "A quotation mark opens here, and its word does not end with another.",
      help: 'Close it at the end of the word; a quotation mark inside is written twice: "".',
    },
  );
}

export function badMark(spot: Spot): SheetProblem {
  const help = "Write @17 for the number of the sheet and =7 for its check digit, which is one digit.";
  return error(spot, {
    code: "SL013",
    message: `${quote(spot.text)} is no number of a sheet and no check digit.`,
    help,
  });
}

export function endsEarly(spot: Spot, items: number): SheetProblem {
  return {
    ...error(spot, {
      code: "SL014",
      message: `The line ends before question ${spot.text} of ${items}.`,
      help: "Check that no sign is missing; type - for each question left blank.",
    }),
    severity: "warning",
    length: 1,
  };
}
