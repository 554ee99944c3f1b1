import { Argument, Command } from "commander";
import type { CommandContext } from "../../cli/context.ts";

/** `frameworks schema`: the JSON Schema editors complete by. */
export function schemaCommand({ host }: CommandContext): Command {
  return new Command("schema")
    .description("Print a JSON Schema: of frameworks, strategies, or audits.")
    .addArgument(new Argument("[of]", "which").choices(["framework", "strategy", "audit"]).default("framework"))
    .action(async (of: string) => {
      const [{ bundledText }, { write }] = await Promise.all([
        import("../../shelf/shelf.ts"),
        import("../../cli/output.ts"),
      ]);
      await write(host.stdout, await bundledText(host.root, `${of}.schema.json`));
    });
}
