/** Where things stand in the memory of the module, in bytes. No types: what compiles this file takes them for i32. */

/** What is left of each need, f64; behind it room to reckon in, what each bundle gains, and then the bundles. */
export const LEFT = 1024;

/** A bundle: its effort (f64), then i32s: where its effects are, how many, its steps, whether two meet, its rank by id. */
export const BUNDLE = 32;
export const EFFORT = 0;
export const EFFECTS = 8;
export const COUNT = 12;
export const STEPS = 16;
export const OVERLAPS = 20;
export const RANK = 24;

/** An effect: its strength (f64), then where its need stands (i32). */
export const EFFECT = 16;
export const STRENGTH = 0;
export const NEED = 8;
