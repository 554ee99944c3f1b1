import type { Entry, LineOf, QuestionKey, Seat } from "./types.ts";

/** What all entries so far came to. */
export interface Past {
  /** In the order people sat down. */
  readonly seats: readonly Seat[];
  /** Texts the seat that is still answering has begun and not handed in, by `draftKey`. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** The one that was being typed at the end; null where something else happened since. */
  readonly typing: Draft | null;
  /** How many are to sit down, where that was changed on the way. */
  readonly places: number | null;
  readonly closed: boolean;
}

export interface Draft {
  readonly question: QuestionKey | null;
  readonly line: LineOf;
  readonly text: string;
}

const NOTHING_YET: Past = { seats: [], drafts: new Map(), typing: null, places: null, closed: false };

/** Everything each seat said, in the order people sat down. What a withdrawn seat said is gone. */
export function replay(entries: Iterable<Entry>): readonly Seat[] {
  return pastOf(entries).seats;
}

/** The seats whose answers count. */
export function finishedSeats(seats: readonly Seat[]): readonly Seat[] {
  return seats.filter(({ status }) => status === "finished");
}

/** The number of whoever sits down next. */
export function nextSeat(seats: readonly Seat[]): number {
  return Math.max(0, ...seats.map(({ seat }) => seat)) + 1;
}

/** As `replay`, with the rest one needs to go on. */
export function pastOf(entries: Iterable<Entry>): Past {
  let past = NOTHING_YET;
  for (const entry of entries) past = after(past, entry);
  return past;
}

/** The past with one more entry. A seat that has finished or withdrawn says nothing any more. */
export function after(past: Past, entry: Entry): Past {
  return { ...changed(past, entry), typing: entry.kind === "draft" && entry.text !== "" ? entry : null };
}

function changed(past: Past, entry: Entry): Past {
  switch (entry.kind) {
    case "close":
      return { ...past, closed: true };
    case "places":
      return { ...past, places: entry.count };
    case "draft":
      return { ...past, drafts: withDraft(past.drafts, entry) };
    case "seat":
      return { ...past, ...ofSeat(past, entry) };
    case "finish":
    case "withdraw":
      return { ...past, ...ofSeat(past, entry), drafts: new Map() };
    case "answer":
    case "comment":
    case "hands":
      return {
        ...past,
        ...ofSeat(past, entry),
        drafts: withDraft(past.drafts, { ...entry, line: entry.kind, text: "" }),
      };
  }
}

/** One name for a question's line. */
export function draftKey(question: QuestionKey | null, line: LineOf): string {
  return `${line} ${question ?? ""}`;
}

function withDraft(drafts: Past["drafts"], { question, line, text }: Draft): Past["drafts"] {
  const key = draftKey(question, line);
  if (text === "" && !drafts.has(key)) return drafts;
  const next = new Map(drafts);
  next.delete(key);
  return text === "" ? next : next.set(key, { question, line, text });
}

type SeatEntry = Extract<Entry, { kind: "seat" | "answer" | "comment" | "hands" | "finish" | "withdraw" }>;

/** An erased journal holds the number of a seat that withdrew and nothing else, so any entry may be a seat's first. */
function ofSeat({ seats }: Past, entry: SeatEntry): Pick<Past, "seats"> {
  const known = seats.find(({ seat }) => seat === entry.seat);
  const before = known ?? blankSeat(entry.seat);
  const now = isOpen(before, entry) ? seatAfter(before, entry) : before;
  return { seats: known === undefined ? [...seats, now] : seats.map((seat) => (seat === known ? now : seat)) };
}

/** Only whoever types paper in takes back a whole sheet that was finished. */
function isOpen({ status }: Seat, { kind }: SeatEntry): boolean {
  return status === "answering" || (status === "finished" && kind === "withdraw");
}

function seatAfter(seat: Seat, entry: SeatEntry): Seat {
  switch (entry.kind) {
    case "seat":
      return seat;
    case "answer":
      return { ...seat, answers: new Map(seat.answers).set(entry.question, entry.answer) };
    case "comment":
      return { ...seat, comments: withOrWithout(seat.comments, entry.question, entry.text || null) };
    case "hands":
      return { ...seat, hands: withOrWithout(seat.hands, entry.question, entry.counts) };
    case "finish":
      return { ...seat, status: "finished" };
    case "withdraw":
      return { ...blankSeat(seat.seat), status: "withdrawn" };
  }
}

function withOrWithout<T>(map: ReadonlyMap<QuestionKey, T>, question: QuestionKey, value: T | null) {
  const next = new Map(map);
  next.delete(question);
  return value === null ? next : next.set(question, value);
}

function blankSeat(seat: number): Seat {
  return { seat, status: "answering", answers: new Map(), comments: new Map(), hands: new Map() };
}
