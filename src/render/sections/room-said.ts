import type { Audit, RoomHands, RoomItem } from "../../audit/types.ts";
import { mean, published } from "../numbers.ts";
import type { Block, Entry, Fact } from "../sheet.ts";
import { peopleWords } from "../words.ts";

/** What a room said beside its answers: the agreed answer, the show of hands, the note. Nothing where there is none. */
export function roomSection({ room }: Audit): readonly Block[] {
  if (room === null || room.length === 0) return [];
  return [{ kind: "heading", level: 2, text: "What the room said" }, ...room.map(entry)];
}

function entry({ item, text, answer, hands, note }: RoomItem): Entry {
  const facts: readonly Fact[] = [
    { label: "Agreed", text: answer ?? "no answer" },
    ...(hands === null ? [] : [{ label: "Hands", text: handsWords(hands) }]),
    ...(note === null ? [] : [{ label: "Note", text: note }]),
  ];
  return { kind: "entry", lead: { text: item, tone: "strong" }, title: text, aside: null, facts };
}

/** "16 people: Disagree 2, Agree 9, Strongly agree 5; mean 3.88, SD 0.96" */
function handsWords({ people, counts, mean: average, sd }: RoomHands): string {
  if ("kind" in counts) return `${peopleWords(people)}, too few to tell their answers apart`;
  const shown = counts.filter(({ count }) => count > 0).map(({ label, count }) => `${label} ${count}`);
  return `${peopleWords(people)}: ${shown.join(", ")}; mean ${published(average, mean)}, SD ${published(sd, mean)}`;
}
