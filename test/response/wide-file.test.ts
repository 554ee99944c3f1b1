import { describe, expect, it } from "vitest";
import { guessColumns } from "../../src/response/columns/close.ts";
import { similarity } from "../../src/response/columns/likeness.ts";

const WORDS = "the team our manager people work good clear honest open plan trust keeps promise goal week report".split(
  " ",
);

function text(seed: number): string {
  return Array.from({ length: 12 }, (_, at) => WORDS[(seed * (at + 3) + at * at) % WORDS.length]).join(" ");
}

const ITEMS = Array.from({ length: 20 }, (_, at) => ({
  id: `Q${at}`,
  dimension: "D",
  text: new Map([["employees", `${text(at)} ${at}`]]),
  reverse: false,
  required: true,
}));

function seconds(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

describe("a file of 2000 columns", () => {
  it("is guessed in far less time than comparing each pair of texts anew takes", () => {
    const columns = Array.from({ length: 2000 }, (_, column) => ({ column, header: `${text(column + 50)} ${column}` }));
    const anew = seconds(() => {
      for (const { header } of columns) for (const { text } of ITEMS) similarity(header, text.get("employees") ?? "");
    });
    const once = seconds(() => guessColumns(ITEMS as never, columns, "employees"));
    expect(once / anew).toBeLessThan(0.7);
  });
});
