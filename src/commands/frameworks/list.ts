import { Command } from "commander";
import type { CommandContext } from "../../cli/context.ts";

/** `frameworks list`: what can be assessed. */
export function listCommand({ host }: CommandContext): Command {
  return new Command("list")
    .description("List the bundled frameworks.")
    .option("--ids", "ids only, one a line")
    .action(async (flags: { ids?: boolean }) => (await import("../../cli/run/verbs.ts")).runList(host, flags));
}
