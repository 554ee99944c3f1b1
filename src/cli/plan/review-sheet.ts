import { count, gained, share, short, withInterval } from "../../render/numbers.ts";
import { inWords } from "../../render/sections/change-words.ts";
import type { Reading } from "../../render/sections/reading.ts";
import { shownGap } from "../../render/sections/reading.ts";
import type { Block, Entry, Fact, Sheet, Tone } from "../../render/sheet.ts";
import { listWords, plural } from "../../render/words.ts";
import { version } from "../../version.ts";
import { comparisonFacts } from "../comparison.ts";
import type { Moved, PlanReview, StepReview, Verdict } from "./review.ts";
import { dueWords, verdictWords } from "./review-words.ts";

const TONES: Readonly<Record<Verdict, Tone>> = {
  "too early": "quiet",
  better: "good",
  worse: "poor",
  mixed: "fair",
  "no clear change": "quiet",
  "too few to say": "quiet",
  "answers no score": "quiet",
};

/** What has got better are the scores, whatever became of the step. */
const ASIDE: Partial<Readonly<Record<Verdict, string>>> = { better: "scores better", worse: "scores worse" };

/** The review as a page: the two waves, then step by step what it was to move, what moved, and what is due. */
export function reviewSheet(review: PlanReview): Sheet {
  const { framework, tool } = review.comparison.after.audit;
  const { change } = review.comparison;
  const { mark, rows } = comparisonFacts(review.comparison);
  const nothing: Block[] =
    change.reason === null ? [] : [{ kind: "paragraph", text: `Nothing of the change is shown: ${change.reason}.` }];
  return {
    title: `${framework.title}: the plan reviewed`,
    maker: `${tool.name} ${version}`,
    mark,
    blocks: [
      { kind: "facts", rows: [...rows, ...timeFacts(review)] },
      ...nothing,
      { kind: "heading", level: 2, text: "Step by step" },
      ...review.steps.map((step) => stepEntry(step, review)),
      {
        kind: "paragraph",
        tone: "quiet",
        text: "A change after a step is no proof that the step made it: much else happens between two surveys, and of two waves nobody was left without the step to compare with.",
      },
    ],
  };
}

function timeFacts({ months, strangers }: PlanReview): readonly Fact[] {
  const passed =
    months === null
      ? "not known, so nothing is called too early; say it with --months, or with --start and --on"
      : plural(months, "month", "months").replace(/^[\d.,]+/, short(months));
  return [
    { label: "Passed", text: passed },
    ...(strangers.length === 0
      ? []
      : [{ label: "Mind", text: `No step of this plan: ${listWords(strangers, "and")}`, tone: "fair" as const }]),
  ];
}

function stepEntry(review: StepReview, whole: PlanReview): Entry {
  const { step, tracked, moved, verdict } = review;
  const { reading } = whole.comparison.after.audit.framework;
  const owners = tracked?.owners ?? [];
  return {
    kind: "entry",
    lead: { text: count(step.rank), tone: "strong" },
    title: step.title,
    aside: { text: ASIDE[verdict] ?? verdict, tone: TONES[verdict] },
    facts: [
      { label: "Says", text: verdictWords(review, whole), tone: "strong" },
      ...moved.map((one): Fact => ({ label: "Was to move", text: movedWords(one, reading) })),
      ...(tracked === null ? [] : [{ label: "Status", text: statusWords(tracked) }]),
      ...(owners.length === 0 ? [] : [{ label: "Owner", text: listWords(owners, "and") }]),
      { label: "Due", text: dueWords(review, whole.months) },
      { label: "Watch", text: step.watch },
    ],
  };
}

function statusWords({ status, done, rows }: NonNullable<StepReview["tracked"]>): string {
  return status === "started" ? `started: ${count(done)} of ${count(rows)} actions done` : status;
}

/** "Credibility (62 %): +10 (+2 to +17), up (better)" */
function movedWords({ because, change, reason }: Moved, reading: Reading): string {
  const whose = because.audience === null ? "" : `, ${because.audience.title}`;
  const name = `${because.title}${whose} (${share(because.share)})`;
  if (change === null) return `${name}: ${reason ?? "no data"}`;
  return `${name}: ${withInterval(shownGap(reading, change.index), gained)}, ${inWords(change, reading).text}`;
}

/** The review as data; docs/plan.md names the keys. */
export function reviewJson(review: PlanReview): object {
  const { comparison, months, steps, strangers } = review;
  const { before, after, leftOut, reworded, mind } = comparison;
  const { id, version: of, title, reading, hash } = after.audit.framework;
  return {
    format: "trust-audit/plan-review",
    formatVersion: 1,
    tool: { name: "trust-audit", version },
    framework: { id, version: of, title, reading, hash },
    files: { before: before.name, after: after.name },
    months,
    leftOut,
    reworded,
    mind,
    strangers,
    steps: steps.map((one) => ({
      rank: one.step.rank,
      strategy: one.step.strategy,
      title: one.step.title,
      months: one.step.months,
      begins: one.begins,
      verdict: one.verdict,
      says: verdictWords(one, review),
      due: one.due,
      dueSays: dueWords(one, months),
      tracked: one.tracked,
      moved: one.moved.map(({ because, change, reason }) => ({ ...because, change, reason })),
      watch: one.step.watch,
    })),
  };
}
