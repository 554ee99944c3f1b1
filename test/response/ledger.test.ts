import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLedger, emptyLedger, mergeLedgers } from "../../src/response/ledger.ts";
import { EXCLUSIONS, type Ledger } from "../../src/response/types.ts";

type Step = "score" | "repeated" | (typeof EXCLUSIONS)[number];
const steps = fc.array(fc.constantFrom<Step>("score", "repeated", ...EXCLUSIONS));

function account(walk: readonly Step[]): Ledger {
  const ledger = createLedger();
  for (const step of walk) {
    if (step === "repeated") {
      ledger.repeatedId();
      continue;
    }
    ledger.read();
    if (step === "score") ledger.score();
    else ledger.exclude(step);
  }
  return ledger.done(walk.length);
}

describe("the account of rows", () => {
  it("balances: read = excluded + scored", () => {
    fc.assert(
      fc.property(steps, (walk) => {
        const { read, excluded, scored } = account(walk);
        expect(read).toBe(scored + Object.values(excluded).reduce((sum, rows) => sum + rows, 0));
      }),
      { seed: 20261122 },
    );
  });

  it("merges as if it had been kept in one", () => {
    fc.assert(
      fc.property(steps, steps, (a, b) => {
        expect(mergeLedgers(account(a), account(b))).toEqual(account([...a, ...b]));
        expect(mergeLedgers(account(b), account(a))).toEqual(account([...a, ...b]));
        expect(mergeLedgers(account(a), emptyLedger())).toEqual(account(a));
      }),
      { seed: 20261122 },
    );
  });

  it("is a copy: counting on does not change it", () => {
    const ledger = createLedger();
    const before = ledger.done(0);
    ledger.exclude("empty");
    expect(before.excluded.empty).toBe(0);
  });
});
