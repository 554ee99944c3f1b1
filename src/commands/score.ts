import { Command, Option } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import type { ScoreFlags } from "../cli/settings.ts";
import { DIALECTS, MARKED_ROWS } from "../response/table-head.ts";

/** `score FILE…`: exports in, an explained report out. */
export function scoreCommand(context: CommandContext): Command {
  return new Command("score")
    .description("Score survey exports (CSV, Excel) against a framework and report what the scores mean.")
    .argument("<file...>", "exports of one body of respondents: CSV, .xlsx, or either in gzip; - reads standard input")
    .requiredOption("-f, --framework <id|path>", "framework: a bundled id or a YAML file")
    .option("--by <column>", "compare the groups of this column", collect)
    .option("--id <column>", "respondent id: finds repeated rows; never printed or stored")
    .option("--audience <name>", "who answered (default: told by the wording of the columns)")
    .option("--form <id>", "a shorter form of the framework (default: told by the columns)")
    .option("--headcount <n|file>", "people who were asked; or a CSV of group,people")
    .option("--min-group <n>", "smallest group shown, 3 or more (default: 5)")
    .addOption(new Option("--dialect <name>", "survey tool that wrote the file (default: detected)").choices(DIALECTS))
    .option("--sheet <name|number>", "sheet of an Excel workbook (default: the first)")
    .addOption(
      new Option("--on-unknown <what>", "an answer that cannot be read").choices(["error", "missing"]).default("error"),
    )
    .addOption(
      new Option("--on-ragged <what>", "a row with too many or too few cells")
        .choices(["error", "skip"])
        .default("error"),
    )
    .addOption(
      new Option("--on-duplicate <what>", "one id with different answers")
        .choices(["keep", "first", "error"])
        .default("keep"),
    )
    .addOption(
      new Option("--include <rows>", "score rows that the survey tool marks; repeatable")
        .choices(MARKED_ROWS)
        .argParser(collect),
    )
    .addOption(
      new Option("--exclude <rows>", "leave out rows that look careless").choices(["careless"]).argParser(collect),
    )
    .option("--map <file>", "read columns and answers as this mapping says, and nothing else")
    .option("--accept-guesses", "take columns matched by similar text only")
    .option("--effort <n>", "effort points the plan may spend (1 low … 4 high a step)")
    .option("--seed <n>", "seed of simulated intervals (default: 20261122)")
    .option("--explain <row>", "one respondent's arithmetic, by data row; not anonymous")
    .option("-o, --output <format[:path]>", "terminal, markdown, json; repeatable", collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit score answers.csv -f trust-equation", "everyone"],
        ["trust-audit score answers.csv -f trust-equation --by department", "groups of 5 and more"],
        ["trust-audit score a.csv b.csv -f ./own.yaml -o terminal -o json:audit.json", "also keep the audit"],
        ["cat answers.csv | trust-audit score - -f distrust-symptoms -o markdown", "from a pipe"],
        ["trust-audit score answers.csv -f trust-equation --explain 12", "how row 12 was scored"],
      ]),
    )
    .action(async (files: string[], flags: ScoreFlags) => {
      const { runScore } = await import("../cli/run/verbs.ts");
      context.finish(await runScore(context.host, files, flags));
    });
}
