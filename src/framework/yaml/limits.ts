/** A framework of sixty items for four audiences takes 30 KB; a file far beyond that is not a framework. */
export const LONGEST_FILE = 1_000_000;
/** Characters of a single text. */
export const LONGEST_SCALAR = 20_000;
/** Lists and maps inside one another; the format itself needs six. */
export const DEEPEST = 50;
/** Lexical pieces: eight times those of a framework of sixty items. Bounds time and memory before anything is built. */
export const MOST_PIECES = 60_000;
/** Problems shown of one file. After a hundred, the reader mends those first. */
export const MOST_PROBLEMS = 100;
/** Names that would reach into the prototype of a plain object. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
