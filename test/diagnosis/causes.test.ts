import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCauses } from "../../src/diagnosis/causes.ts";
import { findLoops } from "../../src/diagnosis/loops.ts";
import type { CauseLink } from "../../src/framework/types.ts";
import { framework, HIDDEN, link, type Measured, overall } from "./fixture.ts";

function causes(dimensions: readonly Measured[], links: readonly CauseLink[]) {
  return findCauses(framework({ dimensions, links }), overall(dimensions));
}

describe("symptoms and their causes", () => {
  const dimensions: readonly Measured[] = [
    { id: "fear", index: 45 },
    { id: "change", index: 49.9, target: 90 },
    { id: "words", index: 80 },
    { id: "secret", index: HIDDEN },
    { id: "halfway", index: 50 },
    { id: "modest", index: 40, target: 40 },
    { id: "talk", index: 49 },
    { id: "resistance", index: 30 },
    { id: "alone", index: 10 },
  ];
  const result = causes(dimensions, [
    link("fear", "resistance", 1),
    link("change", "resistance", 3),
    link("words", "resistance", 3),
    link("secret", "resistance", 3),
    link("halfway", "resistance", 3),
    link("modest", "resistance", 3),
    link("words", "talk", 2),
    link("fear", "words", 2),
    link("talk", "halfway", 1),
    link("talk", "modest", 1),
  ]);
  it("lists dimensions below 50 and their target that a link leads to, worst first", () => {
    expect(result?.symptoms.map(({ dimension, index }) => [dimension, index])).toEqual([
      ["resistance", 30],
      ["talk", 49],
    ]);
  });
  it("orders causes by pull = strength × gap/100 and leaves out what is at 50, at target or hidden", () => {
    expect(result?.symptoms[0]?.causes).toEqual([
      {
        dimension: "change",
        title: "Title of change",
        index: 49.9,
        strength: 3,
        because: "change feeds resistance",
        pull: 3 * ((90 - 49.9) / 100),
      },
      {
        dimension: "fear",
        title: "Title of fear",
        index: 45,
        strength: 1,
        because: "fear feeds resistance",
        pull: 0.3,
      },
    ]);
  });
  it("keeps a symptom without such a cause", () => {
    expect(result?.symptoms[1]?.causes).toEqual([]);
  });
  it("is null where the framework declares no links, and empty where nothing is low", () => {
    expect(causes(dimensions, [])).toBeNull();
    expect(
      causes(
        [
          { id: "a", index: 70 },
          { id: "b", index: 74 },
        ],
        [link("a", "b"), link("b", "a")],
      ),
    ).toEqual({ symptoms: [], loops: [] });
  });
});

describe("loops", () => {
  it("names the members in the order of the links, with each reason", () => {
    const dimensions: readonly Measured[] = [
      { id: "control", index: 40 },
      { id: "effort", index: 49 },
    ];
    expect(causes(dimensions, [link("effort", "control"), link("control", "effort")])?.loops).toEqual([
      {
        members: [
          { dimension: "control", title: "Title of control", index: 40 },
          { dimension: "effort", title: "Title of effort", index: 49 },
        ],
        because: ["control feeds effort", "effort feeds control"],
      },
    ]);
  });
  it.each([
    [40, 50],
    [49, 74],
    [70, 72],
  ])("asks that every member is low, not only short of its target: %i and %i", (control, effort) => {
    const dimensions: readonly Measured[] = [
      { id: "control", index: control },
      { id: "effort", index: effort },
    ];
    expect(causes(dimensions, [link("effort", "control"), link("control", "effort")])?.loops).toEqual([]);
  });
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ["no circle", ["ab", "bc", "ac"], []],
    ["a link to itself is none", ["aa"], []],
    ["rotations once", ["bc", "ca", "ab"], ["abc"]],
    ["both directions are two circles", ["ab", "bc", "ca", "ac", "cb", "ba"], ["ab", "ac", "bc", "abc", "acb"]],
    ["shortest first", ["ab", "bc", "cd", "da", "dc"], ["cd", "abcd"]],
    ["six members at most", ["ab", "bc", "cd", "de", "ef", "fg", "ga"], []],
    ["six members", ["ab", "bc", "cd", "de", "ef", "fa"], ["abcdef"]],
    ["a link written twice counts once", ["ab", "ab", "ba"], ["ab"]],
  ];
  it.each(cases)("%s", (_, pairs, expected) => {
    expect(loops(pairs.map(([from = "", to = ""]) => link(from, to)))).toEqual(expected);
  });
  it("stops at ten", () => {
    const all = LETTERS.flatMap((a) => LETTERS.filter((b) => b !== a).map((b) => link(a, b)));
    expect(findLoops(all, LETTERS)).toHaveLength(10);
  });
  it("agrees with trying every order of members", () => {
    const letters = LETTERS.slice(0, 5);
    const pair = fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters));
    fc.assert(
      fc.property(fc.uniqueArray(pair, { maxLength: 9, selector: ([a, b]) => a + b }), (pairs) => {
        const words = new Set(pairs.map(([a, b]) => a + b));
        const expected = orders(letters).filter((o) => [...o].every((c, i) => words.has(c + (o[i + 1] ?? o[0] ?? ""))));
        fc.pre(expected.length < 10);
        expect(new Set(loops(pairs.map(([a, b]) => link(a, b))))).toEqual(new Set(expected));
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

const LETTERS = ["a", "b", "c", "d", "e", "f", "g"];

function loops(links: readonly CauseLink[]): readonly string[] {
  return findLoops(links, LETTERS).map((circle) => circle.map(({ from }) => from).join(""));
}

/** Every word of two or more different letters that begins with its first letter in the alphabet. */
function orders(letters: readonly string[]): readonly string[] {
  const words: string[] = [];
  const grow = (word: string): void => {
    if (word.length > 1) words.push(word);
    for (const next of letters) if (next > (word[0] ?? "") && !word.includes(next)) grow(word + next);
  };
  for (const first of letters) grow(first);
  return words;
}
