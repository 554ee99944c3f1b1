import path from "node:path";
import { describe, expect, it } from "vitest";
import { pipelineFiles } from "../../../src/cli/init/pipeline-files.ts";
import { ProblemsError } from "../../../src/problems/problem.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");

describe("pipeline files of a folder with an odd name", () => {
  it.each(["a\n* * * * * root sh x", "a\rb", "a\u2028b", "a\u0000b"])("a crontab holds no %j", async (folder) => {
    const site = { folder: path.join("/srv", folder), repository: null, below: "." };
    const error = await pipelineFiles("cron", site, ROOT).catch((one: unknown) => one);
    if (!(error instanceof ProblemsError)) throw error;
    expect(error.problems.map(({ code, message }) => [code, /\p{Cc}/u.test(message)])).toEqual([["NP002", false]]);
  });

  it("a crontab names any other, as one word", async () => {
    const site = { folder: "/srv/it's 100 % ours", repository: null, below: "." };
    const files = await pipelineFiles("cron", site, ROOT);
    expect(files[1]?.text).toContain(`'/srv/it'\\''s 100 \\% ours/trust-audit-monthly.sh'\n`);
  });

  it("is no option of a command", async () => {
    const site = { folder: "/srv/-x", repository: "/srv", below: "-x" };
    const [job] = await pipelineFiles("gitlab", site, ROOT);
    expect(job?.text).not.toMatch(/cd -/);
    expect(job?.text).toContain("- cd ./-x\n");
  });
});
