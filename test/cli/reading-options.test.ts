import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addReadingOptions } from "../../src/cli/reading-options.ts";

function optionsOf(verb: "score" | "inspect" | "map"): readonly Command["options"][number][] {
  const command = new Command(verb);
  addReadingOptions(verb, command);
  return command.options;
}

function parsed(verb: "score" | "inspect" | "map", ...words: string[]): Record<string, unknown> {
  const command = new Command(verb).exitOverride().configureOutput({ writeErr: () => undefined });
  addReadingOptions(verb, command);
  return command.parse(words, { from: "user" }).opts();
}

describe("the options of verbs that read exports", () => {
  const score = new Map(optionsOf("score").map((option) => [option.long, option]));

  it.each(["inspect", "map"] as const)("%s has those of score, in the same words", (verb) => {
    // Which formats there are depends on what is written; formats.test.ts holds the help against them.
    const own = ["--framework", "--output"];
    const options = optionsOf(verb).filter(({ long }) => !own.includes(long ?? ""));
    expect(options.length).toBeGreaterThan(7);
    for (const { long, flags, description, argChoices, defaultValue } of options)
      expect(score.get(long)).toMatchObject({ flags, description, argChoices, defaultValue });
  });

  it("leave the framework to the project file, and to inspect, which finds one", () => {
    expect(parsed("score")).not.toHaveProperty("framework");
    expect(parsed("map")).toEqual({});
    expect(parsed("inspect")).toEqual({ onUnknown: "error", onRagged: "error", onDuplicate: "keep" });
  });

  it("gathers what is repeatable and refuses a second value of what is not", () => {
    expect(parsed("score", "-f", "x", "--by", "a", "--by", "b/c", "--wave", "y")).toMatchObject({
      by: ["a", "b/c"],
      wave: "y",
    });
    expect(() => parsed("score", "-f", "x", "--wave", "y", "--wave", "z")).toThrow(
      '--wave is given twice: "y" and "z".',
    );
  });

  it.each([
    ["--only", "items"],
    ["--on-ragged", "keep"],
    ["--dialect", "excel"],
  ])("refuses %s %s", (flag, value) => {
    expect(() => parsed("score", "-f", "x", flag, value)).toThrow(/Allowed choices/);
  });
});
