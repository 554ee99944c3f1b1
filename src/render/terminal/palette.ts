import type { Tone } from "../sheet.ts";

type Paint = (text: string) => string;

/** Colour and weight for each tone, and for headings. Without colour every paint gives the text back. */
export type Palette = Readonly<Record<Tone | "accent", Paint>>;

const same: Paint = (text) => text;
const BARE: Palette = { plain: same, strong: same, quiet: same, good: same, fair: same, poor: same, accent: same };

/** The sixteen colours of the terminal's own theme, which its owner has made readable. Loaded only when wanted. */
export async function createPalette(color: boolean): Promise<Palette> {
  if (!color) return BARE;
  const { Chalk } = await import("chalk");
  const chalk = new Chalk({ level: 1 });
  return {
    plain: same,
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    fair: (text) => chalk.yellow(text),
    poor: (text) => chalk.red(text),
    accent: (text) => chalk.cyan.bold(text),
  };
}
