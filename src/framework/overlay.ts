import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/quote.ts";
import { measuresAgreement } from "./measures.ts";
import { minutesFor } from "./minutes.ts";
import type { ChosenProfile, CodedScale, Dimension, Framework, Item, Profile, Scale, Supplement } from "./types.ts";

/** A framework under its profiles. */
export interface Overlaid {
  readonly framework: Framework;
  /** Ids of the dimensions that the profiles added. */
  readonly added: ReadonlySet<string>;
  /** SC036: supplements that a framework of opinions has no place for, each with why. */
  readonly warnings: readonly Problem[];
}

/**
 * The framework with the supplementary dimension of each chosen profile, and nothing else changed: what a profile weighs is
 * weighed when the plan is made. A supplement is added where the framework asks opinions on agreement from 1 to 5 and one
 * of its audiences counts as one that the supplement is worded for; of a framework of figures or practices nothing is
 * added. Its ids must be free: otherwise (a framework that has it built in) it is left out.
 */
export function overlay(framework: Framework, chosen: readonly ChosenProfile[]): Overlaid {
  const start: Overlaid = { framework, added: new Set(), warnings: [] };
  return chosen.reduce(
    (left, { profile }) => (profile.supplement === null ? left : withSupplement(left, profile, profile.supplement)),
    start,
  );
}

/** The framework of `overlay` alone. */
export function applyProfiles(framework: Framework, chosen: readonly ChosenProfile[]): Framework {
  return overlay(framework, chosen).framework;
}

function withSupplement(left: Overlaid, profile: Profile, supplement: Supplement): Overlaid {
  const { framework, added, warnings } = left;
  const without = (why: string): Overlaid => ({ ...left, warnings: [...warnings, notAsked(profile, why)] });
  const scale = agreementOf(framework);
  if (scale === undefined)
    return mayAskOpinions(framework) ? without("asks nothing on a scale of agreement from 1 to 5") : left;
  const taken = takenIn(framework, supplement);
  if (taken !== undefined) return without(`has ${quote(taken)} already`);
  const items = supplement.items.flatMap((item): readonly Item[] => {
    const text = textFor(framework, item.text);
    if (text.size === 0) return [];
    const { id, reverse } = item;
    return [{ id, text, scale: scale.id, reverse, weight: 1, optional: true, dimension: supplement.id }];
  });
  if (items.length === 0) return without("asks none of the people they are worded for");
  const dimension = dimensionOf(framework, { supplement, items, scale });
  const all = [...framework.items, ...items];
  const minutes = minutesFor(all.length);
  const dimensions = [...framework.dimensions, dimension];
  return {
    framework: Object.freeze({ ...framework, items: all, minutes, dimensions }),
    added: new Set([...added, dimension.id]),
    warnings,
  };
}

function notAsked({ id }: Profile, why: string): Problem {
  return {
    code: "SC036",
    severity: "warning",
    message: `The questions of the profile ${quote(id)} are not asked: this framework ${why}.`,
    help: "Nothing needs to be done; what the profile says of needs and strategies counts all the same.",
  };
}

/** Of practices, figures and triage nobody expects questions of opinion; five points may be a scale of agreement undeclared. */
function mayAskOpinions({ scales, items, triage }: Framework): boolean {
  const used = new Set(items.map(({ scale }) => scale));
  return triage === null && [...scales.values()].some((scale) => used.has(scale.id) && isFivePoints(scale));
}

function isFivePoints(scale: Scale): scale is CodedScale {
  return scale.kind === "coded" && scale.points.map(({ code }) => code).join() === "1,2,3,4,5";
}

/** The scale of agreement from 1 to 5 that the framework asks opinions of a dimension on. */
function agreementOf({ scales, items }: Framework): CodedScale | undefined {
  const used = new Set(items.flatMap(({ dimension, scale }) => (dimension === undefined ? [] : [scale])));
  const isAgreement = (scale: Scale): scale is CodedScale =>
    measuresAgreement(scale) && used.has(scale.id) && isFivePoints(scale);
  return [...scales.values()].find(isAgreement);
}

/** The first id of the supplement that is not free. Exports name columns by item ids without regard to case. */
function takenIn({ items, dimensions, composites, outcomes }: Framework, supplement: Supplement): string | undefined {
  const ids = new Set(items.map(({ id }) => id.toLowerCase()));
  const names = new Set([...dimensions, ...composites, ...outcomes].map(({ id }) => id));
  if (names.has(supplement.id)) return supplement.id;
  return supplement.items.find(({ id }) => ids.has(id.toLowerCase()))?.id;
}

/** The wording of each audience: that of the first audience it counts as for which there is one. */
function textFor({ audiences }: Framework, text: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    audiences.flatMap(({ id, standsFor }): [string, string][] => {
      const own = standsFor.map((one) => text.get(one)).find((one) => one !== undefined);
      return own === undefined ? [] : [[id, own]];
    }),
  );
}

function dimensionOf(
  framework: Framework,
  { supplement, items, scale }: { supplement: Supplement; items: readonly Item[]; scale: CodedScale },
): Dimension {
  const { id, title, about, facets } = supplement;
  // Its own conventions where it asks opinions.
  const asked = new Set(framework.items.filter((item) => item.scale === scale.id).map((item) => item.dimension));
  const like = framework.dimensions.find((dimension) => asked.has(dimension.id));
  return {
    ...{ id, title, about, facets },
    direction: "higher",
    min: scale.min,
    max: scale.max,
    target: like?.target ?? 75,
    bands: like?.bands ?? [],
    minAnswered: 0.5,
    weight: 1,
    optional: true,
    supplementary: true,
    audiences: framework.audiences.map((one) => one.id).filter((one) => items.some(({ text }) => text.has(one))),
    companions: [],
    items: items.map((item) => item.id),
  };
}
