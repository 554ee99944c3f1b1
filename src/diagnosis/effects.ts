import type { CellResult, Finding, Plan, ProfileEffect } from "../audit/types.ts";
import type { ChosenProfile, Strategy } from "../framework/types.ts";
import { needFactor, profileFit, setValues } from "./profile.ts";
import type { Voice } from "./voices.ts";

interface Shown {
  readonly overall: CellResult;
  readonly voices: readonly Voice[];
  readonly strategies: readonly Strategy[];
  readonly findings: readonly Finding[];
  readonly plan: Plan;
}

interface Chosen {
  readonly profiles: readonly ChosenProfile[];
  /** Dimensions that they have added; not every framework has a place for them. */
  readonly added: ReadonlySet<string>;
}

const ROUNDING = 1e-9;

/** What each profile by itself has changed of needs, findings and plan; where none is shown it says only what it is. */
export function profileEffects({ profiles, added }: Chosen, shown: Shown | null): readonly ProfileEffect[] {
  return profiles.map((chosen) => {
    const { profile, text } = chosen;
    const { id, kind, title, version, context } = profile;
    return {
      ...{ id, kind, title, version, text, context },
      values: setValues(chosen).map(({ key, title: name, value, about, how, read }) => ({
        ...{ key, title: name, value, about, how, read },
      })),
      needs: shown === null ? [] : needsOf(chosen, shown),
      findings: shown === null ? [] : findingsOf(title, shown.findings),
      strategies: shown === null ? [] : strategiesOf(chosen, shown),
      supplement:
        profile.supplement === null || !added.has(profile.supplement.id)
          ? null
          : {
              dimension: profile.supplement.id,
              title: profile.supplement.title,
              answered: shown !== null && isAnswered(profile.supplement.id, shown),
            },
    };
  });
}

/** Dimensions with a need that this profile alone multiplies by something else than 1. */
function needsOf(chosen: ChosenProfile, { plan, voices }: Shown): ProfileEffect["needs"] {
  const effects = new Map<string, ProfileEffect["needs"][number]>();
  for (const { audience, dimension, title } of plan.needs) {
    const voice = voices.find(({ whose }) => (whose?.id ?? null) === (audience?.id ?? null));
    const declared = voice?.framework.dimensions.find(({ id }) => id === dimension);
    if (voice === undefined || declared === undefined || effects.has(dimension)) continue;
    const multiplier = needFactor(chosen, declared, voice.framework.id);
    if (differs(multiplier)) effects.set(dimension, { dimension, title, multiplier });
  }
  return [...effects.values()];
}

function findingsOf(profile: string, findings: readonly Finding[]): ProfileEffect["findings"] {
  const effects = new Map<string, ProfileEffect["findings"][number]>();
  for (const { id, title, severity, raised } of findings)
    if (raised?.by.includes(profile)) effects.set(id, { id, title, from: raised.from, to: severity });
  return [...effects.values()];
}

function strategiesOf(chosen: ChosenProfile, { plan, strategies }: Shown): ProfileEffect["strategies"] {
  const known = new Map(strategies.map((strategy) => [strategy.id, strategy]));
  return plan.steps.flatMap(({ strategy: id, title }) => {
    const strategy = known.get(id);
    const fit = strategy === undefined ? 1 : profileFit(chosen, strategy);
    return differs(fit) ? [{ strategy: id, title, fit }] : [];
  });
}

/** A dimension without a result was in no export; one that is hidden was answered. */
function isAnswered(dimension: string, { overall, voices }: Shown): boolean {
  return [overall, ...voices.map(({ cell }) => cell)].some(({ dimensions }) =>
    dimensions.some(({ id, index }) => id === dimension && index.kind !== "none"),
  );
}

function differs(factor: number): boolean {
  return Math.abs(factor - 1) > ROUNDING;
}
