/**
 * Where the numbers of a run stand in the memory of the module, in bytes. No types: what compiles this file takes them for
 * i32, what runs it for numbers.
 */

/** The drawn weights: one f64 a draw, predictor after predictor. Behind the last of them the lower root of the correlations. */
export const DRAWN = 1024;
/** Of a number. */
export const BYTES = 8;
/**
 * Squares and lines the size of the correlations that a run works in: the root is one square, and four squares and three
 * lines are of pairs. One line more than that leaves pairs the room to begin at a multiple of their size.
 */
export const SQUARES = 9;
export const LINES = 7;
