import { expect, it } from "vitest";
import { segmentColumns } from "../../../src/response/asked/segments.ts";

it("names every column once, by the first flag that does", () => {
  const by = [{ columns: ["division", "team"] }, { columns: ["team", "tenure"] }];
  expect(segmentColumns({ by, where: { columns: ["site", "team"] }, wave: "site" })).toEqual([
    { flag: "--by", column: "division" },
    { flag: "--by", column: "team" },
    { flag: "--by", column: "tenure" },
    { flag: "--wave", column: "site" },
  ]);
  expect(segmentColumns({ by: [], where: null, wave: "year" })).toEqual([{ flag: "--wave", column: "year" }]);
});
