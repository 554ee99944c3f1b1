/** Ascending whole numbers in words: "1, 4 to 7 and 9". */
export function ranges(numbers: readonly number[]): string {
  const parts = runs(numbers).flatMap(([first, last]) =>
    last - first > 1 ? [`${first} to ${last}`] : [...new Set([first, last])].map(String),
  );
  return [parts.slice(0, -1).join(", "), parts.at(-1) ?? ""].filter((part) => part !== "").join(" and ");
}

function runs(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const found: [number, number][] = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else found.push([number, number]);
  }
  return found;
}
