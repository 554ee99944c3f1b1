import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks list`: what can be assessed. */
export function listCommand({ host }: CommandContext): Command {
  return new Command("list")
    .description("List the bundled frameworks.")
    .option("--ids", "ids only, one a line")
    .addHelpText("after", examples([["trust-audit frameworks list", "with what each is for"]]))
    .action(async (flags: { ids?: boolean }) => (await import("../../cli/run/verbs.ts")).runList(host, flags));
}
