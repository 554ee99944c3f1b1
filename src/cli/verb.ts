/**
 * The command that the command line names: its first word that is no flag, nor the value of one of those that may stand
 * before it; undefined: none, or none that is sure.
 */
export function verbOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word, at) => !word.startsWith("-") && argv[at - 1] !== "--config");
  return argv.slice(0, Math.max(at, 0)).includes("--") ? undefined : argv[at];
}
