import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks new FILE`: a commented framework to start from. */
export function newCommand({ host }: CommandContext): Command {
  return new Command("new")
    .description("Write a small, commented framework to start from.")
    .argument("[file]", "where to write it (default: standard output); never overwritten")
    .option("--id <id>", "its id, kebab-case", "my-framework")
    .option("--title <title>", "its title", "My framework")
    .addHelpText(
      "after",
      examples([["trust-audit frameworks new team.yaml --id team-trust", "then edit and validate it"]]),
    )
    .action(async (file: string | undefined, flags: { id: string; title: string }) => {
      const { runNew } = await import("../../cli/run/verbs.ts");
      await runNew(host, file, flags);
    });
}
