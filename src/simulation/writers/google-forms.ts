import { halfDay, momentAt, two } from "../calendar.ts";
import {
  answerCell,
  type Block,
  blocksOf,
  type Column,
  column,
  GRID_STEM,
  segmentColumns,
  type Writer,
} from "../layout.ts";
import { COMMENT_QUESTION, HEARD, HEARD_QUESTION } from "../responses.ts";

/** The form's own download: every cell quoted, rows of a grid in brackets, several choices joined by semicolons. */
export const googleForms: Writer = {
  usual: "labels",
  numbersOnly: true,
  layout: (survey, { answers, clean }) => ({
    columns: [
      column("Timestamp", ({ started, duration }) => timestamp(started + duration)),
      ...(clean ? [] : [column("Username", ({ email }) => email)]),
      ...segmentColumns(survey),
      ...blocksOf(survey).flatMap((block) => questionColumns(block, answers)),
      column(HEARD_QUESTION, ({ heard }) => heard.map((at) => HEARD[at]).join(";")),
      column(COMMENT_QUESTION, ({ comment }) => comment),
    ],
    plants: [],
    csv: { bom: false, newline: "\n", quoted: "all", blankEnd: false },
  }),
};

function questionColumns(block: Block, answers: "labels" | "codes"): readonly Column[] {
  if (block.kind === "single") return [column(block.row.question.text, answerCell(block.row, answers))];
  return block.rows.map((row) => column(`${GRID_STEM} [${row.question.text}]`, answerCell(row, answers)));
}

/** 2026/03/02 9:05:00 AM GMT+1 */
function timestamp(seconds: number): string {
  const moment = momentAt(seconds);
  const { hour, half } = halfDay(moment);
  const date = `${moment.year}/${two(moment.month)}/${two(moment.day)}`;
  return `${date} ${hour}:${two(moment.minute)}:${two(moment.second)} ${half} GMT+1`;
}
