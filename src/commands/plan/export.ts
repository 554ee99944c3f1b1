import { Command, Option } from "commander";
import { type CommandContext, collect, examples } from "../../cli/context.ts";
import type { ExportFlags } from "../../cli/run/plan.ts";

/** `plan export AUDIT`: the plan written down, to tick, to track or to be reminded of. */
export function exportCommand({ host }: CommandContext): Command {
  return new Command("export")
    .description("Write the plan as a checklist (markdown), a table to track (csv) or a calendar (ics).")
    .argument("<audit>", "an audit as JSON; - reads standard input")
    .option("--start <date>", "the day the plan begins, like 2026-12-01: gives dates; a calendar needs it")
    .addOption(outputOption())
    .addHelpText(
      "after",
      examples([
        ["trust-audit plan export audit.json", "a checklist"],
        [
          "trust-audit plan export audit.json --start 2026-12-01 -o csv:plan.csv -o ics:plan.ics",
          "to track, with dates",
        ],
      ]),
    )
    .action(async (file: string, flags: ExportFlags) => {
      const { runPlanExport } = await import("../../cli/run/plan.ts");
      await runPlanExport(host, file, flags);
    });
}

/** Shells complete the formats, which are not those of a report; what is behind them is checked when it runs. */
function outputOption(): Option {
  const option = new Option("-o, --output <format[:path]>", "as what, and into which file; repeatable");
  return Object.assign(option.argParser(collect), { argChoices: ["markdown", "csv", "ics"] });
}
