/** A header as it is compared: line ends and runs of spaces count as one space. occurrence: from 1. */
export function headerKey(header: string, occurrence: number): string {
  return `${occurrence} ${header.replace(/\s+/g, " ").trim()}`;
}

/** The keys of all headers of a table, from the left. */
export function headerKeys(headers: readonly string[]): readonly string[] {
  const met = new Map<string, number>();
  return headers.map((header) => {
    const first = headerKey(header, 1);
    const occurrence = (met.get(first) ?? 0) + 1;
    met.set(first, occurrence);
    return headerKey(header, occurrence);
  });
}
