/** What a cell of a workbook holds: dates as UTC, whatever the clock of the machine. */
export type CellValue = string | number | boolean | Date | null;

const DIGITS = 15;

/** A cell as it would stand in a CSV file: `4`, `0.3`, `TRUE`, `2026-05-04 09:12:00`, "" for an empty one. */
export function cellText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  return typeof value === "boolean" ? String(value).toUpperCase() : dateText(value);
}

/** By the 15 significant digits that spreadsheets keep: 0.1 + 0.2 is 0.3. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(DIGITS));
  const text = String(rounded);
  // Below a millionth JavaScript writes exponents.
  return text.includes("e-") ? rounded.toFixed(20).replace(/0+$/, "").replace(/\.$/, "") : text;
}

/** To the nearest second: a day's fraction is seldom exact. A time without a day has none to tell. */
function dateText(value: Date): string {
  const nearest = new Date(Math.round(value.getTime() / 1000) * 1000);
  if (Number.isNaN(nearest.getTime())) return "#DATE";
  const [day = "", time = ""] = nearest.toISOString().slice(0, -5).split("T");
  return nearest.getUTCFullYear() < 1900 ? time : `${day} ${time}`;
}
