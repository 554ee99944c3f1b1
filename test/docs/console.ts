/** One command of a document and what it says comes of it. */
export interface DocumentedCommand {
  /** As written, without the `$`. */
  readonly text: string;
  /** Line of the document, from 1. */
  readonly line: number;
  readonly exit: number;
  /** Expected lines, as in scenarios; empty: not shown, and so not checked. */
  readonly output: readonly string[];
}

const PROMPT = /^\$ ((?:[A-Z_]+=\S+ )*trust-audit(?: .*)?)$/;
const EXIT = /^# exit (\d+)$/;

/** The `$ trust-audit …` commands of every fenced `console` block, in order, each with the lines below it. */
export function documentedCommands(markdown: string): readonly DocumentedCommand[] {
  const commands: { text: string; line: number; exit: number; output: string[] }[] = [];
  let within = false;
  for (const [at, line] of markdown.split(/\r?\n/).entries()) {
    if (line.startsWith("```")) within = line === "```console";
    else if (within) read(line, at + 1);
  }
  return commands;

  function read(line: string, number: number): void {
    const prompt = PROMPT.exec(line);
    const last = commands.at(-1);
    const exit = EXIT.exec(line);
    if (prompt?.[1] !== undefined) commands.push({ text: prompt[1], line: number, exit: 0, output: [] });
    else if (last === undefined || line.startsWith("$ ")) throw new Error(`Line ${number}: not a command of ours.`);
    else if (exit?.[1] !== undefined && last.output.length === 0) last.exit = Number(exit[1]);
    else last.output.push(line);
  }
}
