/** What people are reached by or found with, however many rows it stands on: an office has one IP address. */
const PERSONAL: readonly RegExp[] = [
  // E-mail and other addresses of the net.
  /@/,
  /\b[a-z][a-z\d+.-]*:\/\//i,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/,
  /(?:^|\s)[\da-f]{0,4}(?::[\da-f]{0,4}){3,}(?:$|\s)/i,
  // Coordinates.
  /^[-+]?\d{1,3}[.,]\d{4,}(?:\s*[,;]\s*[-+]?\d{1,3}[.,]\d{4,})?$/,
  // Telephone numbers and long numbers of any kind.
  /^\+?(?:[\s()./-]*\d){7,}$/,
];

/** A cell that tells of somebody by its form alone, whatever its column is called. Names have no form of their own. */
export function isPersonalText(text: string): boolean {
  const trimmed = text.trim();
  return PERSONAL.some((pattern) => pattern.test(trimmed));
}
