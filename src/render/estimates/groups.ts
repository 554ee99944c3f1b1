/** The groups, and how they differ: from everyone else, from each other, between audiences and between waves. */
import type {
  AudienceGap,
  Audit,
  BetweenGroups,
  CellResult,
  Change,
  ChangeResult,
  DifferenceTest,
  GroupComparison,
  GroupingResults,
} from "../../audit/types.ts";
import { cellRows } from "./cells.ts";
import {
  type About,
  about,
  absentRow,
  type EstimateRow,
  estimateRow,
  hiddenRow,
  numberRow,
  numberRows,
  type Scope,
  UNIT,
  type Whose,
  wholly,
} from "./row.ts";

export function groupingRows(audit: Audit, grouping: GroupingResults): readonly EstimateRow[] {
  const { text: id, withheld, reason, cells, comparisons, agreement } = grouping;
  const { audienceColumn } = audit.asked;
  const ofAudiences = grouping.columns.length === 1 && grouping.columns[0] === audienceColumn;
  if (withheld)
    return [hiddenRow(about({ ...wholly("group"), grouping: id }, "grouping", { id }), "groups", reason ?? undefined)];
  return [
    ...cells.flatMap((cell) => cellRows(cell, whoseOf(cell, { grouping: id, scope: scopeOf(cell, ofAudiences) }))),
    ...comparisons.flatMap((one) => comparisonRows(one, { grouping: id, title: titleOf(audit, one.dimension) })),
    ...agreement.flatMap((one) => betweenRows(one, id)),
  ];
}

function scopeOf({ kind }: CellResult, ofAudiences: boolean): Scope {
  return kind === "group" && ofAudiences ? "audience" : kind;
}

interface Named {
  readonly label: string;
  readonly path: readonly string[];
}

function whoseOf(
  { label, path }: Named,
  { grouping, scope }: { readonly grouping: string; readonly scope: Scope },
): Whose {
  return { scope, grouping, group: label, path };
}

function titleOf({ overall }: Audit, dimension: string): string {
  return overall?.dimensions.find(({ id }) => id === dimension)?.title ?? dimension;
}

function comparisonRows(
  comparison: GroupComparison,
  { grouping, title }: { readonly grouping: string; readonly title: string },
): readonly EstimateRow[] {
  const { dimension: id, n, difference, test, adjustedP, says } = comparison;
  const of = {
    ...about(whoseOf(comparison, { grouping, scope: "comparison" }), "dimension", { id, title }),
    than: "everyone else",
  };
  return [
    { ...estimateRow(of, "difference of means", difference), says },
    numberRow(of, "people of the group", { value: n[0], unit: UNIT.people }),
    numberRow(of, "people of everyone else", { value: n[1], unit: UNIT.people }),
    ...testRows(of, test, adjustedP),
  ];
}

function testRows(of: About, test: DifferenceTest | null, adjustedP: number | null): readonly EstimateRow[] {
  if (test === null) return numberRows(of, "adjusted p", { value: adjustedP, unit: UNIT.probability });
  const { method } = test;
  return [
    numberRow(of, "t", { value: test.t, unit: "", method }),
    numberRow(of, "degrees of freedom", { value: test.df, unit: "", method }),
    numberRow(of, "p", { value: test.p, unit: UNIT.probability, method }),
    ...numberRows(of, "adjusted p", { value: adjustedP, unit: UNIT.probability, method }),
    ...numberRows(of, "Hedges g", { value: test.g, unit: "standard deviations", method }),
  ];
}

function betweenRows({ dimension: id, title, icc1, icc2 }: BetweenGroups, grouping: string): readonly EstimateRow[] {
  const of = about({ ...wholly("agreement"), grouping }, "dimension", { id, title });
  return [estimateRow(of, "ICC(1)", icc1), estimateRow(of, "ICC(2)", icc2)];
}

/** Of the first audience minus the second. */
export function gapRows(gap: AudienceGap): readonly EstimateRow[] {
  const { audience, than, index, says, test, adjustedP } = gap;
  const of = { ...about({ ...wholly("gap"), group: audience }, gap.of, gap), than };
  return [{ ...estimateRow(of, "difference of indices", index), says }, ...testRows(of, test, adjustedP)];
}

export function changeRows(change: ChangeResult): readonly EstimateRow[] {
  const { before, people, reason, changes, groups, splits } = change;
  const whose = wholly("change");
  const survey = { ...about(whose, "people", { id: "people", title: "People" }), than: before };
  return [
    ...(reason === null ? [] : [absentRow(survey, "change", reason)]),
    ...(people === null
      ? []
      : [
          numberRow(survey, "people before", { value: people.before, unit: UNIT.people }),
          numberRow(survey, "people after", { value: people.after, unit: UNIT.people }),
          ...numberRows(survey, "people in both", { value: people.both, unit: UNIT.people }),
        ]),
    ...changes.flatMap((one) => oneChange(one, whose, before)),
    ...splits.flatMap((one) => splitRows(one, before)),
    ...groups.flatMap((group) => {
      const own = whoseOf(group, { grouping: group.grouping, scope: "change" });
      return group.changes.flatMap((one) => oneChange(one, own, before));
    }),
  ];
}

function oneChange(change: Change, whose: Whose, than: string): readonly EstimateRow[] {
  const { index, points, strict, test, adjustedP, says } = change;
  const of = { ...about(whose, change.of, change), than };
  return [
    { ...estimateRow(of, "change of the index", index), says },
    ...(strict === null ? [] : [numberRow(of, "change of the index as judged", { ...strict, unit: UNIT.indexPoints })]),
    estimateRow(of, "change in its own metric", points),
    ...testRows(of, test, adjustedP),
  ];
}

function splitRows({ composite: id, title, reason, method, parts }: ChangeResult["splits"][number], than: string) {
  const of = { ...about(wholly("change"), "composite", { id, title }), than };
  if (reason !== null) return [absentRow(of, "parts of the change", reason)];
  return parts.map(({ dimension, points: value, says }) => {
    const plain = { value, unit: UNIT.indexPoints, method: method ?? "" };
    return { ...numberRow(of, `part of the change by ${dimension}`, plain), says };
  });
}
