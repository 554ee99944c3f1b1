import { type Problem, ProblemsError } from "../../problems/problem.ts";
import { acquireLock, type Lock } from "../../sources/journal/lock.ts";
import { placeOf } from "../place.ts";
import { historyPath } from "./history.ts";

/** Each waits for a second. */
const TRIES = 5;

/** While it is held nobody else moves this baseline, so that no reason is lost. Throws ProblemsError (BL004). */
export function holdHistory(baseline: string): Lock {
  const place = placeOf(historyPath(baseline));
  for (let left = TRIES; left > 0; left -= 1)
    try {
      return acquireLock(place);
    } catch (error) {
      // A folder that is not there, or not ours to write in: whoever writes there says so.
      if (!(error instanceof ProblemsError)) return { release: () => undefined };
    }
  throw new ProblemsError([inMotion(baseline, `${place}.lock.*`)]);
}

function inMotion(baseline: string, lock: string): Problem {
  return {
    code: "BL004",
    severity: "error",
    message: `Another run is moving the baseline ${baseline}.`,
    help: `Check what it becomes, and move it again if need be. When you are sure that nothing moves it, delete ${lock} first.`,
    place: { file: baseline },
  };
}
