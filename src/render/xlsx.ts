import type { Audit } from "../audit/types.ts";

export function renderXlsx(_audit: Audit): Promise<Uint8Array> {
  throw new Error("to be written");
}
