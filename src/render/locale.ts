/** How digits are set apart: the mark before decimals, and the thousands. */
interface Marks {
  readonly decimal: string;
  grouped(whole: string): string;
}

const PLAIN: Marks = { decimal: ".", grouped: (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ",") };

let marks = PLAIN;
const known = new Map<string, Marks>();

/**
 * Makes a text in which numbers are written as a language does: its decimal mark and its thousands, in the digits 0–9 and
 * with our own minus. Sheets are built and drawn in one go each, so it holds while `make` runs and for nothing else, however
 * that ends. A script of its own (docs/decisions/0015) has a state of its own: what it makes, it makes within its own call.
 * @param locale a BCP 47 tag that Intl knows; null: 1,234.5
 */
export function withLocale<Made>(locale: string | null, make: () => Made): Made {
  const before = marks;
  marks = locale === null ? PLAIN : marksOf(locale);
  try {
    return make();
  } finally {
    marks = before;
  }
}

/** Digits, and perhaps a point and decimals, as the language writes them. */
export function inLocale(digits: string, grouped: boolean): string {
  const [whole = "", fraction] = digits.split(".");
  const start = grouped ? marks.grouped(whole) : whole;
  return fraction === undefined ? start : `${start}${marks.decimal}${fraction}`;
}

function marksOf(locale: string): Marks {
  const found = known.get(locale) ?? learnt(locale);
  known.set(locale, found);
  return found;
}

/** By Intl itself, which knows where a language sets its marks: 12,34,567 in hi-IN, none in the four digits of es-ES. */
function learnt(locale: string): Marks {
  const format = new Intl.NumberFormat(locale, { numberingSystem: "latn", maximumFractionDigits: 1 });
  const decimal = format.formatToParts(1.5).find(({ type }) => type === "decimal")?.value ?? ".";
  // Releases of Intl differ in which apostrophe Swiss thousands have.
  const grouped = (whole: string) => format.format(BigInt(whole)).replaceAll("'", "’");
  return { decimal, grouped: (whole) => (/^\d+$/.test(whole) ? grouped(whole) : whole) };
}
