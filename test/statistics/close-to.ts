import { expect } from "vitest";

/** Relative agreement demanded of every reference value. */
const RELATIVE = 1e-8;

/** The number agrees with a reference value; the message names the number. */
export function expectClose(actual: number | null | undefined, wanted: number | undefined, what: string): void {
  expect(wanted, `${what}: reference`).toBeTypeOf("number");
  expect(actual, what).toBeTypeOf("number");
  const error = Math.abs((actual ?? Number.NaN) - (wanted ?? Number.NaN));
  expect(error, `${what}: ${actual} is not ${wanted}`).toBeLessThanOrEqual(RELATIVE * Math.abs(wanted ?? Number.NaN));
}
