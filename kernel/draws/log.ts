/**
 * The natural logarithm, to the very bits of JavaScript's `Math.log` in V8, so that draws do not tell where they were made.
 *
 * Formula: x = 2ᵏ(1 + f) with √2/2 < 1 + f < √2; log(1 + f) by a Remez polynomial in s = f/(2 + f), to less than one unit in
 *   the last place. x above 0; of others the draws have none.
 * Source: fdlibm's e_log.c. Oracle: Math.log (test).
 *
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business.
 * Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved.
 */
const LN2_HIGH: f64 = 0.6931471803691238;
const LN2_LOW: f64 = 1.9082149292705877e-10;
const L1: f64 = 0.6666666666666735;
const L2: f64 = 0.3999999999940942;
const L3: f64 = 0.2857142874366239;
const L4: f64 = 0.22222198432149784;
const L5: f64 = 0.1818357216161805;
const L6: f64 = 0.15313837699209373;
const L7: f64 = 0.14798198605116586;
const SMALLEST: f64 = 2.2250738585072014e-308;
const TWO54: f64 = 1.8014398509481984e16;

export function log(x: f64): f64 {
  return x < SMALLEST ? logOf(x * TWO54, -54) : logOf(x, 0);
}

function logOf(x: f64, shifted: i32): f64 {
  const bits = reinterpret<u64>(x);
  const high = <i32>(bits >> 32);
  const fraction = high & 0x000fffff;
  const round = (fraction + 0x95f64) & 0x100000;
  const k = shifted + (high >> 20) - 1023 + (round >> 20);
  const f = reinterpret<f64>(((<u64>(fraction | (round ^ 0x3ff00000))) << 32) | (bits & 0xffffffff)) - 1;
  // Within 2⁻²⁰ of a power of 2 two terms are enough.
  return (0x000fffff & (2 + fraction)) < 3 ? nearPower(f, <f64>k) : elsewhere(f, <f64>k, fraction);
}

function nearPower(f: f64, k: f64): f64 {
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const rest = f * f * (0.5 - 0.3333333333333333 * f);
  return k === 0 ? f - rest : k * LN2_HIGH - (rest - k * LN2_LOW - f);
}

function elsewhere(f: f64, k: f64, fraction: i32): f64 {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const rest = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) {
    const half = 0.5 * f * f;
    return k === 0 ? f - (half - s * (half + rest)) : k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  return k === 0 ? f - s * (f - rest) : k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}
