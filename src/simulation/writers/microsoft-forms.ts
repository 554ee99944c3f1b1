import { momentAt, two } from "../calendar.ts";
import { answerCell, column, segmentColumns, type Writer } from "../layout.ts";
import { COMMENT_QUESTION, HEARD, HEARD_QUESTION } from "../responses.ts";

/** The tool itself writes a workbook: this is that workbook saved again as CSV by a spreadsheet. */
export const microsoftForms: Writer = {
  usual: "labels",
  numbersOnly: true,
  layout: (survey, { answers, clean }) => ({
    columns: [
      column("ID", ({ number }) => String(number)),
      column("Start time", ({ started }) => dateText(started)),
      column("Completion time", ({ started, duration }) => dateText(started + duration)),
      // A form that collects no names keeps both columns.
      column("Email", ({ email }) => (clean ? "anonymous" : email)),
      column("Name", ({ firstName, lastName }) => (clean ? "" : `${firstName} ${lastName}`)),
      column("Last modified time", () => ""),
      ...segmentColumns(survey),
      ...survey.questions.map((question, at) => column(question.text, answerCell({ question, at }, answers))),
      column(HEARD_QUESTION, ({ heard }) => heard.map((at) => `${HEARD[at]};`).join("")),
      column(`${COMMENT_QUESTION}\nPlease name nobody.`, ({ comment }) => comment),
    ],
    plants: [],
    csv: { bom: true, newline: "\r\n", quoted: "where needed", blankEnd: false },
  }),
};

/** 3/2/26 9:05:00 */
function dateText(seconds: number): string {
  const { year, month, day, hour, minute, second } = momentAt(seconds);
  return `${month}/${day}/${two(year % 100)} ${hour}:${two(minute)}:${two(second)}`;
}
