import { Command, Option } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import { READING_OPTIONS } from "../cli/reading-options.ts";
import type { InspectFlags } from "../cli/run/inspect.ts";

/** `inspect FILE…`: how exports would be read, whatever stands against scoring them. */
export function inspectCommand(context: CommandContext): Command {
  const command = new Command("inspect")
    .description("Say how survey exports would be read: columns, answers, rows, and what stands against scoring them.")
    .argument("<file...>", "exports of one body of respondents; - reads standard input")
    .option("-f, --framework <id|path>", "framework: a bundled id or a YAML file (default: the bundled one that fits)");
  for (const { flags, says, choices, hasDefault, repeatable } of READING_OPTIONS) {
    const option = new Option(flags, says);
    if (choices !== undefined) option.choices(choices);
    if (hasDefault === true) option.default(choices?.[0]);
    command.addOption(repeatable === true ? option.argParser(collect) : option);
  }
  return command
    .option("--map <file>", "hold them against this mapping")
    .option("--min-group <n>", "smallest group shown, 3 or more (default: 5)")
    .option("-o, --output <format[:path]>", "terminal, markdown, json; repeatable", collect)
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
      context.finish(await runInspect(context.host, files, flags));
    });
}
