/** Measures text in columns of a terminal. */
export interface Ruler {
  width(text: string): number;
  /** Whether all its characters take one column each. */
  isPlain(text: string): boolean;
  /** The pieces a text may be cut between. */
  pieces(text: string): readonly string[];
}

/**
 * Characters that take one column each: Latin, Greek, Cyrillic, punctuation, currency, arrows, operators, lines and blocks.
 * Whatever is not here (wide, combining, joined, emoji) needs the full ruler.
 */
const ONE_COLUMN =
  /^[\n\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc\u25ff]*$/;

const SIMPLE: Ruler = { width: (text) => text.length, isPlain: () => true, pieces: (text) => text.split("") };

/**
 * A ruler for these texts. Measuring any character in the world takes a text segmenter that is 30 ms in loading,
 * as long as node itself; so it is loaded only for texts that hold such a character.
 */
export async function createRuler(texts: string): Promise<Ruler> {
  return ONE_COLUMN.test(texts) ? SIMPLE : fullRuler();
}

async function fullRuler(): Promise<Ruler> {
  const { default: stringWidth } = await import("string-width");
  const segmenter = new Intl.Segmenter();
  return {
    width: (text) => (ONE_COLUMN.test(text) ? text.length : stringWidth(text)),
    isPlain: (text) => ONE_COLUMN.test(text),
    pieces: (text) => Array.from(segmenter.segment(text), ({ segment }) => segment),
  };
}
