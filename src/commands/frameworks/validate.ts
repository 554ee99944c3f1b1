import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks validate FILE…`: can it be used? Errors fail, warnings are told. */
export function validateCommand(context: CommandContext): Command {
  return new Command("validate")
    .description("Check that framework files can be used; every problem at once. Warnings do not fail.")
    .argument("<file...>", "framework YAML files")
    .addHelpText("after", examples([["trust-audit frameworks validate own.yaml", "errors fail, warnings do not"]]))
    .action(async (files: string[]) => {
      const { checkFrameworks } = await import("../../cli/run/verbs.ts");
      context.finish(await checkFrameworks(context.host, files, "error"));
    });
}
