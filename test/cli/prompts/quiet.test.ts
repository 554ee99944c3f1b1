import { describe, expect, it } from "vitest";
import { createQuiet, LONGEST, QUIET } from "../../../src/cli/prompts/quiet.ts";

describe("keys typed ahead", () => {
  function at() {
    let now = 1000;
    const quiet = createQuiet(() => now);
    return {
      quiet,
      dropsIn: (milliseconds: number) => {
        now += milliseconds;
        return quiet.drops();
      },
    };
  }

  it("are taken on a screen that does not settle", () => {
    const { quiet, dropsIn } = at();
    quiet.shown(false);
    expect(dropsIn(0)).toBe(false);
  });

  it("are dropped until none has come for a while", () => {
    const { quiet, dropsIn } = at();
    quiet.shown(true);
    expect([dropsIn(QUIET - 1), dropsIn(QUIET - 1), dropsIn(QUIET)]).toEqual([true, true, false]);
    expect(dropsIn(1)).toBe(false);
  });

  it("are dropped for a second at most, so that nothing seems to hang", () => {
    const { quiet, dropsIn } = at();
    quiet.shown(true);
    const steps = Array.from({ length: 2 * (LONGEST / 100) }, () => dropsIn(100));
    expect(steps.indexOf(false)).toBe(LONGEST / 100 - 1);
    expect(steps.slice(LONGEST / 100)).not.toContain(true);
  });
});
