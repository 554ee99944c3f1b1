import { Command } from "commander";
import { type CommandContext, examples } from "../cli/context.ts";
import { exportCommand } from "./plan/export.ts";
import { reviewCommand } from "./plan/review.ts";
import { showCommand } from "./plan/show.ts";

/** `plan`: what to do first, to show, to track and to hold against the next survey. */
export function planCommand(context: CommandContext): Command {
  const group = new Command("plan").description(
    "Show the plan of a kept audit, write it down to track it, and review it after the next survey.",
  );
  for (const command of [showCommand, exportCommand, reviewCommand]) group.addCommand(command(context));
  return group.addHelpText(
    "after",
    examples([
      ["trust-audit plan show audit.json", "what to do first"],
      ["trust-audit plan export audit.json -o csv:plan.csv", "to track it"],
      ["trust-audit plan review 2025.json 2026.json --tracked plan.csv --months 6", "after the next survey"],
    ]),
  );
}
