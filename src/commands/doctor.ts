import { Command } from "commander";
import type { CommandContext } from "../cli/context.ts";

/** `doctor`: what is there, and whether it is whole. */
export function doctorCommand(context: CommandContext): Command {
  return new Command("doctor")
    .description("Say what this installation has and how it sees your terminal.")
    .action(async () => {
      const [{ examine }, { drawSheet }, { EXIT }] = await Promise.all([
        import("../cli/doctor.ts"),
        import("../cli/draw.ts"),
        import("../cli/exit.ts"),
      ]);
      const { sheet, healthy } = await examine(context.host);
      await drawSheet(context.host, sheet);
      context.finish(healthy ? EXIT.done : EXIT.unreadable);
    });
}
