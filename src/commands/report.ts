import { Command } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";

/** `report AUDIT.json`: draws a kept audit again. */
export function reportCommand(context: CommandContext): Command {
  return new Command("report")
    .description("Draw a kept audit (-o json:audit.json) again, in any format.")
    .argument("<audit>", "an audit as JSON; - reads standard input")
    .option("-o, --output <format[:path]>", "terminal, markdown, json; repeatable", collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit report audit.json", "the report in the terminal"],
        ["trust-audit report audit.json -o markdown:report.md", "as Markdown"],
      ]),
    )
    .action(async (file: string, flags: { output?: readonly string[] }) => {
      const { runReport } = await import("../cli/run/verbs.ts");
      context.finish(await runReport(context.host, file, flags.output ?? []));
    });
}
