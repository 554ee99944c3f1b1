import type { PlanStep } from "../../audit/types.ts";
import { version } from "../../version.ts";
import { type Day, isoOf } from "./dates.ts";
import { type Review, type Schedule, schedulesOf } from "./schedule.ts";

/** RFC 5545: content lines are at most so long, without their line break. */
const LONGEST = 75;

interface CalendarInput {
  readonly steps: readonly PlanStep[];
  readonly framework: string;
  readonly start: Day;
  /** Of the audit: with the strategy it makes ids that stay, so that a second import renews and doubles nothing. */
  readonly hash: string;
}

/** The plan as a calendar (RFC 5545): a task a step and an all-day entry a review. Stamped with the start, not the clock. */
export function planCalendar({ steps, framework, start, hash }: CalendarInput): string {
  const schedules = schedulesOf(steps, start);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//trust-audit//trust-audit ${version}//EN`,
    "CALSCALE:GREGORIAN",
    ...steps.flatMap((step) => {
      const schedule = schedules.get(step.strategy);
      if (schedule === undefined) return [];
      return [
        ...task(step, schedule, { framework, start, hash }),
        ...schedule.reviews.flatMap((review, at) => entry(step, review, { framework, start, hash, at })),
      ];
    }),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

type Common = Omit<CalendarInput, "steps">;

function task(step: PlanStep, schedule: Schedule, common: Common): readonly string[] {
  const { begins, due, reviews } = schedule;
  const from = begins.day ?? common.start;
  const day = (due ?? reviews[0])?.day ?? from;
  return [
    "BEGIN:VTODO",
    ...stamp(step, "step", common),
    // A task may not be due before it begins, nor on the same day.
    ...(day > from ? [`DTSTART;VALUE=DATE:${dateText(from)}`] : []),
    `DUE;VALUE=DATE:${dateText(day)}`,
    `SUMMARY:${escaped(`Step ${step.rank}: ${step.title}`)}`,
    `DESCRIPTION:${escaped(taskWords(step, schedule, common.framework))}`,
    "STATUS:NEEDS-ACTION",
    "END:VTODO",
  ];
}

function taskWords(step: PlanStep, { begins, needs }: Schedule, framework: string): string {
  return [
    ...needs.map(({ rank, title }) => `Needs step ${rank}: ${title}`),
    `${begins.months === 0 ? "Next week" : "In its first week"}: ${step.firstStep}`,
    ...step.actions.map((action) => `- ${action}`),
    `Watch: ${step.watch}`,
    `From the plan: ${framework}`,
  ].join("\n");
}

const KIND: Readonly<Record<Review["kind"], string>> = {
  first: "First review",
  next: "Review",
  last: "Last review",
};

function entry(step: PlanStep, review: Review, common: Common & { readonly at: number }): readonly string[] {
  const day = review.day ?? common.start;
  return [
    "BEGIN:VEVENT",
    ...stamp(step, `review-${common.at + 1}`, common),
    `DTSTART;VALUE=DATE:${dateText(day)}`,
    `DTEND;VALUE=DATE:${dateText(day + 1)}`,
    `SUMMARY:${escaped(`${KIND[review.kind]} of step ${step.rank}: ${step.title}`)}`,
    `DESCRIPTION:${escaped(`Watch: ${step.watch}\nIt should bring: ${step.outcome}\nFrom the plan: ${common.framework}`)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function stamp({ strategy }: PlanStep, part: string, { hash, start }: Common): readonly string[] {
  return [`UID:${hash.slice(0, 16)}-${escaped(strategy)}-${part}@trust-audit`, `DTSTAMP:${dateText(start)}T000000Z`];
}

function dateText(day: Day): string {
  return isoOf(day).replaceAll("-", "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n|\r|\n/g, "\\n");
}

/** Cut into lines of 75 octets, each but the first behind a space, and never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > LONGEST) {
      parts.push(part);
      part = "";
      size = 1;
    }
    part += character;
    size += octets;
  }
  return [...parts, part].join("\r\n ");
}
