import { settingsOf } from "../../../src/cli/settings.ts";
import type { ScoreSettings } from "../../../src/pipeline.ts";

/** Options as they are typed. */
export type Flags = Partial<Parameters<typeof settingsOf>[0]>;

const USUAL = { onUnknown: "error", onRagged: "error", onDuplicate: "keep", only: "scores" } as const;
/** Reads on where it can. */
export const LENIENT: Flags = { onUnknown: "missing", onRagged: "skip", acceptGuesses: true };

export function asked(framework: string, flags: Flags = {}): ScoreSettings {
  return { ...settingsOf({ framework, ...USUAL, ...flags }), draws: 20 };
}
