import type { Audit } from "../../src/audit/types.ts";
import { LOAD_SAMPLE, ROOM_SAMPLE, SAMPLE } from "../render/sample.ts";
import { CHANGE } from "../render/sample-analysis.ts";
import { SYSTEM_SAMPLES } from "../render/sample-systems.ts";

/** Nothing may be shown. */
export const TOO_FEW: Audit = {
  ...SAMPLE,
  overall: null,
  groupings: [],
  findings: [],
  items: [],
  reliability: [],
  drivers: [],
  drag: null,
  disagreements: [],
  causes: null,
  discussion: null,
  plan: { ...SAMPLE.plan, steps: [], needs: [], need: 0, remaining: 0, draws: 0, reason: "No result is shown." },
};

/** One of every sort of report. */
export const SAMPLES: readonly (readonly [string, Audit])[] = [
  ["index", SAMPLE],
  ["load", LOAD_SAMPLE],
  ["room", ROOM_SAMPLE],
  ["waves", { ...SAMPLE, change: CHANGE }],
  ["too few", TOO_FEW],
  ...SYSTEM_SAMPLES,
];
