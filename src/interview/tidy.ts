import { replay } from "./replay.ts";
import type { Entry, QuestionKey, Seat } from "./types.ts";

type Ending = Extract<Entry, { kind: "finish" | "withdraw" }>;
type Saying = Exclude<Extract<Entry, { seat: number | null }>, { kind: "draft" }>;

/** A seat says nothing any more. */
export function endsSeat(entry: Entry): entry is Ending {
  return entry.kind === "finish" || entry.kind === "withdraw";
}

/**
 * The entries with what each seat that is done said in the end and nothing else: no answer that was replaced, no text that
 * was deleted while it was typed; of a seat that withdrew only that. Comes to the same, for `replay` and for going on.
 */
export function tidied(entries: readonly Entry[]): readonly Entry[] {
  const left = new Map([...ofSeats(entries)].flatMap(([seat, own]) => (own.some(endsSeat) ? [[seat, own]] : [])));
  const last = entries.findLastIndex((entry) => endsSeat(entry) || entry.kind === "close");
  return entries.flatMap((entry, at) => {
    // Whoever ends a seat takes every text along that was being typed, a sheet of paper's too, which has no seat yet; so
    // does the end of the survey, or a sheet that was taken back to be mended would outlast it.
    if (entry.kind === "draft") return at < last ? [] : [entry];
    if (!isSaying(entry)) return [entry];
    const own = left.get(entry.seat);
    if (own === undefined) return [entry];
    // All of it stands where the seat began: the place of a single entry would tell what was changed.
    return own[0] === entry ? replay(own).flatMap(entriesOf) : [];
  });
}

/** What a seat said, as it would have been said without a second thought. */
export function entriesOf({ seat, status, answers, comments, hands }: Seat): readonly Entry[] {
  const end: readonly Entry[] = status === "answering" ? [] : [{ kind: ENDING[status], seat }];
  return [
    { kind: "seat", seat },
    ...entriesFrom(answers, (question, answer) => ({ kind: "answer", seat, question, answer })),
    ...entriesFrom(comments, (question, text) => ({ kind: "comment", seat, question, text })),
    ...entriesFrom(hands, (question, counts) => ({ kind: "hands", seat, question, counts })),
    ...end,
  ];
}

const ENDING = { finished: "finish", withdrawn: "withdraw" } as const;

function entriesFrom<T>(said: ReadonlyMap<QuestionKey, T>, entry: (question: QuestionKey, value: T) => Entry) {
  return [...said].map(([question, value]) => entry(question, value));
}

function ofSeats(entries: readonly Entry[]): ReadonlyMap<number, readonly Saying[]> {
  const seats = new Map<number, Saying[]>();
  for (const entry of entries) {
    if (!isSaying(entry)) continue;
    const own = seats.get(entry.seat);
    if (own === undefined) seats.set(entry.seat, [entry]);
    else own.push(entry);
  }
  return seats;
}

function isSaying(entry: Entry): entry is Saying {
  return entry.kind !== "draft" && "seat" in entry;
}
