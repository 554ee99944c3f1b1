import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseWhere } from "../../../src/response/asked/where.ts";
import { inWhere } from "../../../src/response/asked/where-tokens.ts";
import { spacedAlike } from "../../../src/response/rows/group-text.ts";

describe("a name as a filter has it", () => {
  it.each([
    ["wave", "wave"],
    ["Größe_2-a", "Größe_2-a"],
    ["R&D / Lab", '"R&D / Lab"'],
    ['a"b', '"a""b"'],
    ["", '""'],
    ["not", '"not"'],
  ])("%s is %s", (name, written) => expect(inWhere(name)).toBe(written));

  it("is read as the same name, whatever stands in it", () => {
    const signs = fc.constantFrom('"', "'", "a", "not", " ", "=", "(", ",", "ü", "\n");
    const name = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: signs }));
    fc.assert(
      fc.property(
        name.filter((text) => spacedAlike(text) !== ""),
        name,
        (column, value) => {
          const parsed = parseWhere(`${inWhere(column)} = ${inWhere(value)}`);
          if ("problem" in parsed) throw new Error(parsed.problem.message);
          expect(parsed.columns).toEqual([spacedAlike(column)]);
          expect(parsed.test(() => spacedAlike(value))).toBe(true);
        },
      ),
      { seed: 20261122 },
    );
  });
});
