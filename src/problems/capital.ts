/** First letter in upper case: the beginning of a sentence, a title. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
