import { fileURLToPath } from "node:url";
import { configOf } from "./cli/config-flag.ts";
import { EXIT } from "./cli/exit.ts";
import { fail } from "./cli/fail.ts";
import { createHost, type Host } from "./cli/host.ts";
import { createProgram, usageExit } from "./program.ts";

/** The whole run: arguments in, exit code out. Never throws. */
export async function main(argv: readonly string[], process: NodeJS.Process): Promise<number> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const host = createHost(process, root, {
    color: !argv.includes("--no-color"),
    quiet: argv.includes("--quiet"),
    debug: argv.includes("--debug"),
    config: configOf(argv),
  });
  quietPipes(process);
  process.on("SIGINT", () => {
    // A survey saves first and says how to go on.
    if (host.desk?.attended() !== true) process.exit(EXIT.interrupted);
  });
  try {
    return await run(host, argv);
  } catch (error) {
    return fail(host, error).catch(() => EXIT.defect);
  }
}

async function run(host: Host, argv: readonly string[]): Promise<number> {
  let exitCode: number = EXIT.done;
  const program = createProgram({
    host,
    finish: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (error) {
    const usage = usageExit(error);
    if (usage === null) throw error;
    return usage;
  }
  return exitCode;
}

/**
 * A stream that fails (a closed pipe, a full disk) tells whoever wrote to it, in src/cli/output.ts; unheard, the event
 * itself would end the process with a stack trace.
 */
function quietPipes(process: NodeJS.Process): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}
