import { segmentTitle } from "../questions.ts";
import type { InterviewPlan } from "../types.ts";
import { paperCode } from "./code.ts";
import { paperParts } from "./parts.ts";
import type { PaperAbout, PaperEntry, PaperSheet } from "./sheet.ts";
import { checkWords, typingWords } from "./typing.ts";
import { notesOf } from "./words.ts";

/** The sheet that one person fills in by hand. Its numbers, signs and code are those that `survey --entry` goes by. */
export function paperSheet(plan: InterviewPlan): PaperSheet {
  return {
    title: plan.title,
    notes: notesOf(plan),
    blanks: plan.unit === "person" ? ["Typed in by", "Paper destroyed by (date)"] : ["Filled in by", "Date"],
    about: aboutOf(plan),
    parts: paperParts(plan.items),
    aside: {
      notApplicable: { sign: "n", says: "Does not apply" },
      dontKnow: { sign: "d", says: "Don't know" },
    },
    remark: {
      lead: "Anything you would like to add",
      text: "Kept word for word, apart from your answers. Please name nobody.",
    },
    entry: entryOf(plan),
    mark: markOf(plan),
    loose: "Sheet no. @ ________",
  };
}

function aboutOf({ setup }: InterviewPlan): PaperAbout | null {
  if (setup.segments.length === 0) return null;
  return {
    lead: "About you",
    text: "Leave out what you would rather not say, or what would tell who you are.",
    choices: setup.segments.map((segment) => ({ name: segmentTitle(segment), options: segment.options })),
  };
}

function entryOf(plan: InterviewPlan): PaperEntry {
  const { framework, audience, form } = plan.setup;
  return {
    lead: "For whoever types the sheet in",
    fields: [
      { label: "Sheet no.", sign: "@", says: "number the sheets as you type" },
      {
        label: "Check digit",
        sign: "=",
        says: checkWords(plan),
      },
    ],
    signs: typingWords(plan),
    identity: [
      { label: "Framework", text: `${framework.id} ${framework.version}` },
      { label: "Audience", text: audience },
      { label: "Form", text: form ?? "full" },
      { label: "Sheet code", text: paperCode(plan) },
    ],
  };
}

function markOf(plan: InterviewPlan): string {
  const { framework, audience, form } = plan.setup;
  return [`${framework.id} ${framework.version}`, audience, ...(form === null ? [] : [form]), paperCode(plan)].join(
    " · ",
  );
}
