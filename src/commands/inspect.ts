import { Command } from "commander";
import { type CommandContext, examples, typed } from "../cli/context.ts";
import { addReadingOptions } from "../cli/reading-options.ts";
import type { InspectFlags } from "../cli/run/inspect.ts";

/** `inspect FILE…`: how exports would be read, whatever stands against scoring them. */
export function inspectCommand(context: CommandContext): Command {
  const command = new Command("inspect")
    .description("Say how survey exports would be read: columns, answers, rows, and what stands against scoring them.")
    .argument(
      "[file...]",
      "exports of one body of respondents; - reads standard input (default: those of the project file)",
    );
  addReadingOptions("inspect", command);
  return command
    .addHelpText(
      "after",
      examples([
        ["trust-audit inspect export.csv", "what is it, and which framework fits?"],
        ["trust-audit inspect export.csv -f trust-equation", "every column, every answer, the verdict"],
        ["trust-audit inspect wave2.csv -f trust-equation --map mapping.yaml", "what has changed?"],
      ]),
    )
    .action(async (files: string[], flags: InspectFlags) => {
      const { runInspect } = await import("../cli/run/inspect.ts");
      context.finish(await runInspect(context.host, files, typed(flags, command)));
    });
}
