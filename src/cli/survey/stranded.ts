import type { Unit } from "../../framework/types.ts";
import { finishedSeats, replay } from "../../interview/replay.ts";
import { isOfPeople } from "../../interview/seating.ts";
import type { Entry, InterviewPlan, InterviewSetup, Seat } from "../../interview/types.ts";
import type { SurveyFiles } from "./files.ts";
import { keepTables } from "./tables.ts";
import type { Kept } from "./words.ts";

/**
 * The answers of a survey whose questions are not to be had any more: coded, by the ids of the questions, without a report.
 * They have names of their own, for the survey may still be taken up with the text it began with. Throws ProblemsError (OUT001).
 */
export async function keepStranded(
  { setup, entries, unit }: { readonly setup: InterviewSetup; readonly entries: readonly Entry[]; readonly unit: Unit },
  files: SurveyFiles,
): Promise<readonly Kept[]> {
  const seats = countedSeats(setup, replay(entries));
  if (seats.length === 0) return [];
  const stem = files.csv.replace(/\.csv$/i, "");
  const names = { csv: `${stem}-answered.csv`, comments: `${stem}-answered-comments.csv` };
  return (await keepTables({ plan: barePlan(setup, seats, unit), files: names }, seats)).kept;
}

/** People may withdraw until they finish; whoever answers alone, or with the room, has said what is there. */
function countedSeats({ seating }: InterviewSetup, seats: readonly Seat[]): readonly Seat[] {
  if (isOfPeople(seating)) return finishedSeats(seats);
  return seats.flatMap((seat) =>
    seat.status === "answering" && seat.answers.size + seat.comments.size > 0
      ? [{ ...seat, status: "finished" as const }]
      : finishedSeats([seat]),
  );
}

/** What an id of the framework looks like; in the file nothing else may head a column. */
const ID = /^[A-Za-z][\w.-]*$/;

function barePlan(setup: InterviewSetup, seats: readonly Seat[], unit: Unit): InterviewPlan {
  const keys = seats.flatMap(({ answers, comments, hands }) => [
    ...answers.keys(),
    ...comments.keys(),
    ...hands.keys(),
  ]);
  const ids = [...new Set(keys)].filter((key) => ID.test(key));
  // Not in the order they were answered in: it may be one person's.
  const sorted = ids.sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const rest = { min: 0, max: 0, favourable: [], favourableWhenLower: [], notApplicable: [], dontKnow: [] };
  const scale = { kind: "coded", id: "", title: "", points: [], ...rest } as const;
  return {
    ...{ setup, title: "", purpose: "", intro: null, audience: setup.audience, unit, minutes: 0 },
    items: sorted.map((id, at) => ({ id, number: at + 1, text: "", scale })),
  };
}
