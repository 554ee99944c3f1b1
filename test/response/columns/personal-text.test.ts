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
    "Ann Bell, 0171 5551234",
    "Ann Bell (0171/555-1234), mornings",
    "call +44 20 7946 0999",
    "Ann 555 123 456",
    "in 2024 call 555 1234",
    "write to ann@example.org please",
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
    "cohort 2024-2025",
    "the years 2023/2024",
    "since 31.12.2024",
    "from 2026-03-31 on",
    "over 1 000 000 a year",
    "Q1 2026, 14 people",
    "EN",
    "",
  ])("and not %s", (text) => expect(isPersonalText(text)).toBe(false));
});
