import { createScales, type Limits, type Scales } from "../numeric/best-bundle.ts";
import type { Bundle, Catalogue, Offer } from "./bundles.ts";

/** What chooses the next bundle of a plan, and the needs it chooses by. */
export interface Picker {
  readonly left: Float64Array;
  /** Undefined where it cannot tell. */
  pick(offer: Offer, limits: Limits): Bundle | null | undefined;
}

/** For plans made over and over again from one catalogue: each bundle is laid out once. Null where there is no WebAssembly. */
export function pickerOf({ offer }: Catalogue, needs: number): Picker | null {
  const scales = createScales(needs, offer.bundles.length);
  if (scales === null) return null;
  const ranks = new Map(
    offer.bundles
      .map(({ wanted }) => wanted)
      .sort()
      .map((id, rank) => [id, rank]),
  );
  const laid = new Map<Bundle, number | null>();
  const place = (one: Bundle): number | null => {
    const known = laid.get(one);
    if (known !== undefined) return known;
    const rank = ranks.get(one.wanted);
    const start = rank === undefined ? null : scales.lay({ ...one, steps: one.works.length, rank });
    laid.set(one, start);
    return start;
  };
  const questions = new Map<Offer, ReturnType<Scales["list"]>>();
  return {
    left: scales.left,
    pick: (open, limits) => {
      let question = questions.get(open);
      if (question === undefined) {
        const places = open.bundles.flatMap((one) => place(one) ?? []);
        question = places.length === open.bundles.length ? scales.list(places) : null;
        questions.set(open, question);
      }
      if (question === null) return undefined;
      const at = question(limits);
      return at < 0 ? null : open.bundles[at];
    },
  };
}
