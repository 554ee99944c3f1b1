import { Command, Option } from "commander";
import { type CommandContext, collect, examples } from "../../cli/context.ts";
import type { PaperFlags } from "../../cli/run/paper.ts";

/** `frameworks export ID --to paper`: a framework as something else than itself. */
export function exportCommand({ host }: CommandContext): Command {
  return new Command("export")
    .description("Write a framework in another shape: the sheet of paper that people fill in by hand.")
    .argument("<id|path>", "a bundled id or a YAML file")
    .addOption(new Option("--to <shape>", "what to make of it").choices(["paper"]).makeOptionMandatory())
    .option("--audience <name>", "wording for this audience (needed when there are several)")
    .option("--form <id>", "a shorter form of the framework")
    .option("--segment <name=a,b,c>", "an optional question about the person; repeatable", collect)
    .addOption(outputOption())
    .addHelpText(
      "after",
      examples([
        ["trust-audit frameworks export distrust-symptoms --to paper", "as Markdown"],
        [
          "trust-audit frameworks export trust-equation --to paper --audience customers -o html:sheet.html",
          "for the printer",
        ],
        [
          "trust-audit frameworks export distrust-symptoms --to paper --segment 'department=Sales,Service' -o html:sheet.html",
          "with a question about the department",
        ],
      ]),
    )
    .action(async (reference: string, flags: PaperFlags) => {
      const { runPaper } = await import("../../cli/run/paper.ts");
      await runPaper(host, reference, flags);
    });
}

/** Shells complete the formats; which of them stand, and with which file, is checked when it runs. */
function outputOption(): Option {
  const option = new Option("-o, --output <format[:path]>", "how to write it; repeatable").argParser(collect);
  option.argChoices = ["markdown", "html"];
  return option;
}
