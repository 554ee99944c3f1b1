import { describe, expect, it } from "vitest";
import { cutNote } from "../../../src/response/columns/cut-headings.ts";

describe("headings that were cut off", () => {
  it.each([
    [["How far do you .. [We keep promi.. ]", "How far do you .. [We answer.. ]"], "2 headings are cut off"],
    [["We keep promises to cust..", "We answer questions wi…"], "2 headings are cut off"],
    [["We keep promises", "And so on ..."], ""],
    [["We keep promises", "We answer"], ""],
  ])("%j", (headers, note) => {
    const said = cutNote({ dialect: "limesurvey", headers });
    expect(note === "" ? said === "" : said.includes(note)).toBe(true);
    expect(cutNote({ dialect: "plain", headers })).toBe("");
  });
});
