import type { AuditFramework, BandResult } from "../../audit/types.ts";
import type { BandStep, Stretch } from "./types.ts";

type Bands = Pick<AuditFramework, "reading" | "bands">;

interface Ends {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/**
 * The bands these scores are judged by, as they are shown, lowest first: all of the framework where the audit tells their
 * ends, else those that some of the scores lie in. Empty where scores are judged by different bands, which could not lie
 * behind one picture, and where none is judged.
 */
export function bandsOf(
  { reading, bands }: Bands,
  scored: readonly { readonly band: BandResult | null }[],
): readonly Stretch[] {
  const met = metBands(scored);
  const isMixed = met.some(({ from }, at) => from < (met[at - 1]?.to ?? 0));
  if (isMixed || met.length === 0) return [];
  const whole = wholeScale(bands);
  const stretches =
    whole === null
      ? met.map((band) => stretchOf(band, stepBetween(band), reading))
      : whole.map((band, at) => stretchOf(band, stepOf(at, whole.length), reading));
  return reading === "load" ? stretches.toReversed() : stretches;
}

/** Null where an end is not told. */
function wholeScale(bands: Bands["bands"]): readonly Ends[] | null {
  const told = bands.flatMap(({ from, to, label }) => (from === null || to === null ? [] : [{ from, to, label }]));
  return told.length === 0 || told.length < bands.length ? null : told;
}

function metBands(scored: readonly { readonly band: BandResult | null }[]): readonly Ends[] {
  const bands = new Map(scored.flatMap(({ band }) => (band === null ? [] : [[bandKey(band), band] as const])));
  return [...bands.values()].sort((a, b) => a.from - b.from);
}

function bandKey({ id, from, to }: BandResult): string {
  return `${id} ${from} ${to}`;
}

function stretchOf({ from, to, label }: Ends, step: BandStep, reading: Bands["reading"]): Stretch {
  const ends = reading === "load" ? { from: 100 - to, to: 100 - from } : { from, to };
  return { ...ends, label, step };
}

const STEPS: readonly BandStep[] = [1, 2, 3, 4, 5];
/** From where on the middle of a band is of the next step, where the others are not known. Points of the index. */
const LIMITS = [25, 45, 65, 80];

/** As far apart as so many bands allow; a single one is in the middle. */
function stepOf(at: number, of: number): BandStep {
  const place = of < 2 ? 2 : Math.round((at / (of - 1)) * (STEPS.length - 1));
  return STEPS[place] ?? 3;
}

function stepBetween({ from, to }: Ends): BandStep {
  return STEPS[LIMITS.filter((limit) => (from + to) / 2 >= limit).length] ?? 3;
}
