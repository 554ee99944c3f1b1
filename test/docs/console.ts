/** A piece of a YAML file, as it stands in a fenced block whose first line is three backticks, `yaml` and the file's name. */
export interface WrittenPiece {
  readonly file: string;
  readonly text: string;
}

/** One command of a document and what it says comes of it. */
export interface DocumentedCommand {
  /** As written, without the `$` and without `> FILE`. */
  readonly text: string;
  /** Line of the document, from 1. */
  readonly line: number;
  readonly exit: number;
  /** Expected lines, as in scenarios; empty: not shown, and so not checked. */
  readonly output: readonly string[];
  /** Where its standard output goes; null: to the screen. */
  readonly to: string | null;
  /** What the reader has written since the command before it. */
  readonly pieces: readonly WrittenPiece[];
}

const PROMPT = /^\$ ((?:[A-Z_]+=\S+ )*trust-audit(?: .*?)?)(?: > ([\w.-]+))?$/;
const EXIT = /^# exit (\d+)$/;
const WRITTEN = /^```yaml ([\w.-]+)$/;

/**
 * The `$ trust-audit …` commands of every fenced `console` block, in order, each with the lines below it and with the
 * pieces of files that stand before it. A piece after the last command is never tried, which is an error.
 */
export function documentedCommands(markdown: string): readonly DocumentedCommand[] {
  const commands: (DocumentedCommand & { exit: number; output: string[] })[] = [];
  let pieces: { file: string; text: string }[] = [];
  let within: "console" | "piece" | "other" | null = null;
  for (const [at, line] of markdown.split(/\r?\n/).entries()) {
    if (line.startsWith("```")) within = within === null ? opened(line) : null;
    else if (within === "console") read(line, at + 1);
    else if (within === "piece") pieces.at(-1)!.text += `${line}\n`;
  }
  if (pieces.length > 0) throw new Error(`No command tries what is written to ${pieces[0]?.file}.`);
  return commands;

  function opened(line: string): "console" | "piece" | "other" {
    const file = WRITTEN.exec(line)?.[1];
    if (file === undefined) return line === "```console" ? "console" : "other";
    pieces.push({ file, text: "" });
    return "piece";
  }

  function read(line: string, number: number): void {
    const [, text, to = null] = PROMPT.exec(line) ?? [];
    const last = commands.at(-1);
    const exit = EXIT.exec(line);
    if (text !== undefined) {
      commands.push({ text, line: number, exit: 0, output: [], to, pieces });
      pieces = [];
    } else if (last === undefined || line.startsWith("$ ")) throw new Error(`Line ${number}: not a command of ours.`);
    else if (exit?.[1] !== undefined && last.output.length === 0) last.exit = Number(exit[1]);
    else last.output.push(line);
  }
}
