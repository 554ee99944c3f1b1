import type { CellResult, GroupingResults, MethodNote } from "../audit/types.ts";
import type { Framework } from "../framework/types.ts";
import { hasKink } from "../numeric/formula.ts";
import { analysisNotes } from "./analysis-notes.ts";
import { bandLines } from "./band-limits.ts";
import type { AuditParts } from "./parts.ts";

/** How the numbers were made, in words: only what this audit uses. */
export function methodNotes(parts: AuditParts): readonly MethodNote[] {
  const { framework, overall } = parts;
  const notes = [missingNote(framework), ...sizeNotes(parts)];
  if (overall === null) return notes;
  return [
    ...scoreNotes(framework),
    ...intervalNotes(framework, overall),
    ...compositeNotes(framework, overall, parts.groupings),
    ...outcomeNotes(framework, overall),
    ...analysisNotes(parts, overall),
    ...notes,
    ...diagnosisNotes(parts),
  ];
}

function note(topic: string, text: string): MethodNote {
  return { topic, text };
}

function scoreNotes(framework: Framework): readonly MethodNote[] {
  const load = framework.reading === "load";
  const ends = load
    ? "0 stands for the best answer to everything, 100 for the worst"
    : "0 stands for the worst answer to everything, 100 for the best";
  const kept = load ? " A kept audit (JSON) also holds the index, 100 minus the load." : "";
  return [
    note(load ? "Load" : "Index", `A mean along the dimension's own scale: ${ends}.${kept}`),
    note("Bands and targets", `${bandLines(framework).join(" ")} The bands' limits and the targets are conventions.`),
  ];
}

function intervalNotes({ unit }: Framework, { headcount }: CellResult): readonly MethodNote[] {
  if (unit !== "person")
    return [
      note("One assessment", "Each row is one assessment, not one person among many: no sample, and so no interval."),
    ];
  const finite =
    "The intervals shown are narrowed by the share that answered and take those who did not for alike. Bands, findings, targets and the plan rest on the intervals without the headcount.";
  return [
    note(
      "Interval of a mean",
      "95 % t interval with n − 1 degrees of freedom, cut at the ends of the scale; n is always people.",
    ),
    note(
      "Favourable share",
      "Favourable answers among all answers to the items; Wilson interval, answers clustered by respondent.",
    ),
    ...(headcount === null ? [] : [note("Headcount", finite)]),
  ];
}

function compositeNotes(
  { composites, unit }: Framework,
  overall: CellResult,
  groupings: readonly GroupingResults[],
): readonly MethodNote[] {
  if (overall.composites.length === 0) return [];
  const kinked = composites.some(({ tree }) => hasKink(tree));
  const logs = overall.composites.some(({ transform }) => transform === "log");
  const mended = [overall, ...groupings.flatMap(({ cells }) => cells)].some(isMended);
  return [
    note(
      "Composite",
      [compositeWords(overall), ...(unit === "person" ? compositeIntervals({ logs, kinked, mended }) : [])].join(" "),
    ),
  ];
}

/** Covariances of different people need not fit together; said here once, and of each in a kept audit. */
function isMended({ composites }: CellResult): boolean {
  return composites.some(
    ({ value }) => value.kind === "estimate" && value.caveats.some((text) => text.includes("eigenvalues")),
  );
}

/** Of one row there are no means to speak of. */
function compositeWords({ people }: CellResult): string {
  return people === 1
    ? "Worked out from the scores of the dimensions."
    : "Worked out from a group's dimension means (a ratio of means).";
}

interface CompositeIntervals {
  readonly logs: boolean;
  readonly kinked: boolean;
  readonly mended: boolean;
}

function compositeIntervals({ logs, kinked, mended }: CompositeIntervals): readonly string[] {
  return [
    `Interval by the delta method${logs ? ", on a log scale where the index is" : ""}.`,
    ...(kinked ? ["Where a formula has min or max, it comes from seeded draws of the means."] : []),
    ...(mended ? ["Where covariances did not fit together, negative eigenvalues were set to 0."] : []),
  ];
}

function outcomeNotes({ unit }: Framework, { outcomes }: CellResult): readonly MethodNote[] {
  const kinds = new Set(outcomes.map(({ statistic }) => statistic));
  const interval = (words: string) => (unit === "person" ? `; ${words} interval` : "");
  const nps = `Per cent who answered 9 or 10 minus per cent who answered 0 to 6${interval("adjusted Wald")}.`;
  const csat = `Share of the two best answers${interval("Wilson")}.`;
  return [
    ...(kinds.has("nps") ? [note("Net promoter score", nps)] : []),
    ...(kinds.has("csat") ? [note("Top-two-box share", csat)] : []),
  ];
}

function missingNote({ dimensions }: Framework): MethodNote {
  const shares = [...new Set(dimensions.map(({ minAnswered }) => `${Math.round(minAnswered * 100)} %`))];
  return note(
    "Missing answers",
    `A score needs at least ${shares.join(" or ")} of its item weight answered ("don't know" and "not applicable" are no answer); nothing is filled in.`,
  );
}

function sizeNotes({ framework, settings }: AuditParts): readonly MethodNote[] {
  if (framework.unit !== "person") return [];
  const grouped = settings.by.length === 0 ? "" : " Groups are taken together until none can be told by subtraction.";
  return [
    note(
      "Small groups",
      `Nothing is shown of fewer than ${settings.minGroup} people.${grouped} Findings and plan leave out what is hidden.`,
    ),
  ];
}

function diagnosisNotes({ diagnosis, framework }: AuditParts): readonly MethodNote[] {
  const { findings, causes, plan } = diagnosis;
  return [
    ...(findings.length === 0
      ? []
      : [
          note(
            "Findings",
            framework.unit === "person"
              ? "Clear: every interval, without a headcount, lies on its side of the condition; leaning: only the estimates do."
              : "The conditions are the framework's. An assessment has no interval: the number itself decides.",
          ),
        ]),
    ...(causes === null ? [] : [causesNote(framework)]),
    ...(plan.steps.length === 0 ? [] : [planNote(framework, plan.draws)]),
  ];
}

function planNote({ unit }: Framework, draws: number): MethodNote {
  const chance = unit === "person" ? " × chance" : "";
  return note(
    "Plan",
    `Need = gap × weight × multiplier${chance}. Steps go by need removed per effort, prerequisites first; need × (1 − strength) remains.${stabilityWords(draws)}`,
  );
}

function stabilityWords(draws: number): string {
  if (draws === 0) return "";
  return ` How firm: ${String(draws).replace(/\B(?=(\d{3})+$)/g, ",")} seeded draws of the means, without the headcount.`;
}

function causesNote({ reading }: Framework): MethodNote {
  const low = reading === "load" ? "a load above 50 and above its target" : "an index below 50 and below its target";
  return note(
    "What feeds what",
    `The framework's links from theory, only where the symptom, each of its causes and every member of a circle has ${low}.`,
  );
}
