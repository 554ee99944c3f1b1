/** One source of draws: src/numeric/draws.ts and `chiSquareDraw` of src/numeric/wishart.ts, to the bit. */
import { log } from "./log";

const WARM_UP = 64;
/** 2⁻²⁶ and 2⁻⁵³: a uniform has 26 bits and 27 below them. */
const HIGH: f64 = 1.4901161193847656e-8;
const LOW: f64 = 1.1102230246251565e-16;

let s01: i32 = 0;
let s00: i32 = 0;
let s11: i32 = 0;
let s10: i32 = 0;

export function seed(from: i32): void {
  s01 = -1;
  s00 = ~from;
  s11 = from;
  s10 = 0;
  for (let i = 0; i < WARM_UP; i++) next();
}

/** xoroshiro128+, as pure-rand has it. */
function next(): i32 {
  const out = s00 + s10;
  const a0 = s10 ^ s00;
  const a1 = s11 ^ s01;
  const before = s00;
  s00 = (s00 << 24) ^ (s01 >>> 8) ^ a0 ^ (a0 << 16);
  s01 = (s01 << 24) ^ (before >>> 8) ^ a1 ^ ((a1 << 16) | (a0 >>> 16));
  s10 = (a1 << 5) ^ (a0 >>> 27);
  s11 = (a0 << 5) ^ (a1 >>> 27);
  return out;
}

function uniform(): f64 {
  const high = next() & 0x3ffffff;
  const low = next() & 0x7ffffff;
  return <f64>high * HIGH + <f64>low * LOW;
}

export function normal(): f64 {
  let u: f64 = 0;
  let s: f64 = 0;
  while (!(s > 0 && s < 1)) {
    u = 2 * uniform() - 1;
    const v = 2 * uniform() - 1;
    s = u * u + v * v;
  }
  return u * sqrt((-2 * log(s)) / s);
}

export function chiSquare(df: f64): f64 {
  const d = df / 2 - 1.0 / 3.0;
  const c = 1 / sqrt(9 * d);
  while (true) {
    const x = normal();
    const root = 1 + c * x;
    const v = root * root * root;
    if (v > 0 && isTaken(x, v, d)) return 2 * d * v;
  }
}

/** Most draws lie within the squeeze, which spares the logarithms. */
function isTaken(x: f64, v: f64, d: f64): bool {
  const u = 1 - uniform();
  return u < 1 - 0.0331 * x * x * x * x || log(u) < x * x * 0.5 + d * (1 - v + log(v));
}
