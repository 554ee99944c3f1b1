import { type InterviewState, resume } from "../../interview/machine.ts";
import { pastOf } from "../../interview/replay.ts";
import type { Entry, InterviewPlan } from "../../interview/types.ts";
import type { Desk } from "../desk.ts";
import { UsageError } from "../exit.ts";
import { isTooFew } from "./enough.ts";
import type { Underway } from "./journaled.ts";
import { tooFewWords } from "./words.ts";

/**
 * The desk as it is asked at: in plain lines where somebody wishes so.
 * Throws UsageError where people take turns and the terminal cannot take back what one of them said.
 */
export function deskFor(desk: Desk, { setup }: InterviewPlan, flags: { readonly screenReader?: boolean }): Desk {
  if (desk.plain && setup.seating.kind === "participants")
    throw new UsageError(
      "--participants needs a terminal that can be wiped between two people, and this one says it cannot (TERM=dumb).",
      "Use a terminal window of its own, not one inside an editor; with --screen-reader it prints plain lines and is wiped all the same.",
    );
  return flags.screenReader === true ? { ...desk, plain: true } : desk;
}

/** Where one begins or goes on, with what the first screen must say: that there will be no result. */
export function openingState(
  { plan, enough }: Pick<Underway, "plan" | "enough">,
  entries: readonly Entry[],
): InterviewState {
  const state = resume(plan, entries);
  const { seating } = plan.setup;
  if (state.ended !== null || !isTooFew(seating, enough)) return state;
  const text = tooFewWords(seating.count, enough).trim().replaceAll("\n", " ");
  return { ...state, notice: { text, tone: "warning" } };
}

/** Whether anybody said anything that is worth keeping, or was about to. */
export function saidAnything(entries: readonly Entry[]): boolean {
  const { seats, drafts } = pastOf(entries);
  return (
    drafts.size > 0 ||
    seats.some(
      ({ status, answers, comments, hands }) => status === "finished" || answers.size + comments.size + hands.size > 0,
    )
  );
}
