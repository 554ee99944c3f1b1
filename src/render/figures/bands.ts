import type { Audit, BandResult } from "../../audit/types.ts";
import type { Tone } from "../tone.ts";
import type { Stretch } from "./types.ts";

type Reading = Audit["framework"]["reading"];

/**
 * The bands that some of these scores lie in, as they are shown, lowest first: an audit keeps no others. Empty where scores
 * are judged by different bands, which could not lie behind one picture.
 */
export function bandsOf(reading: Reading, scored: readonly { readonly band: BandResult | null }[]): readonly Stretch[] {
  const bands = new Map(scored.flatMap(({ band }) => (band === null ? [] : [[bandKey(band), band] as const])));
  const stretches = [...bands.values()].map((band) => stretchOf(reading, band)).sort((a, b) => a.from - b.from);
  return stretches.some(({ from }, at) => from < (stretches[at - 1]?.to ?? 0)) ? [] : stretches;
}

function bandKey({ id, from, to }: BandResult): string {
  return `${id} ${from} ${to}`;
}

function stretchOf(reading: Reading, { from, to, label }: BandResult): Stretch {
  const ends = reading === "load" ? { from: 100 - to, to: 100 - from } : { from, to };
  return { ...ends, label, tone: toneOf((from + to) / 2) };
}

/** Thirds of the index; colour only. */
function toneOf(middle: number): Tone {
  if (middle < 100 / 3) return "poor";
  return middle < 200 / 3 ? "fair" : "good";
}
