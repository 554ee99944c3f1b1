/**
 * Which bundle of strategies takes away most need per effort: `bestOf` of src/diagnosis/coverage.ts, to the bit. Drawn plans
 * ask it some thousand times, in less time than an engine takes to make it fast.
 */
import { COUNT, EFFECT, EFFECTS, EFFORT, LEFT, NEED, OVERLAPS, RANK, STEPS, STRENGTH } from "./layout";

/** Two gains closer than this (relative) are equal; the rest is rounding. */
const EQUAL: f64 = 1e-9;

let tried: i32 = 0;
let gains: i32 = 0;
let size: i32 = 0;

/** needs: how many there are; bundles: the most there may be at once. Where free memory begins. */
export function open(needs: i32, bundles: i32): i32 {
  size = needs << 3;
  tried = LEFT + size;
  gains = tried + size;
  return gains + (bundles << 3);
}

/**
 * The place of the best in a list of where bundles stand, −1 where none fits. smallest: what takes away less is not worth a
 * step; effort and room: what is left of either.
 */
export function best(list: i32, count: i32, smallest: f64, effort: f64, room: i32): i32 {
  let most: f64 = 0;
  for (let at = 0; at < count; at++) {
    const one = load<i32>(list + (at << 2));
    const own = load<f64>(one, EFFORT);
    let gain: f64 = 0;
    if (load<i32>(one, STEPS) <= room && own <= effort) {
      const reduction = load<i32>(one, OVERLAPS) ? oneByOne(one) : atOnce(one);
      if (reduction > 0 && reduction >= smallest) gain = reduction / own;
    }
    store<f64>(gains + (at << 3), gain);
    if (gain > most) most = gain;
  }
  return most === 0 ? -1 : first(list, count, most * (1 - EQUAL));
}

/** Of those that gain so much the cheapest; of these the first by id. */
function first(list: i32, count: i32, least: f64): i32 {
  let found = -1;
  for (let at = 0; at < count; at++) {
    if (!(load<f64>(gains + (at << 3)) >= least)) continue;
    if (found < 0 || isBefore(load<i32>(list + (at << 2)), load<i32>(list + (found << 2)))) found = at;
  }
  return found;
}

function isBefore(one: i32, other: i32): bool {
  const own = load<f64>(one, EFFORT);
  const others = load<f64>(other, EFFORT);
  return own === others ? load<i32>(one, RANK) < load<i32>(other, RANK) : own < others;
}

/** What a bundle takes away whose members address different needs. */
function atOnce(one: i32): f64 {
  let reduction: f64 = 0;
  let effect = load<i32>(one, EFFECTS);
  for (let left = load<i32>(one, COUNT); left > 0; left--) {
    reduction += load<f64>(load<i32>(effect, NEED)) * load<f64>(effect, STRENGTH);
    effect += EFFECT;
  }
  return reduction;
}

/** The same where a member finds less of a need than one before it did. */
function oneByOne(one: i32): f64 {
  memory.copy(tried, LEFT, size);
  let reduction: f64 = 0;
  let effect = load<i32>(one, EFFECTS);
  for (let left = load<i32>(one, COUNT); left > 0; left--) {
    const need = load<i32>(effect, NEED) + size;
    const strength = load<f64>(effect, STRENGTH);
    const before = load<f64>(need);
    reduction += before * strength;
    store<f64>(need, before * (1 - strength));
    effect += EFFECT;
  }
  return reduction;
}
