import { textCell } from "../framework/text-cell.ts";
import { csvText } from "../interview/csv.ts";
import { type Instrument, itemsOf } from "./instrument.ts";

/** The header of a table to fill in by hand: segments, then item ids. No example row, which somebody would leave in. */
export function csvTemplate(instrument: Instrument): string {
  const segments = instrument.segments.map(({ name }) => textCell(name));
  return csvText({ headers: [...segments, ...itemsOf(instrument).map(({ id }) => id)], rows: [] });
}
