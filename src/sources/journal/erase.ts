import type { Entry } from "../../interview/types.ts";

/**
 * The entries without anything that a withdrawn seat said: that it was there and withdrew stays, since seats are counted.
 * Unfinished texts go too where they are this seat's or nobody's (a sheet being typed, before it has a seat), unless
 * the very last thing that happened.
 */
export function withoutSeat(entries: readonly Entry[], seat: number): readonly Entry[] {
  const kept = entries.filter((entry, at) => keeps(entry, { seat, last: at === entries.length - 1 }));
  const isSaid = kept.some((entry) => entry.kind === "withdraw" && entry.seat === seat);
  return isSaid ? kept : [...kept, { kind: "withdraw", seat }];
}

function keeps(entry: Entry, { seat, last }: { readonly seat: number; readonly last: boolean }): boolean {
  if (entry.kind === "draft") return entry.seat !== seat && (entry.seat !== null || last);
  return !isSaying(entry) || entry.seat !== seat;
}

/** Seats that withdrew and are not erased yet: the process ended between the two. */
export function halfErased(entries: readonly Entry[]): readonly number[] {
  const said = new Set(entries.filter(isSaying).map(({ seat }) => seat));
  const withdrawn = entries.flatMap((entry) => (entry.kind === "withdraw" ? [entry.seat] : []));
  return [...new Set(withdrawn)].filter((seat) => said.has(seat));
}

type Saying = Extract<Entry, { kind: "answer" | "comment" | "hands" | "draft" | "finish" }>;

function isSaying(entry: Entry): entry is Saying {
  return ["answer", "comment", "hands", "draft", "finish"].includes(entry.kind);
}
