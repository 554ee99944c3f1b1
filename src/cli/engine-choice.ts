import type { FileEngine, ScoreSettings } from "../pipeline.ts";
import type { Problem } from "../problems/problem.ts";
import { cleanText } from "../render/clean.ts";
import { count } from "../render/numbers.ts";
import type { Host } from "./host.ts";
import { write } from "./output.ts";

/** With --debug: what read each file, and why, on standard error. */
export async function tellEngines(host: Host, engines: readonly FileEngine[]): Promise<void> {
  if (!host.debug || host.quiet) return;
  await write(host.stderr, engines.map((one) => `${engineLine(one)}\n`).join("")).catch(() => undefined);
}

function engineLine({ file, engine, why, scanned }: FileEngine): string {
  const rows = engine === "scan" ? `; ${count(scanned)} ${scanned === 1 ? "row" : "rows"} of it scanned` : "";
  return cleanText(`engine: ${file} was read by ${engine}, since ${why}${rows}`);
}

/** SC037 for each file that --engine scan could not have scanned. */
export function notScanned({ engine }: Pick<ScoreSettings, "engine">, engines: readonly FileEngine[]): Problem[] {
  if (engine !== "scan") return [];
  return engines
    .filter((one) => one.engine === "stream")
    .map(({ file, why }) => ({
      code: "SC037",
      severity: "warning",
      message: `--engine scan: this file was read by the engine stream, since ${why}.`,
      help: "Nothing needs to be done: the results are the same, and only take longer.",
      place: { file },
    }));
}
