import type { ChosenProfile } from "../framework/types.ts";
import type { Catalogue } from "./bundles.ts";
import { coverPlaces } from "./coverage.ts";
import { type Weighing, weighings } from "./needs.ts";
import { type Picker, pickerOf } from "./picker.ts";
import { standings } from "./standing.ts";
import type { Voice } from "./voices.ts";

const FIRST = 3;

/** An audience's index of one dimension, draw by draw. */
interface Drawn {
  readonly weighing: Weighing;
  at(draw: number): number;
}

/** How often the plan can be made again: the fewest draws of any audience that has some; 0 where none has. */
export function drawsOf(voices: readonly Voice[]): number {
  const counts = voices.flatMap(({ draws }) => (draws === null ? [] : [draws.rows.length]));
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/**
 * Id of a strategy → share (0–1) of the draws of the means in which the plan made from them has it among its first three.
 * Inside a draw the index is what it is: the probability that a dimension is below target is 1 or 0. Audiences are
 * different people and drawn independently; one without draws keeps its published indices. Null without any draws.
 */
export function firstThreeShares(
  voices: readonly Voice[],
  options: {
    /** Those the plan may draw on, by the keys of the facets' needs. */
    readonly catalogue: Catalogue;
    readonly profiles: readonly ChosenProfile[];
    readonly effort: number | null;
  },
): ReadonlyMap<string, number> | null {
  const draws = drawsOf(voices);
  if (draws === 0) return null;
  const { offer } = options.catalogue;
  const drawn = voices.flatMap((voice, place) =>
    drawnOf(voice, { profiles: options.profiles, draws, shift: Math.floor((place * draws) / voices.length) }),
  );
  const needs = needsOf(drawn, options.catalogue);
  const counts = new Map<string, number>();
  for (let draw = 0; draw < draws; draw++) {
    let steps = 0;
    coverPlaces(offer, {
      ...needs(draw),
      effort: options.effort,
      most: FIRST,
      // A bundle may bring more steps than are wanted.
      each: ({ member: { strategy } }) => {
        if (steps++ < FIRST) counts.set(strategy.id, (counts.get(strategy.id) ?? 0) + 1);
      },
    });
  }
  return new Map([...counts].map(([id, count]) => [id, count / draws]));
}

/**
 * `shift`: the audiences' draws may come from one seed, so that their first rows go together; draws of one audience are
 * independent of one another, so each audience begins at another of its own.
 */
function drawnOf(
  voice: Voice,
  { profiles, draws, shift }: { profiles: readonly ChosenProfile[]; draws: number; shift: number },
): readonly Drawn[] {
  const known = weighings(voice, profiles);
  const found = (id: string, at: (draw: number) => number): readonly Drawn[] => {
    const weighing = known.get(id);
    return weighing === undefined ? [] : [{ weighing, at }];
  };
  if (voice.draws === null)
    return standings(voice.cell).flatMap(({ dimension, index }) => found(dimension, () => index));
  const { dimensions, rows } = voice.draws;
  return dimensions.flatMap((id, column) => found(id, (draw) => rows[(draw + shift) % draws]?.[column] ?? 0));
}

interface Needs {
  readonly left: Float64Array;
  readonly total: number;
  readonly picker: Picker | null;
}

/**
 * The needs of one draw by their places, and Σ of all of them; the same array again and again. They are added up in the
 * order in which they first appear, as those of the plan are.
 */
function needsOf(drawn: readonly Drawn[], catalogue: Catalogue): (draw: number) => Needs {
  const keys = new Set(drawn.flatMap(({ weighing }) => weighing.shares.map(([key]) => key)));
  // Those that some strategy addresses have their places already; the others come after them.
  const all = new Map(catalogue.places);
  for (const key of keys) if (!all.has(key)) all.set(key, all.size);
  const parts = drawn.map(({ weighing, at }) => ({
    ...{ at, target: weighing.target, factor: weighing.factor },
    shares: weighing.shares.map(([key, share]) => ({ place: all.get(key) ?? 0, share })),
  }));
  const picker = pickerOf(catalogue, all.size);
  const left = picker?.left ?? new Float64Array(all.size);
  const seen = new Int32Array(all.size).fill(-1);
  const order = new Int32Array(all.size);
  return (draw) => {
    left.fill(0);
    let needs = 0;
    for (const { at, target, factor, shares } of parts) {
      const gap = Math.max(0, target - at(draw)) / 100;
      if (gap === 0) continue;
      for (const { place, share } of shares) {
        if (seen[place] !== draw) order[needs++] = place;
        seen[place] = draw;
        left[place] = (left[place] ?? 0) + gap * factor * share;
      }
    }
    return { left, total: sumOf(left, order.subarray(0, needs)), picker };
  };
}

function sumOf(numbers: Float64Array, places: Int32Array): number {
  let sum = 0;
  for (const place of places) sum += numbers[place] ?? 0;
  return sum;
}
