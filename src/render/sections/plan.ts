import type { Audit, DimensionNeed, Plan, PlanStep } from "../../audit/types.ts";
import { capital } from "../../problems/capital.ts";
import { quadrantFigures } from "../figures/quadrant.ts";
import { chance, count, need, score, share, short } from "../numbers.ts";
import type { Block, Entry, Fact, Table, Tone, Toned } from "../sheet.ts";
import { HORIZON, intensityWords, listWords, monthsWords, mostWords, plural } from "../words.ts";
import { ofAudience } from "./audiences.ts";
import { applicable, NOT_APPLICABLE } from "./columns.ts";
import { besideLimits, READING_WORDS, type Reading, scoreName, shownIndex } from "./reading.ts";

const HORIZONS = ["now", "next", "later"] as const;
const QUADRANT_TONES: Readonly<Record<PlanStep["quadrant"], Tone>> = {
  "quick win": "good",
  "major project": "fair",
  "fill-in": "quiet",
  "think twice": "poor",
};

const EACH: Readonly<Record<PlanStep["quadrant"], string>> = {
  "quick win": "Each is a quick win.",
  "major project": "Each is a major project.",
  "fill-in": "Each is a fill-in.",
  "think twice": "Think twice about each.",
};

/** What to do first: the gaps, then the steps by the time they take to show. */
export function planSection(audit: Audit): readonly Block[] {
  const { plan, framework } = audit;
  const heading: Block = { kind: "heading", level: 2, text: "Plan" };
  const reason: Block[] = plan.reason === null ? [] : [{ kind: "paragraph", text: plan.reason }];
  if (plan.steps.length === 0) return [heading, ...reason];
  return [
    heading,
    ...reason,
    { kind: "paragraph", text: summary(plan) },
    ...quadrantFigures(plan),
    ...HORIZONS.flatMap((horizon) => horizonBlocks(audit, horizon)),
    { kind: "heading", level: 3, text: "The gaps behind the plan" },
    needsTable(framework, plan.needs),
    { kind: "paragraph", tone: "quiet", text: needWords(framework, plan.needs) },
  ];
}

function needWords({ reading, unit }: Audit["framework"], needs: readonly DimensionNeed[]): string {
  const { score: name, offTarget } = READING_WORDS[reading];
  const chances = unit === "person" ? ` × chance that the true ${name} is ${offTarget}` : "";
  const audiences = audiencesCounted(needs);
  const alike = audiences > 1 ? ` / ${count(audiences)}, since each of ${count(audiences)} audiences counts alike` : "";
  return `Need = gap × weight × multiplier${chances}${alike}; gap = points ${offTarget} / 100.`;
}

/** Needs of several audiences are divided by their number, so that totals stay comparable. */
function audiencesCounted(needs: readonly DimensionNeed[]): number {
  const [first] = needs;
  if (first === undefined || first.audience === null || first.need <= 0) return 1;
  return Math.round((first.gap * first.weight * first.multiplier * first.probability) / first.need);
}

function summary(plan: Plan): string {
  const { steps, need: before, remaining } = plan;
  const quadrant = sharedQuadrant(plan);
  const answered = before > 0 ? (before - remaining) / before : 0;
  return [
    `${plural(steps.length, "step", "steps")}, starting with "${steps[0]?.title ?? ""}".`,
    ...(steps.length > 1 ? [orderWords(steps)] : []),
    ...(quadrant === null ? [] : [EACH[quadrant]]),
    `Together they answer ${share(answered)} of the need: ${need(before)} before, ${need(remaining)} after.`,
    ...restFirmWords(plan),
    ...withoutProfileWords(plan),
    "Effort and months are starting estimates from practice.",
  ].join(" ");
}

