/** Every sign that stands for an apostrophe. */
export const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u2032\u02bc\u0060\u00b4\uff07]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** Zero-width characters, soft hyphens and byte order marks, as copying from web pages leaves them. */
export const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * An answer as it is looked up: lower case, one kind of apostrophe and dash, single spaces (also where they were
 * no-break spaces), nothing around, composed (NFC). Two texts a reader takes for the same become the same.
 */
export function normaliseAnswer(text: string): string {
  return text
    .replace(INVISIBLE, "")
    .toLowerCase()
    .normalize("NFC")
    .replace(APOSTROPHES, "'")
    .replace(DASHES, "-")
    .replace(/\s+/g, " ")
    .trim();
}
