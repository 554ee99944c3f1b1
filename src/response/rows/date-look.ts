/** Digits in three groups, or around the name of a month; whatever the order. */
const PARTS =
  /\d{1,4}[^\d,;]{1,3}\d{1,2}[^\d,;]{1,3}\d{1,4}|\d{1,4}[^\d,;]{0,2}\p{L}{3,12}[^\d,;]{0,2}\d{1,4}|\p{L}{3,12}\.? \d{1,2},? \d{4}/u;
/** Days as spreadsheets count them, between 1968 and 2078. */
const DAYS = /^(?:2[5-9]|[3-5]\d|6[0-4])\d{3}(?:[.,]\d+)?$/;
/** How databases and what reads them write that there is none. */
const NONE = /^0{2,4}\D0{1,2}\D0{2,4}|-0001/;

/** Whether a cell can be a moment; `NULL`, `-` and `0000-00-00 00:00:00` are none. */
export function looksLikeDate(cell: string): boolean {
  const text = cell.trim();
  return (PARTS.test(text) || DAYS.test(text)) && !NONE.test(text);
}
