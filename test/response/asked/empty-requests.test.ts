import { describe, expect, it } from "vitest";
import { emptyRequests } from "../../../src/response/asked/empty-requests.ts";
import { head, RULES } from "../fixture.ts";

const plain = head(["id", "C1"]);
const marked = head(["Status", "C1"], {
  rowRules: [{ column: 0, exclude: "preview", when: { kind: "one of", values: ["preview"] } }],
});

describe("--include of marks that no file has", () => {
  it.each([
    ["nothing asked", [plain], [], []],
    ["no marks", [plain], ["incomplete", "preview"], ["preview", "incomplete"]],
    ["marks in one of the files", [plain, marked], ["preview"], []],
    ["other marks", [marked], ["preview", "spam"], ["spam"]],
  ] as const)("%s", (_, heads, include, told) => {
    const problems = emptyRequests(heads, { ...RULES, include });
    expect(problems.map(({ message }) => /--include (\w+)/.exec(message)?.[1])).toEqual(told);
    expect(problems.every(({ code, severity }) => code === "SC010" && severity === "warning")).toBe(true);
  });
});
