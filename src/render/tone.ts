/** Meaning, not colour; every toned text also says it in words. */
export type Tone = "plain" | "strong" | "quiet" | "good" | "fair" | "poor";
