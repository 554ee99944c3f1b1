import { Command } from "commander";
import { type CommandContext, examples } from "../../cli/context.ts";

/** `frameworks new FILE`: a commented framework to start from. */
export function newCommand({ host }: CommandContext): Command {
  return new Command("new")
    .description("Write a small, commented framework to start from.")
    .argument("[file]", "where to write it (default: standard output); never overwritten")
    .option("--id <id>", "its id, kebab-case", "my-framework")
    .option("--title <title>", "its title", "My framework")
    .addHelpText(
      "after",
      examples([["trust-audit frameworks new team.yaml --id team-trust", "then edit and validate it"]]),
    )
    .action(async (file: string | undefined, flags: { id: string; title: string }) => {
      const [{ newFramework }, { write, writeNew }, { UsageError }] = await Promise.all([
        import("../../framework/template.ts"),
        import("../../cli/output.ts"),
        import("../../cli/exit.ts"),
      ]);
      if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(flags.id))
        throw new UsageError(`--id ${flags.id}: an id is lower-case words joined by hyphens, like team-trust.`);
      const text = newFramework(flags);
      if (file === undefined) return write(host.stdout, text);
      await writeNew(file, text);
      if (!host.quiet) await write(host.stderr, `Wrote ${file}. Next: trust-audit frameworks validate ${file}\n`);
    });
}
