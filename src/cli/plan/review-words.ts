import type { PlanStep } from "../../audit/types.ts";
import { short } from "../../render/numbers.ts";
import { type Reading, scoreName } from "../../render/sections/reading.ts";
import { listWords, monthsWords } from "../../render/words.ts";
import type { PlanReview, StepReview } from "./review.ts";

/** What the numbers say of a step, what is known of its being done, and no claim that the one made the other. */
export function verdictWords(review: StepReview, { months, comparison }: PlanReview): string {
  const { reading } = comparison.after.audit.framework;
  return [changeWords(review, { reading, months }), doneWords(review, months)].filter((text) => text !== "").join(" ");
}

function changeWords(
  { verdict, moved, step, begins }: StepReview,
  { reading, months }: { readonly reading: Reading; readonly months: number | null },
): string {
  const titles = (says: "up" | "down") =>
    listWords(
      moved.filter(({ change }) => change?.says === says).map(({ because }) => becauseWords(because)),
      "and",
    );
  const [better, worse] = reading === "load" ? ["Fell", "Rose"] : ["Rose", "Fell"];
  switch (verdict) {
    case "too early":
      return begins === 0
        ? `Too early: it shows in ${monthsWords(step.months)}, and ${short(months ?? 0)} have passed.`
        : `Too early: it was to begin after ${monthsText(begins)}, and shows ${monthsWords(step.months)} later; ${short(months ?? 0)} have passed.`;
    case "better":
      return `${better} clearly since, for the better: ${titles("up")}.`;
    case "worse":
      return `${worse} clearly since, for the worse: ${titles("down")}.`;
    case "mixed":
      return `Mixed: the ${scoreName(reading)} of ${titles("up")} has clearly got better since, of ${titles("down")} worse.`;
    case "no clear change":
      return "No clear change since.";
    case "too few to say":
      return "Whether anything has changed, these numbers cannot say.";
    case "answers no score":
      return "It answers no score of its own, so no number can show it.";
  }
}

/** "Reliability", of several audiences "Reliability (Customers)". */
export function becauseWords({ title, audience }: PlanStep["because"][number]): string {
  return audience === null ? title : `${title} (${audience.title})`;
}

const UNSAYABLE = "That it was the step that did it, the numbers cannot say.";

function doneWords(review: StepReview, months: number | null): string {
  const { verdict, tracked } = review;
  if (verdict === "too early" || verdict === "too few to say" || verdict === "answers no score") return "";
  const isMoved = verdict !== "no clear change";
  switch (tracked?.status) {
    case undefined:
      return isMoved ? `Whether the step was carried out is not known here; and ${lowered(UNSAYABLE)}` : "";
    case "done":
      return isMoved ? `The step was marked done. ${UNSAYABLE}` : doneInVainWords(review, months);
    case "started":
      return isMoved
        ? "The step was marked as started. Whether it had a part in it, the numbers cannot say."
        : "The step was marked as started, and is not finished.";
    case "open":
      return isMoved ? "The step is still open: look for what else has changed." : "The step is still open.";
  }
}

function doneInVainWords({ step, due }: StepReview, months: number | null): string {
  const time = monthsWords(step.months);
  if (due === "last review")
    return `The step was marked done, and its ${time} have passed: ask those concerned what they notice before you do more of the same.`;
  const passed = months === null ? "" : `, and ${short(months)} have passed`;
  return `The step was marked done; it shows in ${time}${passed}.`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** What there is to do about a step now. */
export function dueWords({ due, step, tracked, begins }: StepReview, passed: number | null): string {
  const [from, to] = step.months;
  const months = passed === null ? null : passed - begins;
  if (due === "not begun") return `To begin in ${monthsText(left(begins, passed))}: ${step.firstStep}`;
  if (tracked?.status === "open") return `It has not been begun; to begin next week: ${step.firstStep}`;
  switch (due) {
    case "not yet":
      return `The first review, in ${monthsText(left(from, months))}.`;
    case "first review":
      return `The first review; the last in ${monthsText(left(to ?? from, months))}.`;
    case "last review":
      return "The last review: it should have shown by now.";
    case "regular review":
      return "A review, and another every 3 months: its end is open.";
    case "unknown":
      return `A review ${monthsText(from)} after it began${to === null || to === from ? "" : `, the last after ${monthsText(to)}`}.`;
  }
}

/** To a tenth. */
function left(at: number, months: number | null): number {
  return Math.round((at - (months ?? 0)) * 10) / 10;
}

function monthsText(months: number): string {
  return months === 1 ? "1 month" : `${short(months)} months`;
}
