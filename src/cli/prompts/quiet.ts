/** Nobody reads a screen in less time than this. Milliseconds. */
export const QUIET = 300;
/** Whoever still presses keys after this means them. Milliseconds. */
export const LONGEST = 1000;

/**
 * When another screen comes up than the one somebody typed for, what they typed ahead is not meant for it: keys are dropped
 * until none has come for a while (a key held down comes again and again), but not for so long that the survey seems to hang.
 */
export interface Quiet {
  /** Told with every screen that is shown. @param settles as `Screen.settles` */
  shown(settles: boolean): void;
  /** Whether what comes now was typed ahead. */
  drops(): boolean;
}

/** @param now milliseconds, of a clock that only goes on */
export function createQuiet(now: () => number = () => performance.now()): Quiet {
  let isSettling = false;
  let until = 0;
  let latest = 0;
  return {
    shown: (settles) => {
      if (settles && !isSettling) {
        until = now() + QUIET;
        latest = now() + LONGEST;
      }
      isSettling = settles;
    },
    drops: () => {
      if (!isSettling || now() >= until) return false;
      until = Math.min(now() + QUIET, latest);
      return true;
    },
  };
}
