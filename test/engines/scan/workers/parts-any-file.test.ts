import fc from "fast-check";
import { afterAll, describe, it } from "vitest";
import { WHOLE } from "../../../part.ts";
import { CORES } from "../both-cores.ts";
import { caseOf, expectSame, LONG, removeFiles } from "./parts.ts";

afterAll(removeFiles);

describe("a file that is read in parts", () => {
  it("gives what one thread gives, whatever it holds", { timeout: 1_200_000 }, async () => {
    const weighted = (...all: readonly (readonly [number, string])[]) =>
      fc.oneof(...all.map(([weight, text]) => ({ weight, arbitrary: fc.constant(text) })));
    const answer = weighted([9, "1"], [9, "4"], [3, ""], [2, '"3"'], [1, "seven"], [1, "n/a"], [1, "point 3"]);
    const group = weighted([9, "n"], [5, "s"], [2, '"n"'], [1, ""], [1, "é"], [1, '"a,b"'], [1, '"a\nb"']);
    const comment = weighted(
      [30, ""],
      [6, '"a, b"'],
      [3, '"say ""x"""'],
      [3, '"a\r\nb,c\n"'],
      [1, 'a"b'],
      [1, '"open'],
    );
    const row = fc.tuple(group, group, comment, answer, answer, answer, answer).map((cells) => cells.join(","));
    const line = fc.oneof(
      { weight: 30, arbitrary: row },
      { weight: 2, arbitrary: weighted([1, ""], [1, " "], [1, "1,2"]) },
    );
    const end = weighted([9, "\n"], [3, "\r\n"], [1, "\r"]);
    const lines = fc.array(fc.tuple(line, end), { minLength: 10, maxLength: 80 }).map((all) => all.flat().join(""));
    const how = fc.record({
      count: fc.integer({ min: 1, max: 3 }),
      first: fc.integer({ min: 1, max: 200 }).map((more) => LONG.length - 100 + more),
      part: fc.integer({ min: 1, max: 200 }),
      mostUnusual: fc.integer({ min: 1, max: 3000 }),
      chunk: WHOLE ? fc.constantFrom(13, 400_000) : fc.constantFrom(997, 400_000),
      core: fc.constantFrom(...CORES),
    });
    await fc.assert(
      fc.asyncProperty(lines, how, async (text, { core, ...one }) => {
        await expectSame(caseOf(Buffer.concat([LONG, Buffer.from(text)])), [one], WHOLE ? CORES : [core]);
      }),
      { seed: 8, numRuns: WHOLE ? 400 : 5 },
    );
  });
});
