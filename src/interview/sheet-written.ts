import { commentOf, numberOf } from "./sheet.ts";
import type { Answer, InterviewPlan, ItemQuestion, Seat } from "./types.ts";

type Said = Pick<Seat, "answers" | "comments" | "hands">;

/** Signs between two spaces: as many as one sees at a glance. */
const GROUP = 5;

/** All that stands on a sheet as the line that `parseSheetLine` reads to the same; without a check digit, which is to be summed anew. */
export function writtenSheet(plan: InterviewPlan, seat: Said): string {
  const number = numberOf(seat);
  const comment = commentOf(seat);
  const beside = plan.items.flatMap(({ id }) => [
    ...(seat.comments.has(id) ? [`${id}.note=${quoted(seat.comments.get(id) ?? "")}`] : []),
    ...(seat.hands.has(id) ? [`${id}.hands=${seat.hands.get(id)?.join(",")}`] : []),
  ]);
  return [
    ...(number === null ? [] : [`@${number}`]),
    writtenAnswers(plan, seat),
    ...beside,
    ...(comment === null ? [] : [`// ${comment}`]),
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** The answers alone, in fives, so that the eye can compare them with the paper; behind them what takes a word of its own. */
export function writtenAnswers(plan: InterviewPlan, { answers }: Pick<Said, "answers">): string {
  let run = "";
  let next = 1;
  for (const item of plan.items) {
    const answer = answers.get(item.id);
    if (answer === undefined) continue;
    if (item.number !== next) run = `${run.trimEnd()} ${item.number}:`;
    next = item.number + 1;
    run += signOf(item, answer) + (item.number % GROUP === 0 || standsAlone(item) ? " " : "");
  }
  return [run.trim(), ...figures(plan, answers), ...aboutPerson(plan, answers)].filter((part) => part !== "").join(" ");
}

/** What takes a word of its own has a blank in its place. */
function signOf(item: ItemQuestion, answer: Answer): string {
  if (answer.kind === "notApplicable") return "n";
  if (answer.kind === "dontKnow") return "d";
  if (answer.kind !== "code" || takesWord(item, answer)) return "-";
  return answer.code === 10 ? "t" : String(answer.code);
}

/** A digit behind it could be read as a part of it. */
function standsAlone({ scale }: ItemQuestion): boolean {
  return scale.kind === "coded" && (scale.max > 9 || scale.min < 0);
}

function takesWord({ scale }: ItemQuestion, answer: Answer): boolean {
  return answer.kind === "figure" || (answer.kind === "code" && scale.kind === "coded" && answer.code < 0);
}

function figures({ items }: InterviewPlan, answers: Said["answers"]): readonly string[] {
  return items.flatMap((item) => {
    const answer = answers.get(item.id);
    if (answer === undefined || !takesWord(item, answer)) return [];
    return [`${item.id}=${answer.kind === "figure" ? answer.text : answer.kind === "code" ? answer.code : ""}`];
  });
}

function aboutPerson({ setup }: InterviewPlan, answers: Said["answers"]): readonly string[] {
  return setup.segments.flatMap(({ name }) => {
    const answer = answers.get(`@${name}`);
    if (answer === undefined) return [];
    return [`${quoted(name)}=${answer.kind === "choice" ? quoted(answer.text) : "-"}`];
  });
}

/** Quotation marks hold together what is no single word. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}_]+$/u.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}
