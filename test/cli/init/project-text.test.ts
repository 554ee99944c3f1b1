import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { projectText } from "../../../src/cli/init/project-text.ts";
import type { Wishes } from "../../../src/cli/init/wishes.ts";
import { readProjectText } from "../../../src/project/read.ts";
import { createShelf } from "../../../src/shelf/shelf.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const shelf = createShelf(ROOT);
const IDS = readdirSync(path.join(ROOT, "frameworks"))
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => file.replace(".yaml", ""));

const BARE: Wishes = {
  ...{ data: "exports/*.csv", framework: "", audience: null, by: [], headcount: null },
  ...{ id: null, title: null, pipeline: "none" },
};

async function read(wishes: Wishes, hasMapping = true) {
  const { framework } = await shelf.framework(wishes.framework);
  const text = projectText(wishes, framework, { hasMapping });
  return { text, ...(await readProjectText({ text, file: "trust-audit.yaml", folder: "." })) };
}

/** With every commented line that could stand there taken in, as somebody who follows the comments would. */
function takenIn(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/^# ((?:score|report):)$/, "$1")
        .replace(
          /^( *)# {1,3}([a-z][\w-]*: |- ")/,
          (_, pad: string, rest: string) => `${pad === "" ? "  " : pad}${rest}`,
        ),
    )
    .join("\n");
}

describe("a project file", () => {
  it.each(IDS)("for %s is one that can be read, and pins the version", async (framework) => {
    const { project, problems } = await read({ ...BARE, framework });
    expect(problems).toEqual([]);
    expect(project).toMatchObject({ framework, frameworkVersion: "1.0.0", data: ["exports/*.csv"] });
    expect(project?.gates.map(({ gate }) => gate).join("; ")).toMatch(
      /^any\(dimension\)\.(?:index >=|load <=) \d+; (?:drop|rise)\(\w+\.(?:index|load)\) <= 5$/,
    );
  });

  it.each(IDS)("for %s can be read with what its comments offer", async (framework) => {
    const { text } = await read({ ...BARE, framework, by: ["department"] }, false);
    const { problems } = await readProjectText({ text: takenIn(text), file: "trust-audit.yaml", folder: "." });
    expect(problems).toEqual([]);
  });

  it("holds what was wished for, whatever it looks like", async () => {
    const wishes: Wishes = {
      data: 'a "b" #c: [x].csv',
      framework: "trust-equation",
      audience: "employees",
      by: ['"R&D / Lab"', "a,b", "- yes", "\u202efdp"],
      headcount: "who: asked.csv",
      id: "no",
      title: 'Trust: "ours"\n# {{x}} \u0000',
      pipeline: "none",
    };
    const { project, problems } = await read(wishes);
    expect(problems).toEqual([]);
    expect(project?.data).toEqual([wishes.data]);
    expect(project?.options.get("by")).toEqual(wishes.by);
    expect(project?.options.get("headcount")).toEqual([wishes.headcount]);
    expect(project?.options.get("id")).toEqual(["no"]);
    expect(project?.report.title).toBe(wishes.title);
  });

  it("asks for half of those who were asked only where their number is known", async () => {
    const gates = async (headcount: string | null) =>
      (await read({ ...BARE, framework: "trust-equation", headcount })).project?.gates.map(({ gate }) => gate);
    expect(await gates("60")).toContain("response_rate >= 50 %");
    expect(await gates(null)).not.toContain("response_rate >= 50 %");
  });
});
