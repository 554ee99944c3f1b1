import { paperCode } from "../../interview/paper/code.ts";
import type { Screen } from "../../interview/screen.ts";
import { missingIn, type Sheet } from "../../interview/sheet.ts";
import type { SheetProblem } from "../../interview/sheet-problems.ts";
import { writtenAnswers } from "../../interview/sheet-written.ts";
import type { InterviewPlan } from "../../interview/types.ts";
import { capital } from "../../problems/capital.ts";

/** All that is seen while sheets are typed in. */
export interface EntryView {
  readonly line: string;
  /** Sheets typed in so far. */
  readonly count: number;
  /** The sheet before: in words, and as signs to compare with the paper. */
  readonly last: readonly string[];
  /** Wrong with the line, the first first. */
  readonly problems: readonly SheetProblem[];
  /** Read, and to be compared with its check digit before it counts. */
  readonly compare: Sheet | null;
  readonly help: boolean;
  readonly said: string | null;
}

export function entryScreen(plan: InterviewPlan, view: EntryView): Screen {
  const { count, last, help } = view;
  const so = count === 0 ? "No sheet has been typed in yet." : `${sheets(count)} typed in.`;
  return {
    title: plan.title,
    progress: null,
    heading: headingOf(plan, view),
    paragraphs: [
      `Sheet code ${paperCode(plan)}: the same stands on every sheet. ${so}`,
      ...last,
      ...(help ? notation(plan) : []),
    ],
    options: [],
    input: { label: `One sign for each of ${plan.items.length} questions, in order`, text: view.line },
    notice: noticeOf(plan, view),
    keys: [
      { key: "Enter", does: "take it" },
      { key: "undo", does: "take the last back" },
      { key: "end", does: "finish" },
      { key: "stop", does: "save and stop" },
      { key: "?", does: "signs" },
    ],
    wipe: false,
  };
}

function headingOf({ setup }: InterviewPlan, { count }: EntryView): string {
  return setup.seating.kind === "sheets" ? `Sheet ${count + 1}` : "The sheet";
}

function sheets(count: number): string {
  return count === 1 ? "1 sheet" : `${count} sheets`;
}

function notation({ setup, items }: InterviewPlan): readonly string[] {
  const first = items[0]?.id ?? "C1";
  const segment = setup.segments[0];
  return [
    "A digit is the answer; - blank, n not applicable, d don't know. t is 10. Spaces may stand anywhere.",
    `12:43 goes on from question 12. ${first}=4 gives one by name.${segment === undefined ? "" : ` ${segment.name}=… and what is ticked there.`}`,
    "@17 is the number of the sheet, =7 its check digit. Behind // stands the comment.",
  ];
}

function noticeOf(plan: InterviewPlan, { problems, compare, said }: EntryView): Screen["notice"] {
  const [first] = problems;
  const more = problems.length > 1 ? ` ${problems.length - 1} more behind it.` : "";
  const fault = first === undefined ? "" : `${first.message}${nearest(first)} ${first.help ?? ""}${more}`.trim();
  if (compare !== null) {
    const asked = whatEnterTakes(compare, plan);
    return { text: [fault, asked].filter(Boolean).join(" "), tone: fault === "" ? "plain" : "warning" };
  }
  if (fault !== "") return { text: fault, tone: "warning" };
  return said === null ? null : { text: said, tone: "plain" };
}

/** A forgotten blank leaves the check digit right, and all behind it wrong: blanks nobody typed are not counted as such. */
function whatEnterTakes(sheet: Sheet, plan: InterviewPlan): string {
  const missing = missingIn(sheet, plan);
  if (missing === 0) return `${summaryOf(sheet, plan)} Enter takes it; or type on.`;
  const { length } = plan.items;
  const of = sheet.number === null ? "" : `Sheet ${sheet.number}: `;
  return `${of}${length - missing} of ${length} answers given, check digit ${sheet.check}. Enter takes the rest as blank, or go on typing.`;
}

/** What is shown of a sheet once it counts. */
export function takenWords(sheet: Sheet, plan: InterviewPlan): readonly string[] {
  const summary = summaryOf(sheet, plan);
  return [`Taken: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`, writtenAnswers(plan, sheet)].filter(Boolean);
}

function nearest({ suggestion }: SheetProblem): string {
  return suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
}

/** "Sheet 17, 20 answered, 1 blank, check digit 7." */
function summaryOf({ answers, number, check }: Sheet, { items }: InterviewPlan): string {
  const answered = items.filter(({ id }) => (answers.get(id)?.kind ?? "skipped") !== "skipped").length;
  const of = number === null ? "" : `sheet ${number}, `;
  return capital(`${of}${answered} answered, ${items.length - answered} blank, check digit ${check}.`);
}
