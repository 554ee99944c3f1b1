/** What bounds a business figure. ends: the scale's worst and best value, the lower first; unit: in lower case. */
export interface FigureBounds {
  readonly unit: string;
  readonly ends: { readonly low: number; readonly high: number };
}

/** What survey tools and their users write where there is no answer. */
const STAND_INS: ReadonlySet<number> = new Set([-66, -77, -88, -99, -999, -9999, 999, 9999]);

/** A number that stands for "no answer", where the ends of the scale do not reach as far. */
export function isStandIn(value: number, { ends }: FigureBounds): boolean {
  return STAND_INS.has(value) && (value < ends.low || value > ends.high);
}

/** A percentage that no part of a whole can be. "% a year" is a rate, and a rate may pass 100. */
export function isBeyondWhole(value: number, { unit, ends }: FigureBounds): boolean {
  if (!isShare(unit)) return false;
  return (value < 0 && ends.low >= 0) || (value > 100 && ends.high <= 100);
}

/** Anything in per cent: a share or a rate; unit: in lower case. */
export function isPercentage(unit: string): boolean {
  return /^(?:%|per ?cent)/.test(unit.trim());
}

/** A percentage of something: "%", "per cent of orders". */
function isShare(unit: string): boolean {
  return /^(?:%|per ?cent)(?: of .*)?$/.test(unit.trim());
}
