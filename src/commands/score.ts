import { Command } from "commander";
import { type CommandContext, examples, typed } from "../cli/context.ts";
import { addReadingOptions } from "../cli/reading-options.ts";
import type { ScoreFlags } from "../cli/settings.ts";

/** `score FILE…`: exports in, an explained report out. */
export function scoreCommand(context: CommandContext): Command {
  const command = new Command("score")
    .description("Score survey exports (CSV, Excel) against a framework and report what the scores mean.")
    .argument(
      "[file...]",
      "exports of one body of respondents: CSV, .xlsx, or either in gzip; - reads standard input (default: those of the project file)",
    );
  addReadingOptions("score", command);
  return command
    .addHelpText(
      "after",
      examples([
        ["trust-audit score answers.csv -f trust-equation", "everyone"],
        ["trust-audit score answers.csv -f trust-equation --by department", "groups of 5 and more"],
        ["trust-audit score answers.csv -f trust-equation --by division/department --by site", "levels, and sites"],
        ["trust-audit score answers.csv -f trust-equation --by department,tenure", "every combination of both"],
        ["trust-audit score answers.csv -f trust-equation --where 'region in (North, East)'", "these people only"],
        ["trust-audit score answers.csv -f trust-equation --wave year", "the latest year, and what changed"],
        ["trust-audit score 2026.csv -f trust-equation --previous 2025.csv --id code", "change of the same people"],
        ["trust-audit score a.csv b.csv -f ./own.yaml -o terminal -o json:audit.json", "also keep the audit"],
        ["cat answers.csv | trust-audit score - -f distrust-symptoms -o markdown", "from a pipe"],
        ["trust-audit score answers.csv -f trust-equation --explain 12", "how row 12 was scored"],
      ]),
    )
    .action(async (files: string[], flags: ScoreFlags) => {
      const { runScore } = await import("../cli/run/verbs.ts");
      context.finish(await runScore(context.host, files, typed(flags, command)));
    });
}
