import { isoText } from "../calendar.ts";
import {
  type AnswerStyle,
  answerCell,
  type Block,
  blocksOf,
  type Column,
  GRID_STEM,
  type PlacedQuestion,
  segmentColumns,
  type Writer,
} from "../layout.ts";
import { COMMENT_QUESTION, HEARD, HEARD_QUESTION, type Response } from "../responses.ts";

/** Three header rows: name, text, import id. Questions of the segments are embedded data, so they stay words in numbers. */
export const qualtrics: Writer = {
  usual: "labels",
  numbersOnly: true,
  layout: (survey, { answers, clean }) => {
    const blocks = blocksOf(survey);
    return {
      columns: [
        ...recordColumns(answers, clean),
        ...blocks.flatMap((block, at) => questionColumns(block, `${at + 1}`, answers)),
        ...closingColumns(blocks.length + 1, answers),
        ...segmentColumns(survey, (name) => [name, name, importId(name)]),
      ],
      plants: clean ? [] : ["preview", "spam", "unfinished"],
      csv: { bom: true, newline: "\n", quoted: "where needed", blankEnd: false },
    };
  },
};

const importId = (id: string, more: Readonly<Record<string, string>> = {}): string =>
  JSON.stringify({ ImportId: id, ...more });
const ZONE = { timeZone: "Europe/London" };

function recordColumns(answers: AnswerStyle, clean: boolean): readonly Column[] {
  const one = (names: readonly [name: string, text: string, id: string], cell: Column["cell"]): Column => ({
    header: [names[0], names[1], importId(names[2], names[2].endsWith("Date") ? ZONE : {})],
    cell,
  });
  const personal = (columns: readonly Column[]): readonly Column[] => (clean ? [] : columns);
  return [
    one(["StartDate", "Start Date", "startDate"], ({ started }) => isoText(started)),
    one(["EndDate", "End Date", "endDate"], (response) => isoText(endOf(response))),
    one(["Status", "Response Type", "status"], statusOf(answers)),
    ...personal([one(["IPAddress", "IP Address", "ipAddress"], ({ ip }) => ip)]),
    one(["Progress", "Progress", "progress"], ({ progress }) => String(Math.floor(100 * progress))),
    one(["Duration (in seconds)", "Duration (in seconds)", "duration"], ({ duration }) => String(duration)),
    one(["Finished", "Finished", "finished"], finishedOf(answers)),
    one(["RecordedDate", "Recorded Date", "recordedDate"], (response) => isoText(endOf(response) + 1)),
    one(["ResponseId", "Response ID", "_recordId"], ({ token }) => `R_${token.slice(0, 15)}`),
    ...personal([
      one(["RecipientLastName", "Recipient Last Name", "recipientLastName"], ({ lastName }) => lastName),
      one(["RecipientFirstName", "Recipient First Name", "recipientFirstName"], ({ firstName }) => firstName),
      one(["RecipientEmail", "Recipient Email", "recipientEmail"], ({ email }) => email),
      one(["ExternalReference", "External Data Reference", "externalDataReference"], ({ number }) => `E${number}`),
      one(["LocationLatitude", "Location Latitude", "locationLatitude"], () => "0.0000"),
      one(["LocationLongitude", "Location Longitude", "locationLongitude"], () => "0.0000"),
    ]),
    one(["DistributionChannel", "Distribution Channel", "distributionChannel"], ({ fate }) =>
      fate === "preview" ? "preview" : "anonymous",
    ),
    one(["UserLanguage", "User Language", "userLanguage"], () => "EN"),
  ];
}

const endOf = ({ started, duration }: Response): number => started + duration;

function statusOf(answers: AnswerStyle): Column["cell"] {
  const [preview, spam, other] = answers === "labels" ? ["Survey Preview", "Spam", "IP Address"] : ["1", "8", "0"];
  return ({ fate }) => (fate === "preview" ? preview : fate === "spam" ? spam : other) ?? "";
}

function finishedOf(answers: AnswerStyle): Column["cell"] {
  const [yes, no] = answers === "labels" ? ["True", "False"] : ["1", "0"];
  return ({ fate }) => (fate === "unfinished" ? no : yes) ?? "";
}

function questionColumns(block: Block, number: string, answers: AnswerStyle): readonly Column[] {
  if (block.kind === "grid")
    return block.rows.map((row, at) => ({
      header: [
        `Q${number}_${at + 1}`,
        `${GRID_STEM}\nPlease answer every line. - ${row.question.text}`,
        importId(`QID${number}_${at + 1}`),
      ],
      cell: seen(row, answers),
    }));
  const { question } = block.row;
  const single = { header: [`Q${number}`, question.text, importId(`QID${number}`)], cell: seen(block.row, answers) };
  return question.nps ? [npsGroup(block.row, number, answers), single] : [single];
}

/** In numbers, a question that was seen and not answered is -99; one that was not seen stays empty. */
function seen(row: PlacedQuestion, answers: AnswerStyle): Column["cell"] {
  const cell = answerCell(row, answers);
  if (answers === "labels") return cell;
  return (response) => cell(response) || (response.progress === 1 ? "-99" : "");
}

function npsGroup(row: PlacedQuestion, number: string, answers: AnswerStyle): Column {
  const names = answers === "labels" ? ["Detractor", "Passive", "Promoter"] : ["1", "2", "3"];
  const score = answerCell(row, "codes");
  return {
    header: [`Q${number}_NPS_GROUP`, `${row.question.text} - Group`, importId(`QID${number}_NPS_GROUP`)],
    cell: (response) => {
      const text = score(response);
      if (!/^\d+$/.test(text)) return "";
      return names[Number(text) >= 9 ? 2 : Number(text) >= 7 ? 1 : 0] ?? "";
    },
  };
}

/** A question of several answers with a text beside its last choice, and an open one. */
function closingColumns(number: number, answers: AnswerStyle): readonly Column[] {
  const choice = (at: number) => (answers === "labels" ? (HEARD[at] ?? "") : String(at + 1));
  const [ticks, open] = [`QID${number}`, `QID${number + 1}`];
  return [
    {
      header: [`Q${number}`, `${HEARD_QUESTION} - Selected Choice`, importId(ticks)],
      cell: ({ heard }) => heard.map(choice).join(","),
    },
    {
      header: [`Q${number}_4_TEXT`, `${HEARD_QUESTION} - Other - Text`, importId(`${ticks}_4_TEXT`)],
      cell: ({ heard }) => (heard.includes(HEARD.length - 1) ? "On the radio" : ""),
    },
    { header: [`Q${number + 1}`, COMMENT_QUESTION, importId(`${open}_TEXT`)], cell: ({ comment }) => comment },
  ];
}
