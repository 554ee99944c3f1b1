import { isoText } from "../calendar.ts";
import { answerCell, type Column, column, segmentColumns, type Writer } from "../layout.ts";
import { COMMENT_QUESTION, HEARD, type Response } from "../responses.ts";

/** One question a screen, so each stands by itself; several choices have a column each. Cells come as HTML. */
export const typeform: Writer = {
  usual: "labels",
  numbersOnly: true,
  layout: (survey, { answers, clean }) => ({
    columns: [
      column("#", ({ token }) => token),
      ...(clean
        ? []
        : [
            column("First name", ({ firstName }) => firstName),
            column("Last name", ({ lastName }) => lastName),
            column("Email", ({ email }) => email),
          ]),
      ...segmentColumns(survey),
      ...survey.questions.map((question, at) => column(question.text, answerCell({ question, at }, answers))),
      ...HEARD.map((option, choice) => column(option, ({ heard }) => (heard.includes(choice) ? option : ""))),
      column(COMMENT_QUESTION, ({ comment }) => comment),
      column("Response Type", typeOf),
      column("Start Date (UTC)", ({ started }) => isoText(started)),
      column("Stage Date (UTC)", ({ fate, started, duration }) =>
        fate === "unfinished" ? isoText(started + duration) : "",
      ),
      column("Submit Date (UTC)", ({ fate, started, duration }) =>
        fate === "unfinished" ? "" : isoText(started + duration),
      ),
      ...(clean ? [] : [column("Network ID", ({ token }) => token.slice(0, 10))]),
      column("Tags", () => ""),
      column("Ending", ({ fate }) => (fate === "unfinished" ? "" : "Default Thank You Screen")),
    ].map(escaped),
    plants: clean ? [] : ["unfinished"],
    csv: { bom: false, newline: "\n", quoted: "where needed", blankEnd: false },
  }),
};

function typeOf({ fate, progress }: Response): string {
  if (fate !== "unfinished") return "completed";
  return progress === 0 ? "started" : "partial";
}

function escaped({ header, cell }: Column): Column {
  return { header, cell: (response) => escapeHtml(cell(response)) };
}

function escapeHtml(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
