import type { Export } from "../../sources/fuzz/corpus.ts";
import { isGzip } from "../../sources/fuzz/mutate.ts";
import { isZip } from "../../sources/fuzz/zip.ts";

/** Most exports of the checkout have ten rows: what the scanner learns from a row must be met again. */
const TIMES = 12;

/** The second half of the lines, some times over; a workbook or an archive as it is. Half a character may be cut at the seams. */
export function grown(one: Export): Export {
  const { name, bytes } = one;
  if (isZip(bytes) || isGzip(bytes)) return one;
  const lines = bytes.toString("latin1").split("\n");
  const body = lines.slice(Math.ceil(lines.length / 2)).filter((line) => line !== "");
  const more = Array.from({ length: TIMES }, () => body).flat();
  return { name, bytes: Buffer.from(`${bytes.toString("latin1").trimEnd()}\n${more.join("\n")}\n`, "latin1") };
}
