import type { Band, Framework } from "../framework/types.ts";

type Scored = Framework["dimensions"][number] | Framework["composites"][number];

/**
 * The limits of a framework's bands in words, as it reads them: one sentence where all its dimensions and composites
 * share their bands, "Index: critical below 35, weak from 35, …"; else one for each set, naming those it is for.
 */
export function bandLines({ reading, composites, dimensions }: Framework): readonly string[] {
  const sets = new Map<string, Scored[]>();
  for (const scored of [...composites, ...dimensions]) {
    const words = limitWords(reading, scored.bands);
    sets.set(words, [...(sets.get(words) ?? []), scored]);
  }
  const name = reading === "load" ? "Load" : "Index";
  return [...sets].map(([words, scored]) => {
    const whom = sets.size === 1 ? "" : ` of ${scored.map(({ title }) => title).join(", ")}`;
    return `${name}${whom}: ${words}.`;
  });
}

/** The first band has the second's limit, since it begins where the scale does. On a load everything is turned round. */
function limitWords(reading: Framework["reading"], bands: readonly Band[]): string {
  const [first, second, ...rest] = bands;
  if (first === undefined) return "no bands";
  if (second === undefined) return `${first.label} throughout`;
  const load = reading === "load";
  const at = ({ from }: Band) => String(Number((load ? 100 - from : from).toFixed(2)));
  const others = [second, ...rest].map((band) => `${band.label} ${load ? "up to" : "from"} ${at(band)}`);
  const worst = `${first.label} ${load ? "above" : "below"} ${at(second)}`;
  return (load ? [...others.reverse(), worst] : [worst, ...others]).join(", ");
}
