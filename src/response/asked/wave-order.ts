/** Where a wave stands in time: compared piece by piece, numbers by size. */
type Moment = readonly (number | string)[];

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g;
const DATE = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The waves in the order of time, or null where their names do not say it. Years come first wherever they stand ("Q4 2025"
 * before "Q1 2026"), then what else there is: the numbers in it by size, English names of months as months. Dates with the
 * year last are read day first, or month first where only that makes them dates. Names that differ in other words than
 * these, such as those of seasons, say nothing of time.
 */
export function inTime(names: readonly string[]): readonly string[] | null {
  const moments = momentsOf(names);
  if (moments === null) return null;
  const placed = names.map((name, at) => ({ name, moment: moments[at] ?? [] }));
  return placed.sort((a, b) => compare(a.moment, b.moment)).map(({ name }) => name);
}

function momentsOf(names: readonly string[]): readonly Moment[] | null {
  if (names.every((name) => DATE.test(name))) return datesOf(names);
  const years = names.map((name) => name.match(YEAR) ?? []);
  if (years.every((found) => found.length === 1)) {
    // Where every wave has a year of its own, nothing else is asked.
    if (new Set(years.flat()).size === names.length) return years.map(([year]) => [Number(year)]);
    const rests = namesAlike(names.map((name) => name.replace(YEAR, " ")));
    return toldApart(rests?.map((rest, at) => [Number(years[at]?.[0]), ...rest]) ?? null);
  }
  return years.every((found) => found.length === 0) ? toldApart(namesAlike(names)) : null;
}

/** Day, month and year; null where it cannot be known which of the first two is the month. */
function datesOf(names: readonly string[]): readonly Moment[] | null {
  const dates = names.map((name) => DATE.exec(name) ?? []).map(([, a, sign, b, year]) => ({ a, sign, b, year }));
  const isDayFirst = dates.every(({ b }) => Number(b) <= 12);
  const isMonthFirst = dates.every(({ a, sign }) => Number(a) <= 12 && sign !== ".");
  if (isDayFirst === isMonthFirst) return null;
  return dates.map(({ a, b, year }) =>
    isDayFirst ? [Number(year), Number(b), Number(a)] : [Number(year), Number(a), Number(b)],
  );
}

/** The numbers and months of names that are else alike; null of names that are not. */
function namesAlike(names: readonly string[]): readonly Moment[] | null {
  const pieces = names.map((name) => name.toLowerCase().match(/\d+|\p{L}+/gu) ?? []);
  const moments = pieces.map((words) => words.map(numberOf).filter((number) => number !== null));
  const skeletons = new Set(pieces.map((words) => words.filter((word) => numberOf(word) === null).join(" ")));
  return skeletons.size === 1 ? moments : null;
}

/** Null where two waves would stand at the same time. */
function toldApart(moments: readonly Moment[] | null): readonly Moment[] | null {
  return new Set(moments?.map((moment) => moment.join())).size === moments?.length ? moments : null;
}

/** A number, or the number of a month; null of any other word. */
function numberOf(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const month = MONTHS.findIndex((name) => word.startsWith(name));
  return month < 0 ||
    !/^(?:...|sept|january|february|march|april|june|july|august|(?:septem|octo|novem|decem)ber)$/.test(word)
    ? null
    : month + 1;
}

function compare(a: Moment, b: Moment): number {
  for (const [at, piece] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (piece !== other) return piece < other ? -1 : 1;
  }
  return a.length - b.length;
}
