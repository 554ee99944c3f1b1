import type { Host } from "../host.ts";
import { write } from "../output.ts";

/** Notes, which --quiet leaves out. */
export async function tell(host: Host, words: string): Promise<void> {
  if (!host.quiet) await tellAlways(host, words);
}

/**
 * Where answers are kept and how to go on: said to those as well who asked for quiet. Nobody may be listening any more
 * (a terminal that was closed): that is no failure.
 */
export async function tellAlways(host: Host, words: string): Promise<void> {
  await write(host.stderr, words).catch(() => undefined);
}
