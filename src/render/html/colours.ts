import { readableOn } from "./contrast.ts";

/**
 * Colours by what they mean. From the good end to the bad one they go from blue to orange, which those who cannot tell
 * red from green tell apart; every one of them stands beside its word. Contrasts are tested.
 */
export const LIGHT = {
  paper: "#fdfcfa",
  card: "#f5f3ee",
  ink: "#1d2025",
  quiet: "#565b63",
  line: "#d8d4cb",
  accent: "#1d4f7c",
  good: "#0b5d97",
  fair: "#6f5a00",
  poor: "#a83a0a",
  "band-1": "#f3cdb6",
  "band-2": "#fae5d7",
  "band-3": "#f0eee8",
  "band-4": "#deeaf4",
  "band-5": "#bfd8ec",
  "answer-1": "#b35806",
  "answer-2": "#e08214",
  "answer-3": "#fdc98a",
  "answer-4": "#d3d0c9",
  "answer-5": "#a9cbe6",
  "answer-6": "#5a9bd0",
  "answer-7": "#1f6cab",
} as const;

export const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  paper: "#15171b",
  card: "#1f2227",
  ink: "#e9e7e2",
  quiet: "#b2b5bb",
  line: "#41454d",
  accent: "#93c1f2",
  good: "#86bdf2",
  fair: "#e2c663",
  poor: "#ffa27a",
  "band-1": "#5a301a",
  "band-2": "#412a1f",
  "band-3": "#2b2d31",
  "band-4": "#1e3347",
  "band-5": "#1c4468",
  "answer-1": "#e58a3a",
  "answer-2": "#c9741f",
  "answer-3": "#8a5a2c",
  "answer-4": "#5b5f66",
  "answer-5": "#3c6286",
  "answer-6": "#4f8fc4",
  "answer-7": "#86bdf2",
};

type Colours = Readonly<Record<string, string>>;

function variables(colours: Colours): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--ta-${name}: ${colour};`)
    .join(" ");
}

/** Dark on a screen that wishes it; paper is light. */
function themes(light: Colours, dark: Colours): string {
  return `:root { ${variables(light)} }
@media screen and (prefers-color-scheme: dark) { :root { ${variables(dark)} } }`;
}

export const COLOURS = `:root { color-scheme: light dark; }
@media print { :root { color-scheme: light; } }
${themes(LIGHT, DARK)}`;

/** The house's accent, as near to it as can be read in either theme. "": there is none. */
export function accentRules(accent: string | null): string {
  if (accent === null) return "";
  const shade = (theme: Colours) => readableOn([theme["paper"] ?? "", theme["card"] ?? ""], accent.toLowerCase());
  return themes({ accent: shade(LIGHT) }, { accent: shade(DARK) });
}
