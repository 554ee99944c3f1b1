import { fileURLToPath } from "node:url";
import { configOf } from "./cli/config-flag.ts";
import { EXIT } from "./cli/exit.ts";
import { fail } from "./cli/fail.ts";
import { createHost, type Host } from "./cli/host.ts";
import { settled } from "./cli/outlet.ts";
import { verbOf } from "./cli/verb.ts";
import { createProgram, usageExit } from "./program.ts";

/** Outputs have their names once they are whole. */
const INTERRUPTED = "Interrupted: nothing half-written is left behind.\n";

/** The whole run: arguments in, exit code out, when everything is written. Never throws. */
export async function main(argv: readonly string[], process: NodeJS.Process): Promise<number> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const host = createHost(process, root, {
    color: !argv.includes("--no-color"),
    quiet: argv.includes("--quiet"),
    debug: argv.includes("--debug"),
    config: configOf(argv),
  });
  process.on("SIGINT", () => {
    // A survey saves first and says how to go on.
    if (host.desk?.attended() === true) return;
    // Behind whatever else is put right at the end, such as a line of progress.
    if (!host.quiet) process.once("exit", () => host.stderr.write(INTERRUPTED));
    process.exit(EXIT.interrupted);
  });
  try {
    return await run(host, argv);
  } catch (error) {
    return await fail(host, error).catch(() => EXIT.defect);
  } finally {
    await settled(host.stdout);
    await settled(host.stderr);
  }
}

async function run(host: Host, argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const finish = (code: number) => {
    exitCode = code;
  };
  const program = createProgram({ host, finish }, verbOf(argv));
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    const usage = usageExit(error);
    if (usage === null) throw error;
    return usage;
  }
  return exitCode;
}
