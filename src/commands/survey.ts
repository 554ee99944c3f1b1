import { Command } from "commander";
import { type CommandContext, collect, examples } from "../cli/context.ts";
import type { SurveyFlags } from "../cli/survey/flags.ts";

/** `survey`: asks at the keyboard, or takes paper sheets, and ends in a file of answers and a report. */
export function surveyCommand(context: CommandContext): Command {
  return new Command("survey")
    .description("Ask the questions here: one person, a room that hands the keyboard round, or paper sheets.")
    .option("-f, --framework <id|path>", "framework: a bundled id or a YAML file")
    .option("--audience <name>", "who answers (needed where the framework has several)")
    .option("--form <id>", "a shorter form of the framework")
    .option("--segment <name[=a,b,c]>", "also ask, optionally, for a department or the like; repeatable", collect)
    .option(
      "--profile <name>",
      "sector, or culture:context=high,…: weighs the advice, adds questions; repeatable",
      collect,
    )
    .option("--context <key=value>", "answer about the whole survey, such as breach=integrity; repeatable", collect)
    .option("--participants <n>", "hand the keyboard round; nobody sees what another said")
    .option("--consensus", "one answer for the room, with notes and shows of hands")
    .option("--shuffle", "ask in another order at each seat")
    .option("--seed <n>", "seed of --shuffle (default: by chance; kept in the journal)")
    .option("--resume <file>", "go on with the journal of an interrupted survey")
    .option("--answers <file>", "read sheets from a file, one a line; - reads standard input")
    .option("--entry", "type paper sheets in")
    .option("--data <file>", "name of the CSV of answers; the other files stand beside it")
    .option("--keep-journal", "keep the journal at the end, without asking")
    .option("--delete-journal", "delete the journal at the end, without asking")
    .option("--screen-reader", "plain lines, nothing redrawn")
    .option("--min-group <n>", "smallest group shown, 3 or more (default: 5)")
    .option("-o, --output <format[:path]>", "instead of a report and an audit beside the CSV; repeatable", collect)
    .addHelpText(
      "after",
      examples([
        ["trust-audit survey -f distrust-symptoms", "answer it yourself"],
        ["trust-audit survey -f trust-equation --audience employees --participants 20", "twenty people, one keyboard"],
        ["trust-audit survey -f trust-equation --audience employees --consensus", "one answer for the room"],
        ["trust-audit survey -f distrust-symptoms --entry --segment department=Sales,Service", "type paper sheets in"],
        ["trust-audit survey --resume distrust-symptoms-2026-11-22.journal", "go on after an interruption"],
      ]),
    )
    .action(async (flags: SurveyFlags) => {
      const { runSurvey } = await import("../cli/run/survey.ts");
      context.finish(await runSurvey(context.host, flags));
    });
}
