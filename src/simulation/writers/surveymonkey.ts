import { halfDay, momentAt, two } from "../calendar.ts";
import { answerCell, type Block, blocksOf, type Column, GRID_STEM, segmentColumns, type Writer } from "../layout.ts";
import { COMMENT_QUESTION, HEARD, HEARD_QUESTION, type Response } from "../responses.ts";

/** Two header rows: the question above its first column only, below it the row, the choice or "Response". */
export const surveymonkey: Writer = {
  usual: "labels",
  numbersOnly: true,
  layout: (survey, { answers, clean }) => ({
    columns: [
      own("Respondent ID", ({ number }) => String(114_700_000_000 + number * 37)),
      own("Collector ID", () => "430118822"),
      own("Start Date", ({ started }) => dateText(started)),
      own("End Date", ({ started, duration }) => dateText(started + duration)),
      ...(clean ? [] : personal),
      ...segmentColumns(survey, (name) => [name, "Response"]),
      ...blocksOf(survey).flatMap((block) => questionColumns(block, answers)),
      ...HEARD.map((option, choice) => heardColumn(option, choice)),
      { header: [COMMENT_QUESTION, "Open-Ended Response"], cell: ({ comment }) => comment },
    ],
    // Who opens the survey and leaves has a row; who stops half-way has one too, and nothing tells it from the others.
    plants: clean ? [] : ["empty"],
    csv: { bom: false, newline: "\n", quoted: "where needed", blankEnd: false },
  }),
};

const own = (name: string, cell: Column["cell"]): Column => ({ header: [name, ""], cell });

const personal: readonly Column[] = [
  own("IP Address", ({ ip }) => ip),
  own("Email Address", ({ email }) => email),
  own("First Name", ({ firstName }) => firstName),
  own("Last Name", ({ lastName }) => lastName),
  own("Custom Data 1", ({ token }) => token.slice(0, 6)),
];

/** The editor leaves its line breaks in the question. */
function questionColumns(block: Block, answers: "labels" | "codes"): readonly Column[] {
  if (block.kind === "single")
    return [{ header: [block.row.question.text, "Response"], cell: answerCell(block.row, answers) }];
  return block.rows.map((row, at) => ({
    header: [at === 0 ? `${GRID_STEM}<br>Please answer every line.` : "", row.question.text],
    cell: answerCell(row, answers),
  }));
}

function heardColumn(option: string, choice: number): Column {
  const isOther = option === "Other";
  const ticked = ({ heard }: Response) => heard.includes(choice);
  return {
    header: [choice === 0 ? HEARD_QUESTION : "", isOther ? "Other (please specify)" : option],
    cell: (response) => (ticked(response) ? (isOther ? "On the radio" : option) : ""),
  };
}

/** 03/02/2026 09:05:00 AM */
function dateText(seconds: number): string {
  const moment = momentAt(seconds);
  const { hour, half } = halfDay(moment);
  const date = `${two(moment.month)}/${two(moment.day)}/${moment.year}`;
  return `${date} ${two(hour)}:${two(moment.minute)}:${two(moment.second)} ${half}`;
}
