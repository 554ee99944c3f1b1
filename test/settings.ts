import type { ScoreSettings } from "../src/pipeline.ts";
import type { ReadingRules } from "../src/response/source-plan.ts";

/** How files are read when nothing is said. */
export const RULES: ReadingRules = {
  onUnknown: "error",
  onRagged: "error",
  onDuplicate: "keep",
  acceptGuesses: false,
  include: [],
  exclude: [],
};

/** How is scored when nothing is said. */
export const SETTINGS: Omit<ScoreSettings, "framework"> = {
  by: [],
  where: null,
  wave: null,
  previous: null,
  weight: null,
  only: null,
  id: null,
  audience: null,
  form: null,
  headcount: null,
  minGroup: 5,
  dialect: null,
  sheet: null,
  rules: RULES,
  profiles: [],
  context: new Map(),
  figures: new Map(),
  effort: null,
  seed: 1,
  draws: 200,
  explain: null,
};
