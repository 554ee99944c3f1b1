import { expect, it } from "vitest";
import { createScoreStore } from "../../src/engines/score-store.ts";

it("a store of scores keeps the first row of each place and counts all, over many chunks", () => {
  const store = createScoreStore(2);
  const into = new Float64Array(2);
  for (const place of [0, 4095, 4096, 20_000, 4095, 0, 0]) store.add(place, Float64Array.of(place, store.rows(place)));
  expect([0, 1, 4095, 4096, 20_000, 90_000].map((place) => store.rows(place))).toEqual([3, 0, 2, 1, 1, 0]);
  for (const place of [0, 4095, 4096, 20_000]) {
    store.read(place, into);
    expect([...into]).toEqual([place, 0]);
  }
  store.add(5, Float64Array.of(Number.NEGATIVE_INFINITY, 1));
  store.read(5, into);
  expect([...into]).toEqual([Number.NEGATIVE_INFINITY, 1]);
  store.read(6, into);
  expect([...into]).toEqual([0, 0]);
});
