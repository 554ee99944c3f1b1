/** What may follow: fixed words, files, a framework (id or file), an output (`FORMAT` or `FORMAT:FILE`), or anything. */
export type Value = readonly string[] | "file" | "framework" | "output" | "anything";

/** A command of the tree, as a shell needs to know it. */
export interface CommandWords {
  readonly name: string;
  /** One line. */
  readonly about: string;
  /** Its own and those it inherits. */
  readonly options: readonly OptionWords[];
  readonly arguments: readonly ArgumentWords[];
  readonly commands: readonly CommandWords[];
}

export interface OptionWords {
  /** As typed: `-f`, `--framework`. */
  readonly names: readonly string[];
  readonly about: string;
  /** Null: a switch without a value. */
  readonly value: Value | null;
  readonly repeatable: boolean;
}

export interface ArgumentWords {
  readonly value: Value;
  /** Any number of them may follow. */
  readonly repeats: boolean;
}

/** The shell asks the program for the ids, so that they are always those of the installed version. */
export const FRAMEWORK_IDS = "trust-audit frameworks list --ids 2>/dev/null";

/** A command, and where it stands in the tree: `trust-audit frameworks list`. */
export interface PlacedCommand {
  readonly path: string;
  readonly command: CommandWords;
}

/** The command and everything under it, parents first. */
export function placed(command: CommandWords, above = ""): readonly PlacedCommand[] {
  const path = above === "" ? command.name : `${above} ${command.name}`;
  return [{ path, command }, ...command.commands.flatMap((child) => placed(child, path))];
}
