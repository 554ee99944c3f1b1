/** Conventions that numbers are computed, read and printed by. Not findings: each names where it comes from. */

/** Level of every interval, 0–1. */
export const LEVEL = 0.95;

/** People with all items under whom nothing is said of reliability. */
export const RELIABILITY_MINIMUM = 30;

/** Alpha at which each band begins; "do not interpret" lies below them. Conventions for research instruments (Nunnally 1978). */
export const ALPHA_BANDS = { weak: 0.6, acceptable: 0.7, good: 0.8 } as const;

/** rWG from which on answers count as alike (Bliese 2000). */
export const ALIKE = 0.7;

/** Share of people in an end third of the scale that makes a camp. */
export const CAMP = 0.25;

/** Share of the differences between people under which groups hardly differ (LeBreton & Senter 2008 call 0.01 small). */
export const NEXT_TO_NOTHING = 0.01;

/** Effort of a step from which on it is a project. Of 1, 1.5, 2, 3, 4. */
export const PROJECT_EFFORT = 3;

/** Share of the largest reduction of need in a plan from which on a step's own counts as high. */
export const HIGH_REDUCTION = 0.5;

/** In place of a composite of everyone, where several audiences answered. */
export const NOT_AVERAGED = "audiences are not averaged: see each of them";
