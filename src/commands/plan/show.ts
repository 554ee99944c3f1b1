import { Command } from "commander";
import { type CommandContext, collect, examples } from "../../cli/context.ts";
import { formatWords, PAGE_FORMATS } from "../../cli/formats.ts";

/** `plan show AUDIT`: what to do first, and why in this order. */
export function showCommand(context: CommandContext): Command {
  return new Command("show")
    .description("Show the plan of a kept audit alone.")
    .argument("<audit>", "an audit as JSON; - reads standard input")
    .option("-o, --output <format[:path]>", formatWords(PAGE_FORMATS), collect)
    .addHelpText("after", examples([["trust-audit plan show audit.json", "the steps, and why in this order"]]))
    .action(async (file: string, flags: { output?: readonly string[] }) => {
      const { runPlanShow } = await import("../../cli/run/plan.ts");
      context.finish(await runPlanShow(context.host, file, flags.output ?? []));
    });
}
