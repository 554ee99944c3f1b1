import type { RoomHands, RoomItem } from "../audit/types.ts";
import { mayShowHands } from "../disclosure/hands.ts";
import type { CodedScale, Framework } from "../framework/types.ts";
import type { RoomNote } from "../response/asked/room.ts";
import { HIDDEN } from "../statistics/group.ts";
import { estimateHands } from "../statistics/hands.ts";

/** What the room said beside its answers, as it may be told; null where it said nothing. audience: id, for the wording. */
export function buildRoom(
  framework: Framework,
  { notes, audience }: { readonly notes: readonly RoomNote[]; readonly audience: string },
): readonly RoomItem[] | null {
  const items = new Map(framework.items.map((item) => [item.id, item]));
  const told = notes.flatMap(({ item: id, answer, note, hands }): readonly RoomItem[] => {
    const item = items.get(id);
    if (item === undefined) return [];
    const scale = framework.scales.get(item.scale);
    const shown = hands === null || scale?.kind !== "coded" ? null : handsOf(scale, hands);
    const [first = ""] = item.text.values();
    return [{ item: id, text: item.text.get(audience) ?? first, answer, note, hands: shown }];
  });
  return told.length === 0 ? null : told;
}

function handsOf({ points }: CodedScale, hands: readonly number[]): RoomHands {
  const people = hands.reduce((sum, count) => sum + count, 0);
  if (!mayShowHands(hands)) return { people, counts: HIDDEN, mean: HIDDEN, sd: HIDDEN };
  const counts = points.map(({ code, label }, at) => ({ code, label: label ?? String(code), count: hands[at] ?? 0 }));
  return { people, counts, ...estimateHands(counts) };
}
