import { answerCell, column, segmentColumns, type Writer } from "../layout.ts";

/** A spreadsheet: item ids as headers, one row a person. */
export const plain: Writer = {
  usual: "codes",
  numbersOnly: false,
  layout: (survey, { answers, clean }) => ({
    columns: [
      column("respondent", ({ number }) => `r${String(number).padStart(4, "0")}`),
      ...(clean
        ? []
        : [
            column("Name", ({ firstName, lastName }) => `${firstName} ${lastName}`),
            column("E-mail", ({ email }) => email),
          ]),
      ...segmentColumns(survey),
      ...survey.questions.map((question, at) => column(question.id, answerCell({ question, at }, answers))),
    ],
    plants: [],
    csv: { bom: false, newline: "\n", quoted: "where needed", blankEnd: false },
  }),
};
