import { describe, expect, it } from "vitest";
import { isPersonalText } from "../../../src/response/columns/personal-text.ts";

describe("texts that tell of somebody by their form", () => {
  it.each([
    "made.up@example.org",
    "Made Up <made.up@example.org>",
    "192.0.2.77",
    "::ffff:192.0.2.77",
    "2001:db8:0:1::7",
    "https://example.org/?who=1",
    "51.50722",
    "-0,12750",
    "51.50722, -0.12750",
    "+44 20 7946 0999",
    "(020) 7946-0999",
    " 4477001 ",
  ])("%s", (text) => expect(isPersonalText(text)).toBe(true));

  it.each([
    "Human Resources",
    "Team 12",
    "2026",
    "45-54",
    "10,000 or more",
    "Site A/B",
    "3.75",
    "9:00 to 17:00",
    "EN",
    "",
  ])("and not %s", (text) => expect(isPersonalText(text)).toBe(false));
});
