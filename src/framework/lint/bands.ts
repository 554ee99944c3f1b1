import type { Complaint } from "../complaint.ts";
import type { LintContext } from "./context.ts";

/** FW048: bands that do not cover the index from 0 upwards, or that no index can reach. */
export function* bandsAscend({ document }: LintContext): Iterable<Complaint> {
  for (const [id, bands] of Object.entries(document.bands ?? {})) {
    for (const [place, band] of bands.entries()) {
      const before = bands[place - 1];
      const path = ["bands", id, place, "from"];
      if (before === undefined && band.from !== 0) {
        const help = "Write `from: 0` for the first band.";
        yield { code: "FW048", path, message: `An index below ${band.from} would have no band.`, help };
      }
      if (before !== undefined && band.from <= before.from) {
        const message = `The band "${band.label}" can never be reached: it begins at ${band.from}, and the one before it at ${before.from}.`;
        yield { code: "FW048", path, message, help: "List the bands in ascending order of `from`." };
      }
    }
  }
}
