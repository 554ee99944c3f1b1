/**
 * The project file that the command line names, before commands are known: as other flags for every command, it may stand
 * anywhere. A path; false: none is wanted; undefined: nothing is said.
 */
export function configOf(argv: readonly string[]): string | false | undefined {
  let config: string | false | undefined;
  for (const [at, word] of argv.entries()) {
    if (word === "--") break;
    if (word === "--no-config") config = false;
    else if (word === "--config") config = argv[at + 1];
    else if (word.startsWith("--config=")) config = word.slice("--config=".length);
  }
  return config;
}
