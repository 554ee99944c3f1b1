import { LONGEST_FILE } from "./limits.ts";

/** A fault of the text itself or of its YAML, at a 0-based offset. */
export interface Fault {
  readonly code: string;
  readonly offset: number;
  readonly length: number;
  readonly message: string;
  readonly help: string;
}

/** What is wrong with the text before anyone reads it as YAML: size, binary content, encoding, nothing there. */
export function faultOfText(text: string): Fault | undefined {
  if (text.length > LONGEST_FILE) {
    return fault("FW001", 0, {
      message: "The file is too large to be a framework.",
      help: "A framework is a few tens of kilobytes; at most 1 MB is read. Check that this is the right file.",
    });
  }
  const binary = text.search(/[^\P{Cc}\t\n\r\u0085]/u);
  if (binary >= 0) {
    return fault("FW002", binary, {
      message: "The file holds a control character, so it is not plain text.",
      help: "Save it as plain UTF-8 text, or check that this is the right file.",
    });
  }
  const broken = text.indexOf("\uFFFD");
  if (broken >= 0) {
    return fault("FW003", broken, {
      message: "A character here could not be read, so the file is not UTF-8.",
      help: "Save it in the encoding UTF-8, and write this character again.",
    });
  }
  return undefined;
}

/** The fault of a text in which there is nothing but blanks and comments. */
export function emptyFault(): Fault {
  return fault("FW004", 0, {
    message: "The file is empty.",
    help: "Begin from a template: `trust-audit frameworks new`.",
  });
}

function fault(code: string, offset: number, words: { message: string; help: string }): Fault {
  return { code, offset, length: 1, ...words };
}
