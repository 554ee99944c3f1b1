import { describe, expect, it } from "vitest";
import { looksLikeDate } from "../../../src/response/rows/date-look.ts";

describe("a moment", () => {
  it.each([
    "2026-05-04 09:12:00",
    "1980-01-01 00:00:00",
    "04.05.2026 09:12",
    "5/4/2026 9:12 AM",
    "4-May-26",
    "4 mai 2026",
    "May 4, 2026",
    "2026年5月4日",
    "46146.38",
  ])("is %s", (text) => expect(looksLikeDate(text)).toBe(true));
  it.each([
    ...["", " ", "NULL", "null", "NA", "N/A", "#N/A", "-", "--", "None", "0", "1", "No"],
    ...["0000-00-00", "0000-00-00 00:00:00", "00.00.0000 00:00", "-0001-11-30 00:00:00", "30/11/-0001"],
  ])("is not %j", (text) => expect(looksLikeDate(text)).toBe(false));
});
