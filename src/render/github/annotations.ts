/** Workflow commands that GitHub Actions reads from a log: one line an annotation. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly text: string;
}

/**
 * The lines, each ending with a newline; "" without any. GitHub shows no more than ten of a level for one step, so what
 * weighs most must come first; the log keeps all.
 */
export function annotationLines(annotations: readonly Annotation[]): string {
  return annotations.map(({ level, title, text }) => `::${level} title=${property(title)}::${data(text)}\n`).join("");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "%": "%25",
  "\r": "%0D",
  "\n": "%0A",
  ":": "%3A",
  ",": "%2C",
};

/** The runner takes exactly these back: percent signs first, so that no text can bring an escape of its own. */
function data(text: string): string {
  return text.replace(/[%\r\n]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** A property ends at a comma, the properties at a colon. */
function property(text: string): string {
  return text.replace(/[%\r\n:,]/g, (sign) => ESCAPES[sign] ?? sign);
}
