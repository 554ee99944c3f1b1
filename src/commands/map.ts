import { Command } from "commander";
import { type CommandContext, examples } from "../cli/context.ts";
import { addReadingOptions } from "../cli/reading-options.ts";
import type { MapFlags } from "../cli/run/map.ts";

/** `map FILE`: writes down how an export is read, to be checked, kept and held to. */
export function mapCommand(context: CommandContext): Command {
  const command = new Command("map")
    .description(
      "Write down how a survey export is read (columns, answers) as YAML, to check, keep and use with --map.",
    )
    .argument("<file>", "an export; - reads standard input");
  addReadingOptions("map", command);
  return command
    .option("-o, --output <file>", "where to write it (default: standard output); never overwritten")
    .addHelpText(
      "after",
      examples([
        ["trust-audit map export.csv -f trust-equation -o mapping.yaml", "asks where it is in doubt"],
        ["trust-audit score export.csv -f trust-equation --map mapping.yaml", "then held to it"],
      ]),
    )
    .action(async (file: string, flags: MapFlags) => {
      const { runMap } = await import("../cli/run/map.ts");
      context.finish(await runMap(context.host, file, flags));
    });
}
