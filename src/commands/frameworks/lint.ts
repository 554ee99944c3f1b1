import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks lint FILE…`: is it good? Warnings fail too. */
export function lintCommand(context: CommandContext): Command {
  return new Command("lint")
    .description("Check framework, profile and strategy files as a careful reviewer would: warnings fail as errors do.")
    .argument("<file...>", "YAML files of frameworks, profiles or strategies")
    .addHelpText("after", examples([["trust-audit frameworks lint own.yaml", "before you ask anyone"]]))
    .action(async (files: string[]) => {
      const { checkFrameworks } = await import("../../cli/run/verbs.ts");
      context.finish(await checkFrameworks(context.host, files, "warning"));
    });
}