/** What the profiles have done to the beginning of the plan. */
function withoutProfileWords({ steps, withoutProfiles }: Plan): readonly string[] {
  if (withoutProfiles.length === 0) return [];
  const first = steps.filter(({ rank }) => rank <= FIRST).map(({ title }) => title);
  const same = first.length === withoutProfiles.length && first.every((title, at) => title === withoutProfiles[at]);
  if (same) return ["Without the profiles it would begin the same way."];
  const titles = withoutProfiles.map((title) => `"${title}"`);
  return [`Without the profiles it would begin with ${listWords(titles, "and")}.`];
}

/** The one word for all steps of several, which then tells none of them from another. */
function sharedQuadrant({ steps: [first, ...rest] }: Plan): PlanStep["quadrant"] | null {
  return first && rest.length > 0 && rest.every(({ quadrant }) => quadrant === first.quadrant) ? first.quadrant : null;
}

/** Why the numbers may not run on from one step to the next. */
function orderWords(steps: readonly PlanStep[]): string {
  const places = steps.map(({ horizon }) => HORIZONS.indexOf(horizon));
  const skips = places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
  return `Their numbers say which to begin first, by need answered per effort; below they stand by how soon they show${skips ? ", so the numbers skip" : ""}.`;
}

function horizonBlocks(audit: Audit, horizon: PlanStep["horizon"]): readonly Block[] {
  const { steps } = audit.plan;
  const own = steps.filter((step) => step.horizon === horizon && neededBy(audit.plan, step) === null);
  if (own.length === 0) return [];
  return [{ kind: "heading", level: 3, text: HORIZON[horizon] }, ...own.flatMap((step) => withFirst(audit, step))];
}

/** A step and, under it, those that are only there because it needs them first. */
function withFirst(audit: Audit, step: PlanStep): readonly Entry[] {
  const first = audit.plan.steps.filter((one) => neededBy(audit.plan, one)?.strategy === step.strategy);
  return [stepEntry(audit, step), ...first.flatMap((one) => withFirst(audit, one))];
}

/** The later step that one which answers nothing by itself is there for. */
function neededBy({ steps }: Plan, { reduction, prerequisiteFor, rank }: PlanStep): PlanStep | null {
  if (reduction > 0) return null;
  return steps.find((step) => step.strategy === prerequisiteFor && step.rank > rank) ?? null;
}

function stepEntry(audit: Audit, step: PlanStep): Entry {
  const { plan, framework } = audit;
  const later = plan.steps.find(({ strategy }) => strategy === step.prerequisiteFor);
  const only = neededBy(plan, step);
  const before: Fact[] =
    later && only === null ? [{ label: "Needed for", text: `step ${count(later.rank)}, ${later.title}` }] : [];
  return {
    kind: "entry",
    lead: { text: count(step.rank), tone: "strong" },
    title: step.title,
    aside: only === null ? quadrantAside(plan, step) : { text: `first, for step ${count(only.rank)}`, tone: "strong" },
    facts: [
      { label: "Next week", text: step.firstStep, tone: "strong" },
      {
        label: "Effort",
        text: `${short(step.effort)} (${intensityWords(step.intensity)}); shows in ${monthsWords(step.months)}`,
      },
      ...(step.because.length === 0 ? [] : [{ label: "For", text: becauseWords(framework.reading, step) }]),
      ...findingFacts(audit, step),
      ...before,
      ...howFacts(step),
      ...firmFacts(plan, step),
      { label: "Watch", text: step.watch },
      ...(only === null ? [{ label: "Arithmetic", text: arithmeticWords(step), tone: "quiet" } as const] : []),
    ],
  };
}

function quadrantAside(plan: Plan, { quadrant }: PlanStep): Toned | null {
  return sharedQuadrant(plan) === null ? { text: quadrant, tone: QUADRANT_TONES[quadrant] } : null;
}

/** By the culture profile. */
function howFacts({ how }: PlanStep): readonly Fact[] {
  return how.map((text, at) => ({ label: at === 0 ? "How here" : "and", text }));
}

/** Steps that begin the plan, and those that any number of draws worth telling would have begin it. */
const FIRST = 3;
const WORTH_TELLING = 0.1;

