import type { Path } from "../complaint.ts";
import type { LintContext } from "./context.ts";
import type { Reference } from "./reference.ts";

/** What ladder, journey, triage, lenses, importance and formulas by audience name. */
export function sectionReferences(context: LintContext): Reference[] {
  return [
    ...scoreReferences(context),
    ...ladderReferences(context),
    ...journeyReferences(context),
    ...triageReferences(context),
    ...(context.document.lenses ?? []).flatMap((lens, at) =>
      dimensionsIn(context, lens.dimensions, ["lenses", at, "dimensions"]),
    ),
  ];
}

function scoreReferences({ document }: LintContext): Reference[] {
  const known = audiencesOf(document);
  const outcomes = new Set((document.outcomes ?? []).map(({ id }) => id));
  return [
    ...document.dimensions.map(
      ({ importance }, at): Reference => ({
        path: ["dimensions", at, "importance"],
        id: importance,
        kind: "outcome",
        known: outcomes,
      }),
    ),
    ...document.composites.flatMap(({ formula, weights = {} }, at) => {
      const keys = (map: object, key: string) =>
        Object.keys(map).map(
          (id): Reference => ({ path: ["composites", at, key, id], on: "key", id, kind: "audience", known }),
        );
      return [...(typeof formula === "object" ? keys(formula, "formula") : []), ...keys(weights, "weights")];
    }),
  ];
}

function ladderReferences(context: LintContext): Reference[] {
  const { ladder } = context.document;
  const known = new Set((ladder?.levels ?? []).map(({ id }) => id));
  return (ladder?.strands ?? []).flatMap((strand, at) =>
    Object.entries(strand.levels).flatMap(([id, dimensions]): Reference[] => {
      const path = ["ladder", "strands", at, "levels", id];
      return [{ path, on: "key", id, kind: "level", known }, ...dimensionsIn(context, dimensions, path)];
    }),
  );
}

function journeyReferences(context: LintContext): Reference[] {
  const known = audiencesOf(context.document);
  return Object.entries(context.document.journey?.touchpoints ?? {}).flatMap(([id, dimensions]): Reference[] => {
    const path = ["journey", "touchpoints", id];
    return [{ path, on: "key", id, kind: "audience", known }, ...dimensionsIn(context, dimensions, path)];
  });
}

function triageReferences({ document, dimensionIds: known }: LintContext): Reference[] {
  return (document.triage?.signs ?? []).flatMap(({ trend, severity }, at): Reference[] => [
    { path: ["triage", "signs", at, "trend"], id: trend, kind: "dimension", known },
    { path: ["triage", "signs", at, "severity"], id: severity, kind: "dimension", known },
  ]);
}

function dimensionsIn({ dimensionIds: known }: LintContext, ids: readonly string[], path: Path): Reference[] {
  return ids.map((id, place): Reference => ({ path: [...path, place], id, kind: "dimension", known }));
}

function audiencesOf({ audiences }: LintContext["document"]): ReadonlySet<string> {
  return new Set(audiences.map(({ id }) => id));
}
