import { Command, Option } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import { type InitFlags, PIPELINES } from "../cli/init/wishes.ts";

/** `init [FOLDER]`: a project file, a mapping, gates and a pipeline, asked for at a terminal or by flags. */
export function initCommand(context: CommandContext): Command {
  return new Command("init")
    .description("Start a project that scores and checks by itself: asks five questions at a terminal, or takes flags.")
    .argument("[folder]", "where the project lives", ".")
    .option("--data <file>", "the export, or a pattern such as 'exports/*.csv'")
    .option("-f, --framework <id|path>", "framework: a bundled id or a YAML file")
    .option("--audience <name|column>", "who answered, or the column that says it")
    .option("--by <column>", "compare groups, as score does; repeatable", collect)
    .option("--headcount <n|file>", "people who were asked; or a CSV of group,people")
    .option("--id <column>", "respondent id: finds repeated rows; never printed or stored")
    .option("--title <text>", "title of the reports")
    .addOption(new Option("--pipeline <system>", "what runs it every month").choices(PIPELINES))
    .option("--force", "replace files that are there already")
    .option("--run", "then score and check for the first time")
    .addHelpText(
      "after",
      examples([
        ["trust-audit init", "asks, and writes into this folder"],
        [
          "trust-audit init --data 'exports/*.csv' -f trust-equation --by department --pipeline github",
          "without asking",
        ],
        ["trust-audit init survey --data survey/staff.csv -f trust-equation --run", "and shows the first result"],
      ]),
    )
    .action(async (folder: string, flags: InitFlags) => {
      const { runInit } = await import("../cli/run/init.ts");
      context.finish(await runInit(context.host, folder, flags));
    });
}
