import type { Design } from "./design.ts";
import { groupAgainstRest, independentWaves, pairedKinked, pairedWaves } from "./designs-of-differences.ts";
import { atRandom, atRandomKinked, halfAnswered, reliability, unequal } from "./designs-of-groups.ts";

/** Ways of drawing people. The place of a design decides its draws. */
export const DESIGNS = {
  atRandom,
  atRandomKinked,
  halfAnswered,
  unequal,
  groupAgainstRest,
  independentWaves,
  pairedWaves,
  pairedKinked,
  reliability,
} as const satisfies Readonly<Record<string, Design>>;

export type DesignName = keyof typeof DESIGNS;
