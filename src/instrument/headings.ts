import type { FigureForm, Instrument } from "./instrument.ts";

/** What stands above the questions about the person; in another language than English their own names. */
export function segmentsHeading({ language, segments }: Pick<Instrument, "language" | "segments">): string {
  return language === "en" ? "About you" : segments.map(({ name }) => name).join(", ");
}

/** What to write, or in another language than English the unit alone. */
export function figureHelp({ hint }: FigureForm, language: string): string {
  return language === "en" ? `Please write ${hint}.` : hint;
}