function isFirmTold({ rank, firstThree }: PlanStep): boolean {
  return firstThree !== null && (rank <= FIRST || firstThree >= WORTH_TELLING);
}

/** How often chance alone would have put it elsewhere. */
function firmFacts({ draws }: Plan, step: PlanStep): readonly Fact[] {
  const { firstThree } = step;
  if (firstThree === null || draws === 0 || !isFirmTold(step)) return [];
  return [{ label: "How firm", text: `in the first three in ${share(firstThree)} of ${count(draws)} draws` }];
}

/** "Steps 4 to 8 were …": of all that have no line of their own, once. */
function restFirmWords({ steps, draws }: Plan): readonly string[] {
  const rest = steps.filter((step) => step.firstThree !== null && !isFirmTold(step)).map(({ rank }) => rank);
  if (draws === 0 || rest.length === 0) return [];
  const [from, to] = [Math.min(...rest), Math.max(...rest)];
  const runs = rest.length > 2 && to - from === rest.length - 1;
  const which = runs
    ? `${count(from)} to ${count(to)}`
    : listWords(
        rest.map((rank) => count(rank)),
        "and",
      );
  const were = rest.length === 1 ? `Step ${which} was` : `Steps ${which} were`;
  return [`${were} among the first three in fewer than ${share(WORTH_TELLING)} of ${count(draws)} draws.`];
}

function becauseWords(reading: Reading, step: PlanStep): string {
  const parts = step.because.map(
    ({ audience, title, index, share: part }) =>
      `${ofAudience(audience)}${title} ${score(shownIndex(reading, index))} (${share(part)})`,
  );
  return mostWords(parts);
}

function findingFacts({ findings }: Audit, step: PlanStep): readonly Fact[] {
  // Said of two audiences it is one finding still.
  const own = findings.filter(({ id }) => step.findings.includes(id));
  const titles = [...new Set(own.map(({ title }) => `"${title}"`))];
  return titles.length === 0 ? [] : [{ label: "Answers", text: `the finding ${listWords(titles, "and")}` }];
}

/** "listening 0.210 × 0.6 + care 0.100 × 0.3 = 0.156; / effort 1.5 = 0.104" */
function arithmeticWords({ arithmetic, reduction, effort, perEffort, fit, fits }: PlanStep): string {
  if (arithmetic.length === 0) return `answers no need by itself: ${need(reduction)}`;
  const terms = arithmetic.map(
    ({ audience, facet, needBefore, strength }) =>
      `${ofAudience(audience)}${facet} ${need(needBefore)} × ${short(strength)}`,
  );
  const by = fits.map((one) => `${one.by} × ${short(one.factor)}`);
  const why = by.length === 0 ? "" : ` (${by.join(", ")})`;
  const fitted = fit === 1 ? "" : `Fit × ${short(fit)}${why} in the strengths: `;
  return `${fitted}${terms.join(" + ")} = ${need(reduction)}; / effort ${short(effort)} = ${need(perEffort)}`;
}

function needsTable({ reading, unit }: Audit["framework"], needs: readonly DimensionNeed[]): Table {
  const right = "right" as const;
  return applicable({
    kind: "table",
    leading: 1,
    columns: [
      { title: "Dimension", wrapTo: 12 },
      { title: capital(scoreName(reading)), align: right },
      { title: "Target", align: right },
      { title: "Gap", align: right },
      { title: "Weight", align: right },
      { title: "Multiplier", align: right },
      { title: "Chance", align: right },
      { title: "Need", align: right },
    ],
    rows: needs.map((one) => [
      `${ofAudience(one.audience)}${one.title}`,
      besideLimits(reading, [one.target])(shownIndex(reading, one.index)),
      score(shownIndex(reading, one.target)),
      need(one.gap),
      short(one.weight),
      short(one.multiplier),
      unit === "person" ? chance(one.probability) : NOT_APPLICABLE,
      need(one.need),
    ]),
  });
}
