import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks list`: what can be assessed. */
export function listCommand({ host }: CommandContext): Command {
  return new Command("list")
    .description("List the bundled frameworks and profiles, or the strategies of the plan.")
    .option("--ids", "ids only, one a line")
    .option("--strategies", "the strategies instead: level, effort, months until it shows")
    .addHelpText(
      "after",
      examples([
        ["trust-audit frameworks list", "with what each is for"],
        ["trust-audit frameworks list --strategies", "what a plan chooses from"],
      ]),
    )
    .action(async (flags: { ids?: boolean; strategies?: boolean }) => {
      const { runList } = await import("../../cli/run/verbs.ts");
      await runList(host, flags);
    });
}
