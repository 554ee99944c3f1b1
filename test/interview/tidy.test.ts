import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resume } from "../../src/interview/machine.ts";
import { pastOf } from "../../src/interview/replay.ts";
import { tidied } from "../../src/interview/tidy.ts";
import type { Entry } from "../../src/interview/types.ts";
import { anyEntry } from "../sources/journal/fixture.ts";
import { finished, take } from "./robot.ts";
import { type Drive, PLAIN, planOf, start, turns } from "./survey.ts";

const withdrawal = fc.record({ kind: fc.constant("withdraw" as const), seat: fc.integer({ min: 1, max: 30 }) });
const anything = fc.array(fc.oneof({ weight: 5, arbitrary: anyEntry }, withdrawal), { maxLength: 40 });

describe("entries tidied up", () => {
  it("come to the same, whatever they are, and cannot be tidied further", () => {
    fc.assert(
      fc.property(anything, (entries) => {
        const left = tidied(entries);
        const [before, after] = [pastOf(entries), pastOf(left)];
        expect(after.seats).toEqual(before.seats);
        expect([after.places, after.closed]).toEqual([before.places, before.closed]);
        expect(tidied(left)).toEqual(left);
      }),
    );
  });
  it("lead on from where they stopped, after any keys", () => {
    const plan = planOf(PLAIN, { seating: turns(3), segments: [{ name: "team", options: [] }] });
    const move = fc.oneof(
      fc.constantFrom("return", "1", "4", "b", "c", "n", "y", "w", "left", "escape", "a").map((name) => ({
        key: { name },
      })),
      fc.constantFrom("word", "other").map((line) => ({ line })),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), fc.nat(2), (moves, done) => {
        let now: Drive = start(plan);
        if (done > 0)
          now = finished(now, ({ seats }) => seats.filter(({ status }) => status === "finished").length >= done);
        for (const one of moves) now = take(now, one);
        expect(resume(plan, tidied(now.entries))).toEqual(resume(plan, now.entries));
      }),
    );
  });
  it("keep a text that is still being typed, and none from before somebody was done", () => {
    const draft = (seat: number | null, text: string): Entry => ({
      kind: "draft",
      seat,
      question: null,
      line: "sheet",
      text,
    });
    const sheet: readonly Entry[] = [
      { kind: "seat", seat: 1 },
      { kind: "finish", seat: 1 },
    ];
    expect(tidied([draft(null, "43-"), ...sheet, draft(null, "12")])).toEqual([...sheet, draft(null, "12")]);
  });
});
