/** A weight is a whole number of these: 1/100,000. */
export const UNIT_WEIGHT = 100_000;
const DECIMALS = 5;
const LARGEST = 100 * UNIT_WEIGHT;

/** Why a text is no weight, for messages: "3 blank, 1 not above 0". */
export const WEIGHT_FAULTS = ["blank", "no plain number", "not above 0", "above 100"] as const;
export type WeightFault = (typeof WEIGHT_FAULTS)[number];

/**
 * A survey weight as somebody wrote it: digits with a decimal point or comma. In units of 1/100,000, exact, further decimals
 * rounded half up; never by way of a binary fraction. Above 0 and at most 100, as rounded.
 */
export function readWeightText(text: string): number | WeightFault {
  const written = text.trim();
  if (written === "") return "blank";
  const [match, sign = "", whole = "", fraction = ""] = /^([-\u2212]?)(\d*)(?:[.,](\d*))?$/.exec(written) ?? [];
  if (match === undefined || whole + fraction === "") return "no plain number";
  const kept = Number(fraction.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
  const rounded = kept + ((fraction[DECIMALS] ?? "0") >= "5" ? 1 : 0);
  // Of more digits it is only known that it is too much, and that is told.
  const weight = Number(whole.replace(/^0+/, "").slice(0, 8)) * UNIT_WEIGHT + rounded;
  if (sign !== "" || weight === 0) return "not above 0";
  return weight > LARGEST ? "above 100" : weight;
}
