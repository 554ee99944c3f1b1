import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { fixtureText, read } from "./fixtures.ts";

const NAMES = ["weights", "formula-by-audience", "skip-missing", "ladder", "journey", "triage", "outlook", "between"];

/** Every place of plain data. */
function* places(value: unknown): Iterable<{ readonly holder: Record<string, unknown>; readonly key: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    yield { holder: value as Record<string, unknown>, key };
    yield* places(inner);
  }
}

interface Edit {
  readonly at: number;
  /** In place of what stands there; undefined: it goes. */
  readonly put: unknown;
}

function damage(document: unknown, { at, put }: Edit): void {
  const all = [...places(document)];
  const place = all[at % all.length];
  if (place === undefined) return;
  if (put !== undefined) place.holder[place.key] = put;
  else if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
  else delete place.holder[place.key];
}

describe("a damaged framework with the newer words", () => {
  it("never makes the reader throw, and is compiled only without errors", async () => {
    const put = fc.constantFrom<unknown>(undefined, null, "", "x", "skill +", 0, -1, 1.5, true, false, [], {}, [
      "staff",
    ]);
    const edit = fc.record({ at: fc.nat(10_000), put });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        async (name, edits) => {
          const document: unknown = parse(fixtureText("frameworks", name));
          for (const one of edits) damage(document, one);
          const { framework, problems } = await read(JSON.stringify(document, null, 1));
          expect(framework === null).toBe(problems.some(({ severity }) => severity === "error"));
        },
      ),
      { seed: 20261123, numRuns: 300 },
    );
  });
});
