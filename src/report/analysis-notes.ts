import type { CellResult, GroupingResults, MethodNote } from "../audit/types.ts";
import type { AuditParts } from "./parts.ts";

/** How comparisons, agreement, reliability, drivers, waves and weights were made: only what this audit uses. */
export function analysisNotes(parts: AuditParts, overall: CellResult): readonly MethodNote[] {
  return [
    ...weightNotes(overall),
    ...comparisonNotes(parts.groupings),
    ...agreementNotes(parts, overall),
    ...reliabilityNotes(parts),
    ...driverNotes(parts),
    ...changeNotes(parts),
    ...carryNotes(overall),
    ...qualityNotes(parts),
  ];
}

function note(topic: string, text: string): MethodNote {
  return { topic, text };
}

function weightNotes({ effectivePeople }: CellResult): readonly MethodNote[] {
  if (effectivePeople === null) return [];
  return [
    note(
      "Survey weights",
      "Weighted means, standard errors by linearisation; people count as Kish's effective number (Σw)²/Σw². The minimum group counts people; reliability, agreement and what goes with an outcome are unweighted.",
    ),
  ];
}

function comparisonNotes(groupings: readonly GroupingResults[]): readonly MethodNote[] {
  const compared = groupings.some(({ comparisons }) => comparisons.length > 0);
  const between = groupings.some(({ agreement }) => agreement.length > 0);
  return [
    ...(compared
      ? [
          note(
            "Group comparisons",
            "Welch's t test against everyone else, hidden groups included; p by Benjamini and Hochberg over one level. Marked: p under 0.05 and a Hedges g of at least 0.2.",
          ),
        ]
      : []),
    ...(between
      ? [
          note(
            "Between groups",
            "ICC(1) = (MSB − MSW)/(MSB + (K − 1) × MSW), K people per group; groups that are not shown count as one.",
          ),
        ]
      : []),
  ];
}

function agreementNotes({ diagnosis }: AuditParts, { dimensions }: CellResult): readonly MethodNote[] {
  if (dimensions.every(({ agreement }) => agreement === null) && diagnosis.disagreements.length === 0) return [];
  return [
    note(
      "Agreement",
      "rWG(J), uniform null, of people who answered all items: spread widely under 0.70; two camps when each end third holds 25 % or more and the middle fewer than either.",
    ),
  ];
}

function reliabilityNotes({ reliability }: AuditParts): readonly MethodNote[] {
  if (reliability.length === 0) return [];
  return [
    note(
      "Reliability",
      "Cronbach's alpha with Feldt's interval; omega total of one minimum-residual factor; from 30 people with all items on.",
    ),
  ];
}

function driverNotes({ drivers }: AuditParts): readonly MethodNote[] {
  if (drivers.every(({ reason }) => reason !== null)) return [];
  return [
    note(
      "Relative weights",
      "Johnson's, from 30 people and 10 a dimension on. A dimension stands out when its weight less that of pure noise lies above 0 (95 %, 2,000 seeded draws).",
    ),
  ];
}

function changeNotes({ change }: AuditParts): readonly MethodNote[] {
  if (change === null || change.reason !== null) return [];
  const log = change.changes.some(({ of }) => of === "composite")
    ? " A composite on a log scale is compared on it."
    : "";
  const text =
    change.kind === "paired"
      ? "Everyone is compared with their own earlier answers (t interval), shown only when those who joined and left are nobody or no fewer than the minimum group."
      : "The waves are compared as two groups of different people: variances are added, without the headcount.";
  const groups =
    change.groups.length === 0 ? "" : " Of groups: p under 0.05, adjusted by Benjamini and Hochberg over the table.";
  return [note("Change", `${text}${log} Up and down of everyone: the 95 % interval excludes no change.${groups}`)];
}

function carryNotes({ composites, dimensions }: CellResult): readonly MethodNote[] {
  const scores = [...composites, ...dimensions];
  return [
    ...(scores.some(({ bounds }) => bounds !== null && bounds.silent > 0)
      ? [
          note(
            "Who stayed silent",
            "Everyone of the headcount who did not answer at the worst, then at the best end of every item.",
          ),
        ]
      : []),
    ...(scores.some(({ detectable }) => detectable?.kind === "estimate" && detectable.value > 0)
      ? [
          note(
            "Smallest change",
            "Found four times in five, at 5 %, by two surveys as large and as varied, of people who are not paired.",
          ),
        ]
      : []),
  ];
}

function qualityNotes({ quality }: AuditParts): readonly MethodNote[] {
  if (quality.variability.kind !== "estimate") return [];
  return [note("Personal spread", "Mean standard deviation of each person's raw answers.")];
}
