/**
 * McDonald's omega total of one common factor.
 *
 * Formula: (Σl)² / ((Σl)² + Σ(1 − l²)), l the loadings of the one-factor minimum-residual solution on correlations.
 * Unit and range: 0–1. Missing rule: needs three items; words where the solution is improper (a communality of 1 or more),
 *   does not converge, or is not the only one.
 * Source: McDonald 1999, Test Theory; Harman & Jones 1966 for minimum residuals.
 * Oracle: reference.json, omega_total_minres; known loadings (test/statistics/omega.test.ts).
 */
import type { Published } from "../audit/estimate.ts";
import { oneFactor } from "../numeric/factor.ts";
import type { Matrix } from "../numeric/symmetric.ts";
import { notComputable, withoutInterval } from "./sampling.ts";

/** Items that one factor needs to be determined. */
const ENOUGH_ITEMS = 3;

/** correlations: of the recoded items, over the `n` people who answered all of them. */
export function estimateOmega(
  correlations: Matrix,
  { n, caveats }: { readonly n: number; readonly caveats: readonly string[] },
): Published {
  if (correlations.length < ENOUGH_ITEMS) return notComputable("needs at least three items", n);
  const loadings = oneFactor(correlations);
  if (loadings === null) return notComputable("the one-factor solution is improper", n);
  const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
  const unique = loadings.reduce((sum, loading) => sum + 1 - loading * loading, 0);
  return withoutInterval(
    {
      value: common / (common + unique),
      n,
      unit: "omega, 0–1",
      method: "omega total of one minimum-residual factor of the correlations",
      caveats,
    },
    "it is given beside alpha, which has one",
  );
}
