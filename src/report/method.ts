import type { CellResult, MethodNote } from "../audit/types.ts";
import type { Framework } from "../framework/types.ts";
import { hasKink } from "../numeric/formula.ts";
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
    ...outcomeNotes(overall),
    ...notes,
    ...diagnosisNotes(parts),
  ];
}

function note(topic: string, text: string): MethodNote {
  return { topic, text };
}

function scoreNotes({ reading }: Framework): readonly MethodNote[] {
  const index =
    "A mean is turned into 0 to 100 along the dimension's own scale: 0 stands for the worst answer to everything, 100 for the best. It is a straight rescaling, never a rank among others.";
  const load = "This framework reads as load: 100 minus the index, so that 100 is worst.";
  return [
    note(reading === "load" ? "Load" : "Index", reading === "load" ? `${index} ${load}` : index),
    note("Bands and targets", "The bands' limits and the targets are conventions of the framework, not findings."),
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
    "The interval describes these people now: it is narrowed by the share of the headcount that answered, and assumes that those who did not answer resemble those who did. The chance of being short of a target, and so the plan, does not use it.";
  return [
    note(
      "Interval of a mean",
      "95 % t interval with n − 1 degrees of freedom; n is always people. An index has the interval of its mean, rescaled with it.",
    ),
    note(
      "Favourable share",
      "Favourable answers among all answers to the dimension's questions. Answers of one person hang together, so the Wilson interval rests on an effective number of answers, clustered by respondent.",
    ),
    ...(headcount === null ? [] : [note("Headcount", finite)]),
  ];
}

function compositeNotes({ composites }: Framework, overall: CellResult): readonly MethodNote[] {
  if (overall.composites.length === 0) return [];
  const kinked = composites.some(({ tree }) => hasKink(tree));
  const logs = overall.composites.some(({ transform }) => transform === "log");
  return [
    note(
      "Composite",
      [
        "For a group a formula is worked out from the group's dimension means; a ratio is a ratio of means, since single ratios explode where a denominator is small. Its interval follows by the delta method from the means' variances and covariances.",
        logs ? "Where the index is on a log scale, so is the interval." : "",
        kinked ? "Where a formula has min or max, the interval comes from seeded random draws of the means." : "",
      ]
        .filter(Boolean)
        .join(" "),
    ),
  ];
}

function outcomeNotes({ outcomes }: CellResult): readonly MethodNote[] {
  const kinds = new Set(outcomes.map(({ statistic }) => statistic));
  return [
    ...(kinds.has("nps")
      ? [
          note(
            "Net promoter score",
            "Per cent who answered 9 or 10, minus per cent who answered 0 to 6: −100 to +100. Adjusted Wald interval.",
          ),
        ]
      : []),
    ...(kinds.has("csat") ? [note("Top-two-box share", "Share of the two best answers, with a Wilson interval.")] : []),
  ];
}

function missingNote({ dimensions }: Framework): MethodNote {
  const shares = [...new Set(dimensions.map(({ minAnswered }) => `${Math.round(minAnswered * 100)} %`))];
  return note(
    "Missing answers",
    `A person has a score on a dimension when at least ${shares.join(" or ")} of its question weight is answered; the score is the weighted mean of what was answered, and nothing is filled in. "Not applicable" and "don't know" count as not answered and are reported apart.`,
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

function diagnosisNotes({ diagnosis }: AuditParts): readonly MethodNote[] {
  const { findings, plan } = diagnosis;
  return [
    ...(findings.length === 0
      ? []
      : [
          note(
            "Findings",
            "A finding's conditions are stated in the framework. It is clear when every interval lies on its side of the condition, and leaning when only the estimates do.",
          ),
        ]),
    ...(plan.steps.length === 0
      ? []
      : [
          note(
            "Plan",
            "Need = gap to the target × weight × multiplier × chance that the true score is short of the target, spread over the facets a dimension names. Each step is the remedy that removes most need per point of effort; what it addresses remains at need × (1 − strength). Remedies that another needs first come first. Strengths, effort and months are starting estimates from practice.",
          ),
        ]),
  ];
}
