import type { ScanCore } from "./core.ts";

/** A cell that the core has noted. place: among the texts. */
export function blockText({ input, texts }: ScanCore, place: number): string {
  const begin = texts[2 * place] as number;
  const size = texts[2 * place + 1] as number;
  if (size < 2) return "";
  const text = input.toString("utf8", begin, begin + (size >> 1));
  return (size & 1) === 1 ? text.replaceAll('""', '"') : text;
}
