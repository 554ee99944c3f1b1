import { BREACHES, STRATEGY_AUDIENCES } from "./vocabulary.ts";

/** What strategies are chosen by: an answer about the survey, or whom a sign is about, names one of these, or chooses none. */
export const STEERED = { breaches: BREACHES, audiences: STRATEGY_AUDIENCES } as const;
