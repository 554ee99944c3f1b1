/** What people are reached by or found with, however many rows it stands on: an office has one IP address. */
const PERSONAL: readonly RegExp[] = [
  // E-mail and other addresses of the net.
  /@/,
  /\b[a-z][a-z\d+.-]*:\/\//i,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
  /(?:^|\s)[\da-f]{0,4}(?::[\da-f]{0,4}){3,}(?:$|\s)/i,
  // Coordinates.
  /^[-+]?\d{1,3}[.,]\d{4,}(?:\s*[,;]\s*[-+]?\d{1,3}[.,]\d{4,})?$/,
  // Long numbers of any kind.
  /^\+?(?:[\s()./-]*\d){7,}$/,
];
/** What may be a telephone number, wherever it stands: seven digits or more, with what is written between them. */
const LONG_NUMBERS = /\+?\d(?:[\s()./\u2010-\u2015-]*\d){6,}/g;
/** Long numbers that are read otherwise: years, dates, and round thousands. */
const OTHER_NUMBERS: readonly RegExp[] = [
  /^(?:(?:19|20)\d\d\D+)+(?:19|20)\d\d$/,
  /^(?:(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d)$/,
  /^[1-9]\d{0,2}(?:[ .\u00a0\u202f]000)+$/,
];

/**
 * A cell that tells of somebody by its form, whatever its column is called: it is one of these, or an e-mail address or a
 * telephone number stands in it ("Ann Bell, 0171 5551234"). Names have no form of their own.
 */
export function isPersonalText(text: string): boolean {
  const trimmed = text.trim();
  return PERSONAL.some((pattern) => pattern.test(trimmed)) || holdsTelephone(trimmed);
}

function holdsTelephone(text: string): boolean {
  const found = text.match(LONG_NUMBERS) ?? [];
  return found.some((number) => !OTHER_NUMBERS.some((form) => form.test(number)));
}
