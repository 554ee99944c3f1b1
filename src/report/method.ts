import type { CellResult, MethodNote } from "../audit/types.ts";
import type { Framework } from "../framework/types.ts";
import { hasKink } from "../numeric/formula.ts";
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
    ...compositeNotes(framework, overall),
    ...outcomeNotes(framework, overall),
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
  const kept = load ? " A kept audit (JSON) also holds the index, which is 100 minus the load." : "";
  return [
    note(
      load ? "Load" : "Index",
      `A mean is turned into 0 to 100 along the dimension's own scale: ${ends}. It is a straight rescaling, never a rank among others.${kept}`,
    ),
    note(
      "Bands and targets",
      `${bandLines(framework).join(" ")} The bands' limits and the targets are conventions of the framework, not findings.`,
    ),
  ];
}

function intervalNotes({ unit }: Framework, { headcount }: CellResult): readonly MethodNote[] {
  if (unit !== "person")
    return [
      note(
        "One assessment",
        "Each row is one assessment, not one person among many: there is no sample, and so no interval.",
      ),
    ];
  const finite =
    "The interval describes these people now: it is narrowed by the share of the headcount that answered, and assumes that those who did not answer resemble those who did. Nothing is judged by it: people answer with noise even when all of them answer, so bands, findings, targets and the plan rest on the interval without the headcount.";
  return [
    note(
      "Interval of a mean",
      "95 % t interval with n − 1 degrees of freedom; n is always people. An index has the interval of its mean, rescaled with it. It is cut at the ends of the scale, since nothing lies beyond them.",
    ),
    note(
      "Favourable share",
      "Favourable answers among all answers to the dimension's items. Answers of one person hang together, so the Wilson interval rests on an effective number of answers, clustered by respondent.",
    ),
    ...(headcount === null ? [] : [note("Headcount", finite)]),
  ];
}

function compositeNotes({ composites, unit }: Framework, overall: CellResult): readonly MethodNote[] {
  if (overall.composites.length === 0) return [];
  const kinked = composites.some(({ tree }) => hasKink(tree));
  const logs = overall.composites.some(({ transform }) => transform === "log");
  return [
    note(
      "Composite",
      [compositeWords(overall), ...(unit === "person" ? compositeIntervals({ logs, kinked }) : [])].join(" "),
    ),
  ];
}

/** Of one row there are no means to speak of. */
function compositeWords({ people }: CellResult): string {
  return people === 1
    ? "A formula is worked out from the scores of the dimensions."
    : "For a group a formula is worked out from the group's dimension means; a ratio is a ratio of means, since single ratios explode where a denominator is small.";
}

function compositeIntervals(used: { readonly logs: boolean; readonly kinked: boolean }): readonly string[] {
  return [
    "Its interval follows by the delta method from the means' variances and covariances, and is cut at the formula's worst and best values.",
    ...(used.logs ? ["Where the index is on a log scale, so is the interval."] : []),
    ...(used.kinked
      ? ["Where a formula has min or max, the interval comes from seeded random draws of the means."]
      : []),
  ];
}

function outcomeNotes({ unit }: Framework, { outcomes }: CellResult): readonly MethodNote[] {
  const kinds = new Set(outcomes.map(({ statistic }) => statistic));
  const interval = (words: string) => (unit === "person" ? ` ${words}` : "");
  const nps = `Per cent who answered 9 or 10, minus per cent who answered 0 to 6: −100 to +100.${interval("Adjusted Wald interval.")}`;
  const csat = `Share of the two best answers.${interval("Wilson interval.")}`;
  return [
    ...(kinds.has("nps") ? [note("Net promoter score", nps)] : []),
    ...(kinds.has("csat") ? [note("Top-two-box share", csat)] : []),
  ];
}

function missingNote({ dimensions, unit }: Framework): MethodNote {
  const shares = [...new Set(dimensions.map(({ minAnswered }) => `${Math.round(minAnswered * 100)} %`))];
  return note(
    "Missing answers",
    `${unit === "person" ? "A person" : "An assessment"} has a score on a dimension when at least ${shares.join(" or ")} of its item weight is answered; the score is the weighted mean of what was answered, and nothing is filled in. "Not applicable" and "don't know" count as not answered and are reported apart.`,
  );
}

function sizeNotes({ framework, settings, released }: AuditParts): readonly MethodNote[] {
  if (framework.unit !== "person") return [];
  const grouped =
    released.grouping === null
      ? ""
      : " Smaller groups, and where needed the next smallest, are taken together until the rest cannot be told by subtraction.";
  return [
    note(
      "Small groups",
      `Nothing is shown of fewer than ${settings.minGroup} people.${grouped} What is hidden also takes no part in findings or plan.`,
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
            `A finding's conditions are stated in the framework. ${
              framework.unit === "person"
                ? "It is clear when every interval, taken without a headcount, lies on its side of the condition, and leaning when only the estimates do."
                : "An assessment has no interval: the number itself decides."
            }`,
          ),
        ]),
    ...(causes === null ? [] : [causesNote(framework)]),
    ...(plan.steps.length === 0 ? [] : [planNote(framework)]),
  ];
}

function planNote({ reading, unit }: Framework): MethodNote {
  const off = reading === "load" ? "load is above" : "index is short of";
  const chance = unit === "person" ? ` × chance that the true ${off} the target` : "";
  return note(
    "Plan",
    `Need = gap to the target × weight × multiplier${chance}, spread over the facets a dimension names. Each step is the remedy that removes most need per point of effort; what it addresses remains at need × (1 − strength). Remedies that another needs first come first. Strengths, effort and months are starting estimates from practice.`,
  );
}

function causesNote({ reading }: Framework): MethodNote {
  const [low, merely] =
    reading === "load"
      ? ["a load above 50 and above its target", "above"]
      : ["an index below 50 and below its target", "short of"];
  return note(
    "What feeds what",
    `The framework's links from theory, drawn only between dimensions that are bad in themselves: a symptom, each of its causes and every member of a circle has ${low}. To be merely ${merely} a target is no symptom.`,
  );
}
