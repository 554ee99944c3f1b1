/**
 * One export of every survey tool, for test/scenarios/files/team.yaml, with made-up personal data wherever such a tool, or
 * somebody who answers, can leave it. Texts that begin with `Xy` stand nowhere else in the project.
 */
export interface PlantedExport {
  readonly name: string;
  readonly text: string;
}

/** What may come out nowhere. */
export const PLANTED = [
  "Xyanna",
  "Xybellamy",
  "xyanna.xybellamy@example.org",
  "xyexternal-4711",
  "192.0.2.77",
  "51.50722",
  "+44 20 7946 0999",
  "Xylane",
  "Xycomment",
  "xyheader@example.org",
  "Xyheadername",
  "xytoken77",
  "xynetwork77",
  "Xypreview",
  "Xyragged",
  "R_xyresponse",
  "xyfreetext",
] as const;

/** An answer nobody can read: it may stand on stderr and on the page of `inspect`, for whoever sits there; nowhere else. */
export const UNREADABLE = "Xyunreadable";

const WORDS = ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"] as const;
const NEWS = "News that concerns us reaches us in time.";
const REASONS = "The reasons for decisions are explained to us.";
const OUTSIDERS = "We learn of problems from outsiders first.";
const QUESTIONS = [NEWS, REASONS, OUTSIDERS];
const PEOPLE = 14;

/** The three answers of person number n. */
function answers(n: number): readonly string[] {
  if (n === 5) return [UNREADABLE, "Agree", "Disagree"];
  return [n % 5, (n + 1) % 5, (n * 2) % 5].map((at) => WORDS[at] ?? "Agree");
}

function people<Row>(row: (n: number) => Row): readonly Row[] {
  return Array.from({ length: PEOPLE }, (_, n) => row(n));
}

const COMMENTS_HEADER = "Name: Xyheadername Xybellamy";
/** Nobody writes what another has written. */
const comment = (n: number): string => `Xycomment ${n}: ask Xyanna Xybellamy, xyfreetext`;
const EMAIL = "xyanna.xybellamy@example.org";
const fullName = (n: number): string => `Xyanna ${n} Xybellamy`;
const second = (n: number): string => String(10 + n);

function csv(rows: readonly (readonly string[])[], delimiter = ","): string {
  const cell = (text: string): string =>
    text.includes('"') || text.includes(delimiter) || text.includes("\n") ? `"${text.replaceAll('"', '""')}"` : text;
  return `${rows.map((row) => row.map(cell).join(delimiter)).join("\n")}\n`;
}

const QUALTRICS_OWN = [
  ["StartDate", "Start Date", "startDate", "2026-03-01 09:00:00"],
  ["EndDate", "End Date", "endDate", "2026-03-01 09:01:30"],
  ["Status", "Response Type", "status", "IP Address"],
  ["IPAddress", "IP Address", "ipAddress", "192.0.2.77"],
  ["Progress", "Progress", "progress", "100"],
  ["Duration (in seconds)", "Duration (in seconds)", "duration", "90"],
  ["Finished", "Finished", "finished", "True"],
  ["RecordedDate", "Recorded Date", "recordedDate", "2026-03-01 09:01:31"],
  ["ResponseId", "Response ID", "_recordId", "R_xyresponse"],
  ["RecipientLastName", "Recipient Last Name", "recipientLastName", "Xybellamy"],
  ["RecipientFirstName", "Recipient First Name", "recipientFirstName", "Xyanna"],
  ["RecipientEmail", "Recipient Email", "recipientEmail", EMAIL],
  ["ExternalReference", "External Data Reference", "externalDataReference", "xyexternal-4711"],
  ["LocationLatitude", "Location Latitude", "locationLatitude", "51.50722"],
  ["LocationLongitude", "Location Longitude", "locationLongitude", "51.50722"],
  ["DistributionChannel", "Distribution Channel", "distributionChannel", "email"],
  ["UserLanguage", "User Language", "userLanguage", "EN"],
] as const;

function qualtrics(): string {
  const personal = ["RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference", "ResponseId"];
  const cells = (n: number): readonly string[] =>
    QUALTRICS_OWN.map(([name, , , value]) => (personal.includes(name) ? `${value}${n}` : value));
  const own = (n: number, preview: boolean): readonly string[] =>
    preview ? cells(n).map((cell) => (cell === "IP Address" ? "Survey Preview" : cell)) : cells(n);
  const ids = [...QUALTRICS_OWN.map(([, , id]) => id), "QID1", "QID2", "QID3", "QID4_TEXT", "QID5_TEXT"];
  return csv([
    [...QUALTRICS_OWN.map(([name]) => name), "Q1", "Q2", "Q3", "Q4", "xyheader@example.org"],
    [...QUALTRICS_OWN.map(([, text]) => text), ...QUESTIONS, COMMENTS_HEADER, "E-mail address"],
    ids.map((id) => `{"ImportId":"${id}"}`),
    ...people((n) => [...own(n, false), ...answers(n), comment(n), EMAIL]),
    [...own(99, true), ...answers(1), "Xypreview", ""],
    ["Xyragged", EMAIL],
  ]);
}

