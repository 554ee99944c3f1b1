import { describe, expect, it } from "vitest";
import type { CellResult, Change, ChangeSplit, GroupingResults, GroupName } from "../../src/audit/types.ts";
import { ALL_RULES, type Rules } from "../../src/disclosure/policy.ts";
import { changeOfWaves } from "../../src/statistics/waves.ts";
import { WHOLE } from "../part.ts";
import { attackPairs, type Left, publishPairs } from "./lattice-paired.ts";
import { peopleOf, wavesOf } from "./lattice-people.ts";
import { publish } from "./lattice-published.ts";

const ORGANISATIONS = WHOLE ? 2000 : 100;
/** At most, without one of the rules. */
const PROOFS = 200;
const SEED = 20261122;
const TIMEOUT = WHOLE ? 1_200_000 : 120_000;

function minGroupOf(seed: number): number {
  return 3 + (seed % 4);
}

/** Changes that are printed of something that one of the waves hides. */
function aroundHidden(changes: readonly Change[], waves: readonly (CellResult | undefined)[]): readonly Change[] {
  return changes.filter(({ of, id, index, points }) => {
    const values = waves.map((wave) =>
      of === "dimension"
        ? wave?.dimensions.find((one) => one.id === id)?.mean
        : wave?.composites.find((one) => one.id === id)?.value,
    );
    const shown = values.every((value) => value?.kind === "estimate");
    return !shown && (index.kind === "estimate" || points.kind === "estimate");
  });
}

/** Splits of a composite, or parts of a dimension, that one of the waves hides. */
function splitOfHidden(splits: readonly ChangeSplit[], waves: readonly (CellResult | null)[]): readonly string[] {
  const isKnown = (id: string) =>
    waves.every((wave) => {
      const found = wave?.dimensions.find((one) => one.id === id)?.mean;
      return (found ?? wave?.composites.find((one) => one.id === id)?.value)?.kind === "estimate";
    });
  const told = splits.filter(({ reason }) => reason === null);
  return told
    .flatMap(({ composite, parts }) => [composite, ...parts.map(({ dimension }) => dimension)])
    .filter((id) => !isKnown(id));
}

/** Named in the wave's own report, with a cell of its own. */
function isShown({ groupings }: { readonly groupings: readonly GroupingResults[] }, { path }: GroupName): boolean {
  return groupings.some(({ cells }) => cells.some((one) => one.kind === "group" && one.path.join() === path.join()));
}

describe("the attack on changes between two waves", () => {
  it(
    "finds no change of what one of the waves hides",
    async () => {
      let changes = 0;
      let named = 0;
      for (let at = 0; at < ORGANISATIONS / 4; at++) {
        const question = { by: ["department"], where: null, minGroup: minGroupOf(at), rules: ALL_RULES } as const;
        const [before, after] = [
          await publish(peopleOf(SEED + at), question),
          await publish(peopleOf(SEED - 1 - at), question),
        ];
        const { survey: first } = before;
        const { survey: second } = after;
        const change = changeOfWaves({ name: "before", ...first }, { name: "after", ...second });
        expect(aroundHidden(change.changes, [first.overall ?? undefined, second.overall ?? undefined])).toEqual([]);
        expect(splitOfHidden(change.splits, [first.overall, second.overall])).toEqual([]);
        expect(change.goneGroups.filter((one) => !isShown(first, one) || isShown(second, one))).toEqual([]);
        expect(change.newGroups.filter((one) => !isShown(second, one) || isShown(first, one))).toEqual([]);
        named += change.goneGroups.length + change.newGroups.length;
        for (const group of change.groups) {
          const cells = [first, second].map(({ groupings }) =>
            groupings[0]?.cells.find(({ kind, path }) => kind === "group" && path.join() === group.path.join()),
          );
          expect(aroundHidden(group.changes, cells)).toEqual([]);
          changes += group.changes.length;
        }
      }
      expect(changes).toBeGreaterThan(ORGANISATIONS);
      expect(named).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});

async function leftBehind(seed: number, rules: Rules): Promise<{ left: readonly Left[]; shown: boolean }> {
  const minGroup = minGroupOf(seed);
  const publication = await publishPairs(wavesOf(seed), { minGroup, rules });
  if (publication === null) return { left: [], shown: false };
  return { left: attackPairs(publication, minGroup), shown: publication.change.reason === null };
}

describe("the attack on the change of the same people", () => {
  it(
    "recovers nothing of those who joined or left while all rules are on",
    async () => {
      let shown = 0;
      for (let at = 0; at < ORGANISATIONS; at++) {
        const found = await leftBehind(SEED + at, ALL_RULES);
        expect(found.left, `organisation ${SEED + at}`).toEqual([]);
        if (found.shown) shown++;
      }
      expect(shown).toBeGreaterThan(ORGANISATIONS / 5);
    },
    TIMEOUT,
  );

  it.each([
    ["paired", "subtraction"],
    ["paired", "a composite"],
    ["optional", "itself"],
    ["extremes", "itself"],
    ["extremes", "an end of the scale"],
  ] as const)(
    "succeeds without the rule %s, by %s",
    async (rule, by) => {
      const left: Left[] = [];
      for (let at = 0; at < PROOFS && !left.some((one) => one.by === by); at++)
        left.push(...(await leftBehind(SEED + at, { ...ALL_RULES, [rule]: false })).left);
      expect(left).toContainEqual(expect.objectContaining({ by }));
    },
    TIMEOUT,
  );
});
