import { hashGroups } from "../../response/rows/duplicates.ts";
import type { BlockHashes } from "./block-tally.ts";

/** Goes through rows `from` to `to` of a block: each one's `hashRow`, and whether it tells people apart. */
export function eachHash(
  { halves, telling, groups, values }: Omit<BlockHashes, "rows">,
  { from, to }: { readonly from: number; readonly to: number },
  see: (hash: number, telling: boolean) => void,
): void {
  for (let row = from; row < to; row += 1) {
    const own = values[groups[row] as number] ?? [];
    see(hashGroups(halves[2 * row] as number, halves[2 * row + 1] as number, own), telling[row] === 1);
  }
}
