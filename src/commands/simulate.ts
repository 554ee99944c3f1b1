import { Command, Option } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import type { SimulateFlags } from "../cli/run/simulate.ts";
import { DIALECTS } from "../response/table-head.ts";

/** `simulate`: an export of made-up answers, as a survey tool would write it. */
export function simulateCommand(context: CommandContext): Command {
  return new Command("simulate")
    .description("Write a survey export of made-up people, to try things out: nobody gave these answers.")
    .requiredOption("-f, --framework <id|path>", "framework: a bundled id or a YAML file")
    .option("--n <n>", "people who finish, 1 to 1000000")
    .option("--seed <n>", "same seed, same people (default: 20261122)")
    .addOption(
      new Option("--dialect <name>", "survey tool whose export to write; microsoft-forms as CSV, not as a workbook")
        .choices(DIALECTS)
        .default("plain"),
    )
    .option(
      "--audience <name[=n]>",
      "whose wording to ask in (default: the first); with a number, repeatable: several in one table",
      collect,
    )
    .option("--form <id>", "a shorter form of the framework")
    .option("--profile <name>", "also the supplementary questions of a sector, such as healthcare; repeatable", collect)
    .option(
      "--segment <name=a,b,c>",
      "also a question about the person, largest group first; repeatable (default: department and tenure)",
      collect,
    )
    .addOption(
      new Option("--answers <how>", "answers as words or numbers (default: as the tool does)").choices([
        "labels",
        "codes",
      ]),
    )
    .option(
      "--level <[name=]n>",
      "how well things stand on average, 0 to 100 (default: 55); repeatable by audience",
      collect,
    )
    .option("--spread <n>", "standard deviation between people, 0 to 50 (default: 14)")
    .option("--missing <percent>", "questions left open, 0 to 60 in 100 (default: 3)")
    .option("--clean", "no previews, no unfinished rows, no personal columns")
    .addHelpText(
      "after",
      examples([
        ["trust-audit simulate -f trust-equation --n 120 > people.csv", "a spreadsheet of 120 people"],
        ["trust-audit simulate -f trust-equation --n 120 --dialect qualtrics > q.csv", "as Qualtrics exports it"],
        [
          "trust-audit simulate -f trust-journey --audience customers=40 --audience employees=25 > j.csv",
          "two audiences",
        ],
        ["trust-audit simulate -f distrust-symptoms --n 60 --segment site=Works,Depot > s.csv", "two sites"],
        ["trust-audit simulate -f trust-equation --n 50 | trust-audit score - -f trust-equation", "scored at once"],
      ]),
    )
    .action(async (flags: SimulateFlags) => {
      const { runSimulate } = await import("../cli/run/simulate.ts");
      await runSimulate(context.host, flags);
    });
}
