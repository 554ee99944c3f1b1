import type { Stretch } from "../figures/types.ts";
import type { Tone } from "../tone.ts";

/**
 * Colours by meaning: pages define the variables, for light and dark; the fallbacks are for a drawing that stands by itself.
 * Blue is the good end and orange the bad one, which colour-blind readers tell apart; shapes and words say it again.
 */
const FALLBACKS = {
  ink: "#1c1c1c",
  paper: "#ffffff",
  quiet: "#595959",
  line: "#c8c8c8",
  accent: "#1f4e79",
  good: "#1f6fb2",
  fair: "#846a12",
  poor: "#a63603",
  "band-1": "#f3cdb6",
  "band-2": "#fae5d7",
  "band-3": "#f0eee8",
  "band-4": "#deeaf4",
  "band-5": "#bfd8ec",
  "answer-1": "#a6500a",
  "answer-2": "#e08a2c",
  "answer-3": "#fbc487",
  "answer-4": "#cfcfcf",
  "answer-5": "#a6cee6",
  "answer-6": "#4f9bcb",
  "answer-7": "#1d5f9e",
} as const;

type ColourName = keyof typeof FALLBACKS;

/** "var(--ta-good, #1f6fb2)" */
export function colour(name: ColourName): string {
  return `var(--ta-${name}, ${FALLBACKS[name]})`;
}

/** Of a band, behind what is drawn: paler than the tones. */
export function bandColour({ step }: Pick<Stretch, "step">): string {
  return colour(`band-${step}`);
}

const ANSWERS = ["answer-1", "answer-2", "answer-3", "answer-4", "answer-5", "answer-6", "answer-7"] as const;
const MIDDLE = (ANSWERS.length - 1) / 2;

/** Of the answer at this place of so many, from the bad end; the same way out on both sides of the middle. */
export function answerColour(at: number, of: number): string {
  const out = of < 2 ? 0 : at / (of - 1) - 0.5;
  const place = MIDDLE + Math.sign(out) * Math.round(Math.abs(out) * 2 * MIDDLE);
  return colour(ANSWERS[place] ?? "answer-4");
}

/** Of a tone of the report. */
export function toneColour(tone: Tone): string {
  return tone === "plain" || tone === "strong" ? colour("ink") : colour(tone);
}
