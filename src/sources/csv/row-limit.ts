/** A row may take this much, in bytes; more is a quote left open, or no table at all. */
export const LARGEST_ROW = 1_048_576;
