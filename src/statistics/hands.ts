/**
 * Mean and spread of a show of hands.
 *
 * Formula: mean Σcx / n; SD with n − 1, over the codes of the scale. Unit and range: points of the scale.
 * Missing rule: who raised no hand is not counted. No interval: those in the room are no sample of anybody.
 * Source: the definition. Oracle: R's mean and sd (test/statistics/hands.test.ts).
 */
import type { Estimate, NotComputable } from "../audit/estimate.ts";
import type { CodeCount } from "./item-answers.ts";
import { momentsOfCounts } from "./moments.ts";
import { notComputable, withoutInterval } from "./sampling.ts";

const NO_SAMPLE = "the people in a room are no sample";

/** counts: people per code; at least one person in all. */
export function estimateHands(counts: readonly CodeCount[]): {
  readonly mean: Estimate;
  readonly sd: Estimate | NotComputable;
} {
  const { n, mean, variance } = momentsOfCounts(counts);
  const codes = counts.map(({ code }) => code);
  const unit = `points on ${Math.min(...codes)}–${Math.max(...codes)}`;
  return {
    mean: withoutInterval({ value: mean, n, unit, method: "mean of a show of hands", caveats: [] }, NO_SAMPLE),
    sd:
      variance === null
        ? notComputable("a spread needs at least two people", n)
        : withoutInterval(
            { value: Math.sqrt(variance), n, unit, method: "standard deviation with n − 1", caveats: [] },
            "it describes the spread of the answers",
          ),
  };
}
