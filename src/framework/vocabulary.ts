/**
 * The sets of words that frameworks, profiles and strategies share. The schemas in frameworks/ list them too, since editors
 * complete from there; a test keeps both the same.
 */

/** What a dimension may be about and a strategy may work on. */
export const FACETS = [
  ...["competence", "reliability", "integrity", "care", "openness", "listening", "fairness", "direction", "voice"],
  ...["accountability", "involvement", "collaboration", "privacy", "recovery", "automation", "governance"],
  ...["learning", "purpose"],
] as const;

/** Whom strategies are for; every audience of a framework counts as some of them. */
export const STRATEGY_AUDIENCES = ["customers", "employees", "partners", "community"] as const;

/** Kinds of breach that strategies answer. */
export const BREACHES = ["competence", "integrity", "care", "privacy"] as const;

export const SECTORS = ["technology", "healthcare", "manufacturing", "retail", "financial-services"] as const;

/** What a culture is described by. */
export const CULTURE_KEYS = ["context", "individualism", "power-distance", "uncertainty-avoidance"] as const;
