import { Command, Option } from "commander";
import { type CommandContext, collect, examples } from "../../cli/context.ts";
import { UsageError } from "../../cli/exit.ts";
import type { InstrumentFlags } from "../../cli/run/instrument.ts";
import { TARGETS } from "../../instrument/target-names.ts";

/** `frameworks export ID --to SHAPE`: a framework as something else than itself. */
export function exportCommand({ host }: CommandContext): Command {
  return new Command("export")
    .description("Write a framework in another shape: a sheet of paper, a questionnaire for a survey tool, a codebook.")
    .argument("<id|path>", "a bundled id or a YAML file")
    .addOption(new Option("--to <shape>", "what to make of it").choices(["paper", ...TARGETS]).makeOptionMandatory())
    .option("--audience <name>", "wording for this audience (needed when there are several)")
    .option("--form <id>", "a shorter form of the framework")
    .option("--segment <name=a,b,c>", "an optional question about the person; repeatable", collect)
    .option("--profile <name>", "also the supplementary questions of a sector, such as healthcare; repeatable", collect)
    .option("--language <code>", "questionnaires: language of the framework's texts, such as de (default: en)")
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
          "trust-audit frameworks export distrust-symptoms --to limesurvey-tsv --segment 'department=Sales,Service' -o survey.txt",
          "for LimeSurvey, with a question about the department",
        ],
      ]),
    )
    .action(async (reference: string, flags: InstrumentFlags) => {
      if (flags.to === "paper" && flags.language !== undefined)
        throw new UsageError("--language is for questionnaires of survey tools, not for --to paper.");
      if (flags.to === "paper") return (await import("../../cli/run/paper.ts")).runPaper(host, reference, flags);
      return (await import("../../cli/run/instrument.ts")).runInstrument(host, reference, flags);
    });
}

/** Shells complete the formats; which of them stand, and with which file, is checked when it runs. */
function outputOption(): Option {
  const option = new Option(
    "-o, --output <format[:path]>",
    "paper: markdown or html, repeatable; other shapes: the name of the file",
  ).argParser(collect);
  return option;
}
