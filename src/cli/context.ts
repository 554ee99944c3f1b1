import type { Host } from "./host.ts";

/** What every command is given: the world, and where its exit code goes. */
export interface CommandContext {
  readonly host: Host;
  finish(exitCode: number): void;
}

/** Help text under the options: what to type, and what it does. */
export function examples(lines: readonly (readonly [command: string, says: string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  const rows = lines.map(([command, says]) =>
    width + says.length <= 72 ? `  $ ${command.padEnd(width)}  ${says}` : `  $ ${command}\n      ${says}`,
  );
  return `\nExamples:\n${rows.join("\n")}`;
}

/** The flags without those that are there by default only. */
export function typed<Flags extends object>(
  flags: Flags,
  command: { getOptionValueSource(name: string): string | undefined },
): Partial<Flags> {
  const given = Object.entries(flags).filter(([name]) => command.getOptionValueSource(name) !== "default");
  return Object.fromEntries(given) as Partial<Flags>;
}

/** Gathers a repeatable option. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
