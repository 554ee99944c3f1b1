/**
 * Where the numbers of a run stand in the memory of the module, in bytes. No types: what compiles this file takes them for
 * i32, what runs it for numbers.
 */

/** The drawn weights: one f64 a draw, predictor after predictor. Behind the last of them the lower root of the correlations. */
export const DRAWN = 1024;
/** Of a number. */
export const BYTES = 8;
/** Squares and lines the size of the correlations that a run works in, the root among them. */
export const SQUARES = 5;
export const LINES = 3;
