/**
 * Which of many bundles takes away most of some needs per effort, asked thousands of times over the same bundles.
 *
 * Formula: kernel/cover/, which has that of diagnosis/coverage.ts. Unit and range: as there. Missing rule: none. Oracle:
 *   `bestOf` of diagnosis/coverage.ts, to the bit (test/diagnosis/picker.test.ts).
 */
import { instantiate } from "../../generated/cover-kernel.mjs";
import {
  BUNDLE,
  COUNT,
  EFFECT,
  EFFECTS,
  EFFORT,
  LEFT,
  NEED,
  OVERLAPS,
  RANK,
  STEPS,
  STRENGTH,
} from "../../kernel/cover/layout.ts";

const PAGES = 4;
const BYTES = 8;
const LIST_BYTES = 4;

export interface Weighable {
  readonly places: Int32Array;
  readonly strengths: Float64Array;
  /** Two of its effects are on the same need: the second finds less of it. */
  readonly overlaps: boolean;
  readonly effort: number;
  readonly steps: number;
  /** Of equals the smaller goes first. */
  readonly rank: number;
}

export interface Limits {
  /** What takes away less is not worth a step. */
  readonly smallest: number;
  readonly effort: number;
  readonly room: number;
}

export interface Scales {
  /** What is left of each need, to be filled before each question. */
  readonly left: Float64Array;
  /** Lays bundles out, one the same number each time; null where there is no room left. */
  lay(bundle: Weighable): number | null;
  /** Lays out a list of them, to be asked for the best of it; null where there is no room left. */
  list(laid: readonly number[]): ((limits: Limits) => number) | null;
}

/** Scales for `needs` needs and lists of at most `bundles`; null where there is no WebAssembly, or too much to weigh. */
export function createScales(needs: number, bundles: number): Scales | null {
  const kernel = instance();
  const { open, best } = kernel?.exports ?? {};
  if (kernel === null || open === undefined || best === undefined) return null;
  const view = new DataView(kernel.buffer);
  let free = open(needs, bundles);
  if (free > view.byteLength) return null;
  const take = (bytes: number): number | null => {
    const start = free;
    const end = start + Math.ceil(bytes / BYTES) * BYTES;
    if (end > view.byteLength) return null;
    free = end;
    return start;
  };
  return {
    left: new Float64Array(kernel.buffer, LEFT, needs),
    lay: (bundle) => {
      const start = take(BUNDLE + EFFECT * bundle.places.length);
      if (start !== null) lay(view, start, bundle);
      return start;
    },
    list: (laid) => {
      const start = laid.length > bundles ? null : take(LIST_BYTES * laid.length);
      if (start === null) return null;
      laid.forEach((one, at) => {
        view.setInt32(start + LIST_BYTES * at, one, true);
      });
      return ({ smallest, effort, room }) => best(start, laid.length, smallest, effort, room);
    },
  };
}

function lay(view: DataView, start: number, bundle: Weighable): void {
  const { places, strengths } = bundle;
  const effects = start + BUNDLE;
  view.setFloat64(start + EFFORT, bundle.effort, true);
  view.setInt32(start + EFFECTS, effects, true);
  view.setInt32(start + COUNT, places.length, true);
  view.setInt32(start + STEPS, bundle.steps, true);
  view.setInt32(start + OVERLAPS, bundle.overlaps ? 1 : 0, true);
  view.setInt32(start + RANK, bundle.rank, true);
  for (let at = 0; at < places.length; at++) {
    view.setFloat64(effects + EFFECT * at + STRENGTH, strengths[at] ?? 0, true);
    view.setInt32(effects + EFFECT * at + NEED, LEFT + BYTES * (places[at] ?? 0), true);
  }
}

function instance(): ReturnType<typeof instantiate> | null {
  try {
    return instantiate(PAGES);
  } catch {
    return null;
  }
}
