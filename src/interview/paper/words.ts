import { counted, talkingTime } from "../screens/parts.ts";
import type { InterviewPlan } from "../types.ts";
import { isWritten } from "./parts.ts";
import type { PaperSheet } from "./sheet.ts";

/**
 * What stands above the first question. A sheet of paper cannot know what becomes of it: it says what is true of every
 * sheet, and leaves lines for the rest.
 */
export function notesOf(plan: InterviewPlan): PaperSheet["notes"] {
  return [
    { lead: "What it is for", text: plan.purpose },
    ...(plan.intro === null ? [] : [{ lead: "What to think of", text: plan.intro }]),
    { lead: "Your answers", text: ANSWERS[plan.unit] },
    { lead: "Time", text: timeOf(plan) },
    { lead: "How to mark", text: markingOf(plan) },
  ];
}

const ANSWERS: Readonly<Record<InterviewPlan["unit"], string>> = {
  person:
    "Please do not write your name. The sheets are typed in and counted together, and the report shows no one person's answers. Whoever types them in sees your sheet and your handwriting, and can read your answers as one row of a file. Taking part is up to you, and so is every question.",
  self: "These are your answers about yourself. The report is of this one sheet, so whoever reads it can tell what you marked.",
  consensus:
    "One sheet for all of you: talk each question over and mark what you agree on. The report is of this one sheet, so whoever reads it can tell what was marked.",
  organisation:
    "One sheet for the whole organisation. The report is of this one sheet, so whoever reads it can tell what was marked.",
};

function timeOf({ minutes, items, unit }: InterviewPlan): string {
  const questions = counted(items.length, "question");
  if (unit === "consensus") return `${questions}. ${talkingTime(items.length)} There are no right or wrong answers.`;
  const time = `About ${counted(minutes, "minute")} for ${questions}.`;
  return unit === "organisation" ? time : `${time} There are no right or wrong answers.`;
}

function markingOf({ items }: InterviewPlan): string {
  const write = items.some(({ scale }) => isWritten(scale)) ? " Where there is a line, write a number on it." : "";
  return `Mark one sign for each question, with a cross or a ring.${write} If you change your mind, black out the wrong one and mark another. Take n where a question does not apply to you, and d where you don't know; or leave it empty.`;
}
