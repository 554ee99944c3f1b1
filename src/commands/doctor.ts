import { Command } from "commander";
import { type CommandContext, examples } from "../cli/context.ts";

/** `doctor`: what is there, and whether it is whole. */
export function doctorCommand(context: CommandContext): Command {
  return new Command("doctor")
    .description("Say what this installation has and how it sees your terminal.")
    .addHelpText("after", examples([["trust-audit doctor", "when something looks wrong"]]))
    .action(async () => context.finish(await (await import("../cli/run/verbs.ts")).runDoctor(context.host)));
}
