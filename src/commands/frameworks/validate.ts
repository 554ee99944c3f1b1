import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks validate FILE…`: can it be used? Errors fail, warnings are told. */
export function validateCommand(context: CommandContext): Command {
  return new Command("validate")
    .description(
      "Check that framework, profile and strategy files can be used; every problem at once. Warnings do not fail.",
    )
    .argument("<file...>", "YAML files of frameworks, profiles or strategies")
    .addHelpText("after", examples([["trust-audit frameworks validate own.yaml", "errors fail, warnings do not"]]))
    .action(async (files: string[]) => {
      const { checkFrameworks } = await import("../../cli/run/verbs.ts");
      context.finish(await checkFrameworks(context.host, files, "error"));
    });
}
