import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readHeadcountFile } from "../../src/sources/csv/headcount.ts";

const read = (text: string) =>
  readHeadcountFile({ name: "people.csv", open: () => Readable.from([Buffer.from(text)]) });

describe("a headcount file", () => {
  it("gives the people of each group and of all", async () => {
    const { total, groups } = await read("department,people\nSales,35\n Service , 30 \n,3\n");
    expect(total).toBe(68);
    expect([...(groups ?? [])]).toEqual([
      ["Sales", 35],
      ["Service", 30],
      ["", 3],
    ]);
  });

  it.each([
    ["a group twice", "d,n\nA,1\nA,2\n", ["HC002"]],
    ["nobody", "d,n\nA,0\n", ["HC003"]],
    ["a word for a number, each line by itself", "d,n\nA,ten\nB,3.5\nC,4\n", ["HC001", "HC001"]],
    ["no header: its first group would be lost", "A,35\nB,30\n", ["HC001"]],
  ])("is refused with %s", async (_, text, codes) => {
    const failure = await read(text).catch((error: unknown) => error);
    expect(failure).toMatchObject({ problems: codes.map((code) => ({ code })) });
  });
});
