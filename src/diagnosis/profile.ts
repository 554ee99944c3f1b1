import type { ChosenProfile, CultureValue, Dimension, FindingRule, Strategy } from "../framework/types.ts";

/** Profiles weigh; they do not decide: what several of them make of a need is held to this. */
const NEED = { least: 0.8, most: 1.5 };
/** A strategy that names the sector among its own fits it better by this. */
const LIFT = 1.15;

/** A culture value that was set, with what it is called. */
export interface SetValue extends CultureValue {
  readonly key: string;
  readonly title: string;
  readonly value: string;
}

/** What the profiles multiply the need of a dimension by: the product of their factors, held to 0.8–1.5; 1 without any. */
export function multiplierOf(profiles: readonly ChosenProfile[], dimension: Dimension, framework: string): number {
  const product = profiles.reduce((all, one) => all * needFactor(one, dimension, framework), 1);
  return Math.min(NEED.most, Math.max(NEED.least, product));
}

/** Of one profile: the factor it names for the dimension, else the mean of its facets' factors by their shares. */
export function needFactor({ profile }: ChosenProfile, dimension: Dimension, framework: string): number {
  const named = profile.dimensions.get(framework)?.get(dimension.id);
  if (named !== undefined) return named;
  // As a sum of differences from 1, so that facets without a factor give exactly 1 whatever their shares add up to.
  return [...dimension.facets].reduce((sum, [facet, share]) => sum + share * ((profile.needs.get(facet) ?? 1) - 1), 1);
}

/** One reason why a strategy suits a survey better or worse, in words. */
export interface FitFactor {
  readonly by: string;
  readonly factor: number;
}

/**
 * How well a strategy suits one profile, factor by factor: its own, for a sector 1.15 where the strategy names it, for a
 * culture those of its set values. Those of 1 are left out.
 */
export function profileFactors(chosen: ChosenProfile, { id, sectors }: Strategy): readonly FitFactor[] {
  const { profile } = chosen;
  const own = { by: profile.title, factor: profile.strategies.get(id) ?? 1 };
  const named = { by: `${profile.title}, which it names`, factor: sectors.includes(profile.id) ? LIFT : 1 };
  const values = setValues(chosen).map(({ title, value, strategies }) => ({
    by: `${title}: ${value}`,
    factor: strategies.get(id) ?? 1,
  }));
  return [own, named, ...values].filter(({ factor }) => factor !== 1);
}

/** Product of `profileFactors`. */
export function profileFit(chosen: ChosenProfile, strategy: Strategy): number {
  return profileFactors(chosen, strategy).reduce((fit, { factor }) => fit * factor, 1);
}

/** The values of a culture profile that were set, in its order; of a sector none. */
export function setValues({ profile, values }: ChosenProfile): readonly SetValue[] {
  return profile.keys.flatMap(({ id, title, values: known }): readonly SetValue[] => {
    const value = values.get(id);
    const set = value === undefined ? undefined : known.get(value);
    return value === undefined || set === undefined ? [] : [{ ...set, key: id, title, value }];
  });
}

/**
 * How to carry it out here: what the strategy itself says of the culture keys that were set. What the profile says of every
 * measure alike stands once, in its own section.
 */
export function howLines(profiles: readonly ChosenProfile[], { culture }: Strategy): readonly string[] {
  return [...new Set(profiles.flatMap(setValues).flatMap(({ key }) => culture.get(key) ?? []))];
}

/** A profile raises the rules that name one of its dimensions in a condition. */
export function raises({ profile }: ChosenProfile, { when }: FindingRule, framework: string): boolean {
  const dimensions = profile.severity.get(framework) ?? [];
  return when.some(
    (one) => "of" in one && (dimensions.includes(one.of) || (one.kind === "ahead" && dimensions.includes(one.than))),
  );
}
