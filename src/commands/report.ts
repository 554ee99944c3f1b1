import { Command } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import { AUDIT_FORMATS, formatWords } from "../cli/formats.ts";

/** `report AUDIT.json`: draws a kept audit again. */
export function reportCommand(context: CommandContext): Command {
  return new Command("report")
    .description("Draw a kept audit (-o json:audit.json) again, in any format.")
    .argument("<audit>", "an audit as JSON; - reads standard input")
    .option("-o, --output <format[:path]>", formatWords(AUDIT_FORMATS), collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit report audit.json", "the report in the terminal"],
        ["trust-audit report audit.json -o markdown:report.md", "as Markdown"],
        ["trust-audit report audit.json -o html:report.html", "as a page for a browser, with charts"],
      ]),
    )
    .action(async (file: string, flags: { output?: readonly string[] }) => {
      const { runReport } = await import("../cli/run/verbs.ts");
      context.finish(await runReport(context.host, file, flags.output ?? []));
    });
}
