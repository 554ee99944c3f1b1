import { describe, expect, it } from "vitest";
import { fQuantile } from "../../src/numeric/f-quantile.ts";

/** R 4.2, qf(p, above, below) with 17 digits. */
const F_QUANTILE = [
  [0.975, 202, 808, 1.2352550953138905],
  [0.025, 202, 808, 0.79789368500079494],
  [0.975, 29, 29, 2.1009958172842129],
  [0.025, 29, 29, 0.47596477431003104],
  [0.975, 29, 58, 1.833313219865369],
  [0.025, 29, 58, 0.50917180724280575],
  [0.975, 4999, 44991, 1.0418326907794859],
  [0.025, 4999, 44991, 0.9591825206177913],
  [0.975, 1, 4, 12.2178626330711],
  [0.025, 1, 4, 0.0011116257812764374],
  [0.95, 3, 10, 3.7082648190468426],
  [0.975, 239, 4541, 1.193133853103409],
  [0.025, 239, 4541, 0.82526368948786666],
] as const;

describe("quantiles of F", () => {
  it.each(F_QUANTILE)("at %d with %d and %d degrees of freedom", (p, above, below, wanted) => {
    expect(Math.abs(fQuantile(p, { above, below }) / wanted - 1)).toBeLessThan(1e-10);
  });
});