function surveymonkey(): string {
  const own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address"];
  const names = ["First Name", "Last Name", "Custom Data 1"];
  return csv([
    [...own, ...names, ...QUESTIONS, COMMENTS_HEADER, "What is your address?"],
    [...own, ...names].map(() => "").concat("Response", "Response", "Response", "Open-Ended Response", "Street"),
    ...people((n) => [
      `11890077${second(n)}`,
      "407700",
      `03/01/2026 09:00:00 AM`,
      `03/01/2026 09:02:${second(n)} AM`,
      "192.0.2.77",
      EMAIL,
      `Xyanna ${n}`,
      `Xybellamy ${n}`,
      `xyexternal-4711-${n}`,
      ...answers(n),
      comment(n),
      `${n} Xylane`,
    ]),
    ["Xyragged", EMAIL],
  ]);
}

function googleForms(): string {
  return csv([
    ["Timestamp", "Email Address", ...QUESTIONS, COMMENTS_HEADER, "xyheader@example.org", "Telephone"],
    ...people((n) => [
      `2026/03/01 9:00:${second(n)} AM GMT+1`,
      EMAIL,
      ...answers(n),
      comment(n),
      fullName(n),
      "+44 20 7946 0999",
    ]),
    ["Xyragged", EMAIL],
  ]);
}

function limesurvey(): string {
  const own = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp", "ipaddr"];
  return csv(
    [
      [...own, "refurl", "O1", "O2", "O3", COMMENTS_HEADER, "firstname", "email"],
      ...people((n) => [
        String(n + 1),
        `2026-03-01 09:01:${second(n)}`,
        "3",
        "en",
        "77001",
        `xytoken77${n}`,
        "2026-03-01 09:00:00",
        `2026-03-01 09:01:${second(n)}`,
        "192.0.2.77",
        "https://example.org/?mail=xyanna.xybellamy@example.org",
        ...answers(n),
        comment(n),
        `Xyanna ${n}`,
        EMAIL,
      ]),
      ["Xyragged", EMAIL],
    ],
    ";",
  );
}

function typeform(): string {
  return csv([
    [
      "#",
      ...QUESTIONS,
      "Hello, what is your *name*?",
      COMMENTS_HEADER,
      "Response Type",
      "Start Date (UTC)",
      "Stage Date (UTC)",
      "Submit Date (UTC)",
      "Network ID",
      "Tags",
      "Ending",
    ],
    ...people((n) => [
      `xynetwork77${second(n)}`,
      ...answers(n),
      fullName(n),
      comment(n),
      "completed",
      "2026-03-01 09:00:00",
      "",
      `2026-03-01 09:02:${second(n)}`,
      `xynetwork77${n}`,
      `Xycomment ${n}`,
      "",
    ]),
    ["Xyragged", EMAIL],
  ]);
}

function microsoftForms(): string {
  return csv([
    ["ID", "Start time", "Completion time", "Email", "Name", ...QUESTIONS, COMMENTS_HEADER, "Your phone number"],
    ...people((n) => [
      String(n + 1),
      "3/1/26 9:00:00",
      `3/1/26 9:02:${second(n)}`,
      EMAIL,
      fullName(n),
      ...answers(n),
      comment(n),
      "+44 20 7946 0999",
    ]),
    ["Xyragged", EMAIL],
  ]);
}

function plain(): string {
  return csv([
    ["Name", "E-mail", "Home address", "Phone", "O1", "O2", "O3", COMMENTS_HEADER, "xyheader@example.org"],
    ...people((n) => [fullName(n), EMAIL, `${n} Xylane`, "+44 20 7946 0999", ...answers(n), comment(n), "xyfreetext"]),
    ["Xyragged", EMAIL],
  ]);
}

export const PLANTED_EXPORTS: readonly PlantedExport[] = Object.entries({
  qualtrics,
  surveymonkey,
  "google-forms": googleForms,
  limesurvey,
  typeform,
  "microsoft-forms": microsoftForms,
  plain,
}).map(([name, text]) => ({ name, text: text() }));
