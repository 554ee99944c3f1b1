import type { AskedQuestion } from "./asked.ts";

/** Position of a choice, a typed text, or null: nothing was answered. */
export type Reply = number | string | null;
/** One person's replies, in the order of the questions. */
export type Replies = readonly Reply[];

export type Vendor = "google-forms-script" | "limesurvey-tsv" | "qualtrics-txt";

/** Whether answers come back as the tool stores them, or in words. */
export type Told = "code" | "text";

/** The table as the tool would send it back, from what its own file asked: names, order and answers are the file's. */
export function sentBack(
  vendor: Vendor,
  asked: readonly AskedQuestion[],
  people: readonly Replies[],
  told: Told,
): string {
  const answers = people.map((replies) => asked.map((question, at) => cellOf(question, replies[at] ?? null, told)));
  switch (vendor) {
    case "google-forms-script":
      return csv([
        ["Timestamp", ...asked.map(({ header }) => header)],
        ...answers.map((row, at) => [`2026/01/${String(1 + (at % 28)).padStart(2, "0")} 9:00:00 am GMT`, ...row]),
      ]);
    case "limesurvey-tsv":
      return csv([
        ["id", "submitdate", "lastpage", "startlanguage", "seed", ...asked.map(({ header }) => header)],
        ...answers.map((row, at) => [String(at + 1), "1980-01-01 00:00:00", "3", "en", String(9_000 + at), ...row]),
      ]);
    case "qualtrics-txt":
      return csv([
        ["StartDate", "Status", "Progress", "Finished", "ResponseId", ...asked.map(({ header }) => header)],
        ["Start Date", "Response Type", "Progress", "Finished", "Response ID", ...asked.map(({ wording }) => wording)],
        ["startDate", "status", "progress", "finished", "_recordId", ...asked.map((_, at) => `QID${at + 1}`)].map(
          (id) => `{"ImportId":"${id}"}`,
        ),
        ...answers.map((row, at) => ["2026-01-05 09:00:00", "IP Address", "100", "True", `R_${at + 1}`, ...row]),
      ]);
  }
}

function cellOf({ choices }: AskedQuestion, reply: Reply, told: Told): string {
  if (reply === null) return "";
  if (choices === null || typeof reply === "string") return String(reply);
  const choice = choices[reply];
  if (choice === undefined) return "";
  return told === "code" ? choice.code : choice.text;
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\r\n`).join("");
}
