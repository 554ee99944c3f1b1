import type { Problem } from "../../problems/problem.ts";
import type { TableHead } from "../../response/table-head.ts";
import type { BinaryKind } from "./binary.ts";
import type { BrokenText } from "./transcode.ts";
import type { UnreadableRow } from "./unreadable-row.ts";

const ADVICE_UTF8 = 'Save the file again as UTF-8 (in a spreadsheet: "CSV UTF-8"), then read that.';

const WHOLE_AGAIN = "Download or copy it again; `gunzip -t FILE` tells whether it is whole.";

const MANY_FILES = "Give fewer files at a time, or raise the limit first: ulimit -n 4096.";

/** What the system said about a file that could not be opened or read, in a sentence and an advice. */
const SYSTEM: Readonly<Record<string, readonly [code: string, what: string, help: string]>> = {
  ENOENT: ["CSV001", "There is no such file.", "Check the name and the folder it is in."],
  ENOTDIR: ["CSV001", "There is no such file.", "Check the name and the folder it is in."],
  EISDIR: ["CSV002", "This is a folder, not a file.", "Name the CSV file in it."],
  EACCES: ["CSV003", "This file may not be read.", "Ask for permission to read it, or copy it to where you may."],
  Z_BUF_ERROR: ["CSV032", "The gzip file ends in the middle: a part of it is missing.", WHOLE_AGAIN],
  Z_DATA_ERROR: ["CSV032", "The gzip file is damaged and cannot be unpacked.", WHOLE_AGAIN],
  EMFILE: ["CSV004", "Too many files are open at once.", MANY_FILES],
  ENFILE: ["CSV004", "Too many files are open at once.", MANY_FILES],
  EPERM: ["CSV003", "This file may not be read.", "Ask for permission to read it, or copy it to where you may."],
};

/** reason: the code the system gave, such as ENOENT. line: how far it was read, from 1; where anything was. */
export function systemProblem(file: string, reason: string, line?: number): Problem {
  const [code, message, help] = SYSTEM[reason] ?? [
    "CSV004",
    `The file could not be read to its end (${reason}).`,
    "Try again; if it stays, copy the file to a local disk first.",
  ];
  return { code, severity: "error", message, help, place: line === undefined ? { file } : { file, line } };
}

export function emptyProblem(file: string, blankLines: boolean): Problem {
  const message = blankLines ? "The file holds only blank lines." : "The file is empty.";
  return {
    code: "CSV005",
    severity: "error",
    message,
    help: "Export the answers again, with a header row.",
    place: { file },
  };
}

export function binaryProblem(file: string, kind: BinaryKind): Problem {
  return {
    code: "CSV006",
    severity: "error",
    message: `This is no table that can be read: it is ${kind.what}.`,
    help: kind.help,
    place: { file },
  };
}

export function brokenTextProblem(file: string, line: number, fault: BrokenText["fault"]): Problem {
  const place = { file, line };
  if (fault === "half a character") {
    const message = "The file is UTF-16, and ends in the middle of a character: it was cut off, or a byte is missing.";
    return { code: "CSV007", severity: "error", message, help: `Export it again. ${ADVICE_UTF8}`, place };
  }
  const message = "A character on this line is not valid UTF-8, though the file begins as UTF-8.";
  const help = `${ADVICE_UTF8} If all of it is Windows-1252: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW.csv`;
  return { code: "CSV007", severity: "error", message, help, place };
}

function windows1252Warning(file: string): Problem {
  return {
    code: "CSV008",
    severity: "warning",
    message: "The file is not UTF-8; it was read as Windows-1252.",
    help: `Check that accented letters look right. ${ADVICE_UTF8}`,
    place: { file },
  };
}

/** How the text was read where the file does not say how it is written, or nothing where it does. */
export function encodingWarnings(
  file: string,
  { encoding, bom }: Pick<TableHead, "encoding" | "bom">,
): readonly Problem[] {
  if (encoding === "windows-1252") return [windows1252Warning(file)];
  return encoding === "utf-8" || bom ? [] : [utf16Warning(file)];
}

function utf16Warning(file: string): Problem {
  return {
    code: "CSV023",
    severity: "warning",
    message: "The file has no byte order mark; it was read as UTF-16, since every other byte is zero.",
    help: `Check that letters look right. ${ADVICE_UTF8}`,
    place: { file },
  };
}

function swallowedProblem(file: string, { lines }: UnreadableRow): Problem {
  return {
    code: "CSV039",
    severity: "error",
    message: `A quotation mark opens on line ${lines.fault} and closes on line ${lines.end ?? lines.fault}; between them stand what look like whole rows.`,
    help: "Delete the quotation marks if they belong to a text, or write each twice and put the whole text in quotation marks.",
    place: { file, line: lines.fault },
  };
}

export function rowProblem(file: string, row: UnreadableRow): Problem {
  if (row.fault === "swallowed rows") return swallowedProblem(file, row);
  const begins = row.lines.row === row.lines.fault ? "" : `, in the row that begins on line ${row.lines.row}`;
  const [code, message, help] = {
    "open quote": [
      "CSV009",
      `A quotation mark opens a cell here and is never closed${begins}.`,
      "Close it, or write a quotation mark inside a quoted cell twice.",
    ],
    "stray quote": [
      "CSV010",
      `A quotation mark stands where none may be${begins}.`,
      "Put the whole cell in quotation marks and write those inside it twice; or a quotation mark before this one was never closed.",
    ],
    "too long": [
      "CSV011",
      `One row takes more than 1 MB${begins}.`,
      "Most likely a quotation mark opens here and is never closed.",
    ],
  }[row.fault] as [string, string, string];
  return { code, severity: "error", message, help, place: { file, line: row.lines.fault } };
}
