import { describe, expect, it } from "vitest";
import { askContext } from "../../../src/cli/survey/ask-context.ts";
import type { ContextQuestion } from "../../../src/framework/types.ts";
import { world } from "./host.ts";

const QUESTIONS: readonly ContextQuestion[] = [
  {
    ...{ id: "breach", title: "What was it?", steers: "breaches" },
    options: [
      { id: "competence", title: "A slip" },
      { id: "integrity", title: "A lie" },
    ],
  },
  { ...{ id: "harmed", title: "Who?", steers: "audiences" }, options: [{ id: "customers", title: "Customers" }] },
];

async function asked(typed: string) {
  const { host, asked } = world({ typed });
  if (host.desk === null) throw new Error("no desk");
  return { answers: await askContext({ ...host.desk, plain: true }, QUESTIONS), said: asked() };
}

describe("questions about the whole survey, in plain lines", () => {
  it("are each answered by a number", async () => {
    const { answers, said } = await asked("2\n1\n");
    expect(answers).toEqual([
      { question: "breach", option: "integrity" },
      { question: "harmed", option: "customers" },
    ]);
    expect(said).toContain("What was it?\n1. A slip\n2. A lie\n3. I don't know yet (or Enter)\n> ");
    expect(said).toContain("First, 2 questions about the whole survey.");
  });

  it.each(["\n2\n", "3\n2\n"])("may be left open: %j", async (typed) => {
    expect((await asked(typed)).answers).toEqual([]);
  });

  it("ask again for what is none of the numbers", async () => {
    const { answers, said } = await asked("4\nx\n1\n1\n");
    expect(answers).toEqual([
      { question: "breach", option: "competence" },
      { question: "harmed", option: "customers" },
    ]);
    expect(said.match(/Type a number from 1 to 3/g)).toHaveLength(2);
  });

  it("are interrupted where the terminal is gone", async () => {
    expect((await asked("1\n")).answers).toBe("interrupted");
  });
});
