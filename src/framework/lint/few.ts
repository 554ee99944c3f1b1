/** The names a sentence can list: a dozen, and how many more there are. */
export function few(known: Iterable<string>): string {
  const names = [...known];
  return names.length <= 12 ? names.join(", ") : `${names.slice(0, 12).join(", ")} and ${names.length - 12} more`;
}
