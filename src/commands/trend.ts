import { Command } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import { formatWords, WAVE_FORMATS } from "../cli/formats.ts";

/** `trend AUDIT…`: several kept audits, one after another. */
export function trendCommand(context: CommandContext): Command {
  return new Command("trend")
    .description("Follow the scores of several kept audits of one framework, in the order given.")
    .argument("<audits...>", "audits as JSON, the earliest first; - reads standard input")
    .option("--by-group", "the leading score of every group, too")
    .option("-o, --output <format[:path]>", formatWords(WAVE_FORMATS), collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit trend 2024.json 2025.json 2026.json", "wave by wave"],
        ["trust-audit trend audits/*.json --by-group", "and group by group"],
        ["trust-audit trend audits/*.json -o html:trend.html", "as a page"],
      ]),
    )
    .action(async (files: readonly string[], flags: { output?: readonly string[]; byGroup?: boolean }) => {
      const { runTrend } = await import("../cli/run/trend.ts");
      context.finish(await runTrend(context.host, files, flags));
    });
}
