import { Command, CommanderError } from "commander";
import { type CommandContext, examples } from "./cli/context.ts";
import { EXIT } from "./cli/exit.ts";
import { checkCommand } from "./commands/check.ts";
import { compareCommand } from "./commands/compare.ts";
import { completionCommand } from "./commands/completion.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { diffCommand } from "./commands/frameworks/diff.ts";
import { exportCommand } from "./commands/frameworks/export.ts";
import { lintCommand } from "./commands/frameworks/lint.ts";
import { listCommand } from "./commands/frameworks/list.ts";
import { newCommand } from "./commands/frameworks/new.ts";
import { schemaCommand } from "./commands/frameworks/schema.ts";
import { showCommand } from "./commands/frameworks/show.ts";
import { validateCommand } from "./commands/frameworks/validate.ts";
import { initCommand } from "./commands/init.ts";
import { inspectCommand } from "./commands/inspect.ts";
import { mapCommand } from "./commands/map.ts";
import { planCommand } from "./commands/plan.ts";
import { reportCommand } from "./commands/report.ts";
import { scoreCommand } from "./commands/score.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { surveyCommand } from "./commands/survey.ts";
import { trendCommand } from "./commands/trend.ts";
import { version } from "./version.ts";

/** What makes each command, in the order in which help tells of them. */
const COMMANDS: ReadonlyMap<string, (context: CommandContext, program: () => Command) => Command> = new Map([
  ["frameworks", frameworksCommand],
  ["init", initCommand],
  ["survey", surveyCommand],
  ["score", scoreCommand],
  ["inspect", inspectCommand],
  ["map", mapCommand],
  ["report", reportCommand],
  ["check", checkCommand],
  ["compare", compareCommand],
  ["trend", trendCommand],
  ["plan", planCommand],
  ["simulate", simulateCommand],
  ["doctor", doctorCommand],
  ["completion", completionCommand],
]);

/**
 * The command tree. Heavy rooms are loaded by the commands when they run.
 * @param verb the command that is asked for, where that is known: it alone is made, but for completion, which tells of all
 */
export function createProgram(context: CommandContext, verb?: string): Command {
  const program = new Command("trust-audit")
    .description(
      "Diagnose trust: score survey answers against an assessment framework,\nwith intervals, findings and a first plan.",
    )
    .version(version, "-V, --version", "print the version")
    .option("--no-color", "plain text (NO_COLOR does the same)")
    .option("--config <file>", "project file (default: the nearest trust-audit.yaml, from here upwards)")
    .option("--no-config", "no project file")
    .option("--quiet", "no notes on stderr, errors only")
    .option("--debug", "details when the program itself fails, and which engine read a file")
    .helpOption("-h, --help", "help for a command")
    .helpCommand("help [command]", "help for a command")
    .showSuggestionAfterError(true)
    .addHelpText(
      "after",
      examples([
        ["trust-audit frameworks list", "what can be assessed"],
        ["trust-audit survey -f distrust-symptoms", "answer it here"],
        ["trust-audit score answers.csv -f trust-equation", "score an export"],
        ["trust-audit score answers.csv -f trust-equation --by department", "and compare groups"],
      ]),
    );
  const only = verb === undefined || verb === "completion" ? undefined : COMMANDS.get(verb);
  for (const make of only === undefined ? COMMANDS.values() : [only]) program.addCommand(make(context, () => program));
  for (const command of withDescendants(program)) {
    command.exitOverride();
    command.showHelpAfterError("Add --help to see what it takes, with examples.");
    command.configureOutput({
      writeOut: (text) => context.host.stdout.write(text),
      writeErr: (text) => context.host.stderr.write(text),
      getOutHelpWidth: () => Math.min(context.host.width, 100),
      getErrHelpWidth: () => Math.min(context.host.width, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  }
  return program;
}

function frameworksCommand(context: CommandContext): Command {
  const group = new Command("frameworks").description("List, show, write and check assessment frameworks.");
  for (const command of [
    listCommand,
    showCommand,
    exportCommand,
    newCommand,
    validateCommand,
    lintCommand,
    diffCommand,
    schemaCommand,
  ])
    group.addCommand(command(context));
  return group.addHelpText(
    "after",
    examples([
      ["trust-audit frameworks list", "the bundled ones"],
      ["trust-audit frameworks show trust-equation", "one of them, whole"],
      ["trust-audit frameworks new own.yaml", "start one of your own"],
      ["trust-audit frameworks validate own.yaml", "check it"],
    ]),
  );
}

/** Exit code of an error commander raised (and has already told the user about); null for any other error. */
export function usageExit(error: unknown): number | null {
  if (!(error instanceof CommanderError)) return null;
  return error.exitCode === 0 ? EXIT.done : EXIT.usage;
}

function withDescendants(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withDescendants)];
}
