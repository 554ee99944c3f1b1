import type { YAMLError } from "yaml";
import type { Fault } from "./text.ts";

interface Words {
  readonly message: string;
  readonly help: string;
}

/** Our sentences for the YAML library's error codes; a code without one keeps the library's own sentence. */
const WORDS: ReadonlyMap<string, Words> = new Map<string, Words>([
  [
    "BAD_INDENT",
    {
      message: "This line is indented differently from its neighbours.",
      help: "Lines of the same list or map begin in the same column; the lines inside begin two spaces further in.",
    },
  ],
  ["TAB_AS_INDENT", { message: "This line is indented with a tab.", help: "Indent with spaces; YAML refuses tabs." }],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    {
      message: "There is a second `key:` on one line.",
      help: "Put a text that holds a colon and a space in quotation marks, and check how the next line is indented.",
    },
  ],
  [
    "MULTILINE_IMPLICIT_KEY",
    {
      message: "A key runs over several lines.",
      help: "Check for a missing colon on this line, or put a text of several lines after `>-`.",
    },
  ],
  [
    "BAD_SCALAR_START",
    { message: "A text may not begin with this character.", help: "Put the whole text in quotation marks." },
  ],
  [
    "BAD_DQ_ESCAPE",
    {
      message: "After a backslash in double quotation marks only certain letters may follow.",
      help: "Write two backslashes, or use single quotation marks.",
    },
  ],
  [
    "BAD_ALIAS",
    { message: "This anchor or alias has no name.", help: "Put a text with `*` or `&` in quotation marks." },
  ],
  [
    "BLOCK_IN_FLOW",
    { message: "A list or map on several lines stands inside brackets.", help: "Close the bracket before it." },
  ],
]);

/** A syntax error of the YAML library, in our words. */
export function syntaxFault(error: YAMLError): Fault {
  const [start, end] = error.pos;
  // A line that begins neither with a dash nor in the column of the keys: the library misses the dash.
  const code = error.message.startsWith("Sequence item without") ? "BAD_INDENT" : error.code;
  const words = WORDS.get(code) ?? {
    message: `This is not YAML: ${sentence(error.message)}`,
    help: "Look at this line and the one before it: a colon, a quotation mark or a bracket may be missing.",
  };
  return { code: "FW007", offset: start, length: Math.max(1, end - start), ...words };
}

function sentence(text: string): string {
  const line = text.split("\n", 1)[0] ?? "";
  return `${line.charAt(0).toLowerCase()}${line.slice(1).replace(/[.:]?$/, "")}.`;
}
