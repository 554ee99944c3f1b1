/** Formats of a report whose result is a text, aliases included; the registry has a renderer for each. */
export const TEXT_FORMATS = ["terminal", "markdown", "md", "html", "room", "json", "csv", "junit", "github"] as const;

export type TextFormat = (typeof TEXT_FORMATS)[number];
