import { UsageError } from "./exit.ts";

/** A page of HTML as PDF, printed by a Chromium of this machine. Throws UsageError where there is none. */
export function printed(_html: string): Promise<Uint8Array> {
  throw new UsageError("There is no Chromium on this machine.");
}
