import { Argument, Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks schema`: the JSON Schema editors complete by. */
export function schemaCommand({ host }: CommandContext): Command {
  return new Command("schema")
    .description("Print a JSON Schema: of frameworks, strategies, profiles, audits, verdicts, or project files.")
    .addArgument(
      new Argument("[of]", "which")
        .choices(["framework", "strategy", "profile", "audit", "verdict", "project"])
        .default("framework"),
    )
    .addHelpText("after", examples([["trust-audit frameworks schema > framework.schema.json", "for your editor"]]))
    .action(async (of: string) => (await import("../../cli/run/verbs.ts")).runSchema(host, of));
}
