import { expect, it } from "vitest";
import { indexOn } from "../../src/numeric/rescale.ts";

/** The trust quotient of 1–5 items runs from 0.6 to 15; answers in the middle give 3 (definition in the domain's own words). */
const QUOTIENT = { transform: "log", worst: 0.6, best: 15 } as const;

it.each([
  [QUOTIENT, 0.6, 0],
  [QUOTIENT, 3, 50],
  [QUOTIENT, 15, 100],
  [{ transform: "linear", worst: 5, best: 1 } as const, 4, 25],
  [{ transform: "linear", worst: 1, best: 5 } as const, 4, 75],
  [{ worst: 1, best: 5 }, 3.5, 62.5],
])("%j at %d is %d", (scale, value, index) => expect(indexOn(scale, value)).toBeCloseTo(index, 12));
