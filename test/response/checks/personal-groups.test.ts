import { describe, expect, it } from "vitest";
import { ProblemsError } from "../../../src/problems/problem.ts";
import { refusePersonalGroups } from "../../../src/response/checks/personal-groups.ts";

describe("groups that are people", () => {
  it.each([
    ["e-mail addresses", ["a@example.org", "b@example.org", "c@example.org", ""]],
    ["half of them", ["a@example.org", "b@example.org", "Sales", "Service"]],
    ["telephone numbers", ["+44 20 7946 0999", "020 7946 0998", "(030) 123-4567"]],
    ["IP addresses", ["192.0.2.1", "192.0.2.2", "2001:db8::1:2"]],
  ])("are refused: %s", (_, values) => {
    const refuse = () => refusePersonalGroups({ flag: "--by", column: "who" }, values);
    expect(refuse).toThrow(ProblemsError);
    expect(refuse).toThrow(/CSV016.*--by who/);
    for (const value of values) if (value !== "") expect(refuse).not.toThrow(value);
  });
  it.each([
    ["departments", ["Sales", "Service", "Finance"]],
    ["two values", ["a@example.org", "b@example.org"]],
    ["fewer than half", ["a@example.org", "Sales", "Service"]],
    ["dates", ["01.03.2026", "02.03.2026", "03/04/2026"]],
    ["years", ["2023-2024", "2024-2025", "2025-2026"]],
    ["times", ["08:00-16:00", "16:00-00:00", "00:00-08:00"]],
    ["cost centres", ["10002000", "10002001", "10002002"]],
    ["versions", ["1.0", "1.0.1", "2.0.0"]],
  ])("are not: %s", (_, values) =>
    expect(() => refusePersonalGroups({ flag: "--by", column: "by" }, values)).not.toThrow(),
  );
});
