import type { Problem } from "../../problems/problem.ts";
import type { Spot } from "../spot.ts";
import { WEIGHT_FAULTS, type WeightFault } from "./weight-text.ts";

/** Collects rows without a weight that can be used. */
export interface WeightProblems {
  bad(fault: WeightFault, spot: Spot): void;
  /** None, or one for each kind of fault. */
  problems(): readonly Problem[];
}

/** How many rows a problem names. */
const SPOTS = 3;

interface BadWeights {
  rows: number;
  readonly spots: Spot[];
}

export function createWeightProblems(): WeightProblems {
  const faults = new Map<WeightFault, BadWeights>();
  return {
    bad: (fault, spot) => {
      const known = faults.get(fault) ?? { rows: 0, spots: [] };
      faults.set(fault, known);
      known.rows += 1;
      if (known.spots.length < SPOTS) known.spots.push(spot);
    },
    problems: () =>
      WEIGHT_FAULTS.flatMap((fault) => {
        const bad = faults.get(fault);
        return bad === undefined ? [] : [badWeights(fault, bad)];
      }),
  };
}

const WORDS: Readonly<Record<WeightFault, string>> = {
  blank: "have no weight",
  "no plain number": "have a weight that is no plain number",
  "not above 0": "have a weight of 0 or less",
  "above 100": "have a weight above 100",
};

/** What stands in the cells is not told: the column may be another one than was meant. */
function badWeights(fault: WeightFault, { rows, spots }: BadWeights): Problem {
  const places = spots.map(({ file, line }) => `${file}:${line}`).join(", ");
  const more = rows > spots.length ? ` and ${rows - spots.length} more` : "";
  const words = rows === 1 ? WORDS[fault].replace(/^have/, "has") : WORDS[fault];
  return {
    code: "ANS021",
    severity: "error",
    message: `${rows === 1 ? "1 row" : `${rows} rows`} ${words} (${places}${more}).`,
    help: "A weight is a decimal above 0 and at most 100, such as 0.85 or 1,2. Who shall not count is to be left out of the export; without --weight everybody counts alike.",
    ...(spots[0] === undefined ? {} : { place: spots[0] }),
  };
}
