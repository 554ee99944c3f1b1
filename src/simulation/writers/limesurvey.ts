import { isoText } from "../calendar.ts";
import {
  type AnswerStyle,
  answerCell,
  type Block,
  blocksOf,
  type Column,
  column,
  GRID_STEM,
  segmentColumns,
  type Writer,
} from "../layout.ts";
import { COMMENT_QUESTION, HEARD, HEARD_QUESTION, type Response } from "../responses.ts";
import type { Survey } from "../survey.ts";

/** Headings are the full text, or codes where the answers are codes and every item id can be one. */
export const limesurvey: Writer = {
  usual: "labels",
  numbersOnly: false,
  layout: (survey, { answers, clean }) => {
    const coded = answers === "codes" && survey.questions.every(({ id }) => /^[a-z][a-z0-9]*$/i.test(id));
    return {
      columns: [
        ...recordColumns(coded, clean),
        ...segmentColumns(survey),
        ...questionColumns(survey, { coded, answers }),
        ...closingColumns(coded, answers),
        column(coded ? "interviewtime" : "Total time", ({ duration }) => `${duration}.25`),
      ].map(guarded),
      plants: clean ? [] : ["unfinished"],
      csv: { bom: true, newline: "\n", quoted: "all", blankEnd: true },
    };
  },
};

/** An apostrophe before what a spreadsheet would run. */
function guarded({ header, cell }: Column): Column {
  return { header, cell: (response) => cell(response).replace(/^(?==)/, "'") };
}

function recordColumns(coded: boolean, clean: boolean): readonly Column[] {
  const one = (code: string, title: string, cell: Column["cell"]): Column => column(coded ? code : title, cell);
  const pages = ({ progress }: Response) => String(Math.max(1, Math.ceil(progress * 4)));
  const end = ({ started, duration }: Response) => isoText(started + duration);
  return [
    one("id", "Response ID", ({ number }) => String(number)),
    one("submitdate", "Date submitted", (response) => (response.fate === "unfinished" ? "" : end(response))),
    one("lastpage", "Last page", pages),
    one("startlanguage", "Start language", () => "en"),
    one("seed", "Seed", ({ number }) => String(1_000_000_007 + number * 7919)),
    ...(clean ? [] : [one("token", "Access code", ({ token }) => token.slice(0, 15))]),
    one("startdate", "Date started", ({ started }) => isoText(started)),
    one("datestamp", "Date last action", end),
    ...(clean
      ? []
      : [
          one("ipaddr", "IP address", ({ ip }) => ip),
          one("refurl", "Referrer URL", () => ""),
          one("firstname", "First name", ({ firstName }) => firstName),
          one("lastname", "Last name", ({ lastName }) => lastName),
          one("email", "Email address", ({ email }) => email),
        ]),
  ];
}

function questionColumns(
  survey: Survey,
  { coded, answers }: { readonly coded: boolean; readonly answers: AnswerStyle },
): readonly Column[] {
  const inGrid = (block: Block, number: number): readonly Column[] => {
    if (block.kind === "single") {
      const { id, text } = block.row.question;
      return [column(coded ? id : text, answerCell(block.row, answers))];
    }
    return block.rows.map((row) => {
      const { id, text } = row.question;
      return column(coded ? `GRID${number}[${id}]` : `${GRID_STEM} [${text}]`, answerCell(row, answers));
    });
  };
  return blocksOf(survey).flatMap((block, at) => inGrid(block, at + 1));
}

function closingColumns(coded: boolean, answers: AnswerStyle): readonly Column[] {
  const [yes, no] = answers === "labels" ? ["Yes", "No"] : ["Y", ""];
  return [
    ...HEARD.map((option, choice) =>
      column(
        coded ? `HEARD[SQ00${choice + 1}]` : `${HEARD_QUESTION} [${option}]`,
        ({ heard }) => (heard.includes(choice) ? yes : no) ?? "",
      ),
    ),
    column(coded ? "REMARK" : COMMENT_QUESTION, ({ comment }) => comment),
  ];
}
