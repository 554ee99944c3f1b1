import type { Audit } from "../audit/types.ts";

export function renderJunit(_audit: Audit): string {
  throw new Error("to be written");
}
