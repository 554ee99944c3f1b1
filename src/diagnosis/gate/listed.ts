const MOST = 12;

/** Names one after another, the first dozen of many. */
export function listed(names: readonly string[]): string {
  if (names.length > MOST) return `${names.slice(0, MOST).join(", ")} and others`;
  return names.length < 2 ? (names[0] ?? "none") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
