import type { Audit, PlanStep } from "../../audit/types.ts";
import { escapeMarkdown as text } from "../../render/markdown/escape.ts";
import { intensityWords, listWords, monthsWords, plural } from "../../render/words.ts";
import { version } from "../../version.ts";
import { type Day, isoOf } from "./dates.ts";
import { becauseWords } from "./review-words.ts";
import { type Moment, type Review, type Schedule, schedulesOf } from "./schedule.ts";

/** The plan as a checklist in Markdown: what to do, tick by tick, what to watch and when to look. */
export function planChecklist({ framework, plan }: Audit, start: Day | null): string {
  const begins = start === null ? "Months count from the day you begin." : `Begins on ${isoOf(start)}.`;
  const schedules = schedulesOf(plan.steps, start);
  const parts = [
    `# ${text(framework.title)}: plan`,
    `*trust-audit ${text(version)}*`,
    `${plural(plan.steps.length, "step", "steps")}, in the order of the plan. ${begins}${plan.steps.length > 1 ? STAGGERED : ""}`,
    ...plan.steps.flatMap((step) => {
      const schedule = schedules.get(step.strategy);
      return schedule === undefined ? [] : [stepPart(step, schedule)];
    }),
  ];
  return `${parts.join("\n\n")}\n`;
}

const STAGGERED =
  " No more than three are set going at a time: the next begins when one of them should begin to show, and none before the steps it needs do.";

function stepPart(step: PlanStep, schedule: Schedule): string {
  return [
    `## ${step.rank}. ${text(step.title)}`,
    "",
    `- [ ] **${firstWeek(schedule)}:** ${text(step.firstStep)}`,
    ...step.actions.map((action) => `- [ ] ${text(action)}`),
    "",
    "- **Owner:**",
    `- **Begins:** ${schedule.begins.months === 0 ? "at once" : momentWords(schedule.begins)}`,
    ...schedule.needs.map(({ rank, title }) => `- **Needs:** step ${rank}, ${text(title)}`),
    ...forLines(step),
    `- **Effort:** ${text(intensityWords(step.intensity))}; shows in ${monthsWords(step.months)}`,
    ...step.how.map((how) => `- **How here:** ${text(how)}`),
    `- **Watch:** ${text(step.watch)}`,
    `- **It should bring:** ${text(step.outcome)}`,
    `- **It goes wrong when:** ${text(step.pitfall)}`,
    ...reviewLines(schedule),
  ].join("\n");
}

function firstWeek({ begins, begin }: Schedule): string {
  const week = begins.months === 0 ? "Next week" : "In its first week";
  return begin.day === null ? week : `${week}, by ${isoOf(begin.day)}`;
}

function forLines({ because }: PlanStep): readonly string[] {
  return because.length === 0 ? [] : [`- **For:** ${text(listWords(because.map(becauseWords), "and"))}`];
}

const KIND: Readonly<Record<Review["kind"], string>> = { first: "First review", next: "Review", last: "Last review" };

function reviewLines({ reviews, due }: Schedule): readonly string[] {
  const [first] = reviews;
  if (due === null && first !== undefined)
    return [`- **Reviews:** first ${momentWords(first)}, then every 3 months; its end is open`];
  return reviews.map((review) => `- **${KIND[review.kind]}:** ${momentWords(review)}`);
}

function momentWords({ day, months }: Moment): string {
  return day === null ? `after ${plural(months, "month", "months")}` : `on ${isoOf(day)}`;
}
