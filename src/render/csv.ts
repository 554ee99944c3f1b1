import type { Audit } from "../audit/types.ts";

export function renderCsv(_audit: Audit): string {
  throw new Error("to be written");
}
