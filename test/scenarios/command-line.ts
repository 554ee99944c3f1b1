/** One command line as a shell would read it: assignments, words, and a file for standard input. */
export interface CommandLine {
  readonly env: Readonly<Record<string, string>>;
  readonly argv: readonly string[];
  readonly stdin: string | null;
}

const PROGRAM = "trust-audit";
/** A redirection, or a run of quoted and bare parts. */
const TOKEN = /\s*(?:(<)|((?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\<])+))/y;
const PART = /'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^'"\\]+/g;

/** Reads `VAR=value trust-audit word 'quoted word' < FILE`. Throws when it is anything else. */
export function parseCommandLine(text: string): CommandLine {
  const { words, stdin } = tokenise(text);
  const program = words.findIndex((word) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word));
  if (words[program] !== PROGRAM) throw new Error(`A run calls ${PROGRAM}: ${text}`);
  const assignments = words.slice(0, program).map((word) => {
    const equals = word.indexOf("=");
    return [word.slice(0, equals), word.slice(equals + 1)];
  });
  return { env: Object.fromEntries(assignments), argv: words.slice(program + 1), stdin };
}

function tokenise(text: string): { words: string[]; stdin: string | null } {
  const words: string[] = [];
  let stdin: string | null = null;
  let redirected = false;
  const line = text.trim();
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < line.length; ) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(line);
    if (match === null) throw new Error(`Cannot read the command line from here: ${line.slice(at)}`);
    if (match[1] === "<") {
      redirected = true;
    } else if (redirected) {
      stdin = unquote(match[2] ?? "");
      redirected = false;
    } else {
      words.push(unquote(match[2] ?? ""));
    }
  }
  if (redirected) throw new Error(`A file is missing after "<": ${line}`);
  return { words, stdin };
}

function unquote(token: string): string {
  return token.replace(PART, (part) => {
    if (part.startsWith("'")) return part.slice(1, -1);
    if (part.startsWith('"')) return part.slice(1, -1).replace(/\\(["\\$`])/g, "$1");
    return part.startsWith("\\") ? part.slice(1) : part;
  });
}
