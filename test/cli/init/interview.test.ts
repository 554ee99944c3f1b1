import { copyFileSync, createReadStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Host } from "../../../src/cli/host.ts";
import type { Asker } from "../../../src/cli/init/asker.ts";
import { interviewed } from "../../../src/cli/init/interview.ts";
import { siteOf } from "../../../src/cli/init/site.ts";
import type { InitFlags } from "../../../src/cli/init/wishes.ts";

const ROOT = path.resolve(import.meta.dirname, "../../..");
const host = { root: ROOT, open: (name: string) => createReadStream(name) } as unknown as Host;
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "trust-audit-interview-"));
  mkdirSync(path.join(folder, "exports"));
  copyFileSync(path.join(ROOT, "examples", "staff.csv"), path.join(folder, "exports", "2026.csv"));
  copyFileSync(path.join(ROOT, "examples", "headcount.csv"), path.join(folder, "headcount.csv"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Somebody who takes the first offer that holds the word, or types the line; null goes away. */
async function talk(replies: readonly (string | null)[], flags: InitFlags = {}) {
  const asked: string[] = [];
  const offered: (readonly string[])[] = [];
  const complaints: string[] = [];
  const next = (question: string) => {
    asked.push(question);
    return replies[asked.length - 1 + complaints.length] ?? null;
  };
  const asker: Asker = {
    choose: async (question, offers) => {
      const reply = next(question);
      offered.push(offers.map(({ name }) => name));
      return reply === null ? null : (offers.find(({ name }) => name.includes(reply))?.value ?? null);
    },
    line: async (question, complaint) => {
      let reply = next(question);
      for (let wrong = complaint(reply ?? ""); reply !== null && wrong !== null; wrong = complaint(reply ?? "")) {
        complaints.push(wrong);
        reply = replies[asked.length - 1 + complaints.length] ?? null;
      }
      return reply;
    },
  };
  const wishes = await interviewed(host, asker, { site: siteOf(folder), flags });
  return { wishes, asked, offered, complaints };
}

const ALL = ["2026", "trust-equation", "employees", "department", "150", "GitHub"];

describe("the five questions", () => {
  it("make a project", async () => {
    const { wishes, offered, asked } = await talk(ALL);
    expect(wishes).toEqual({
      ...{ data: "exports/2026.csv", framework: "trust-equation", audience: "employees", by: ["department"] },
      ...{ headcount: "150", id: null, title: null, pipeline: "github" },
    });
    expect(asked.map((question) => question.slice(0, 6))).toEqual([
      "1 of 5",
      "2 of 5",
      "3 of 5",
      "3 of 5",
      "4 of 5",
      "5 of 5",
    ]);
    // What is no export is not proposed; the framework that fits comes first.
    expect(offered[0]).toEqual([
      "exports/2026.csv",
      "none yet: it will lie in exports/*.csv",
      "another: I type its name",
    ]);
    expect(offered[1]?.[0]).toBe("trust-equation: Trust equation (21 of 21 items found)");
    expect(offered[3]).toEqual(["department (6 groups)", "none"]);
  });

  it.each(ALL.map((_, at) => at))("leave nothing where somebody goes away at the %i. of them", async (at) => {
    const { wishes } = await talk(ALL.map((reply, place) => (place === at ? null : reply)));
    expect(wishes).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(["exports", "headcount.csv"]);
  });

  it("are not asked where a flag answers", async () => {
    const flags: InitFlags = {
      data: "exports/*.csv",
      framework: "trust-equation",
      audience: "employees",
      by: ["department"],
    };
    const { wishes, asked } = await talk(["", "cron"], flags);
    expect(asked).toHaveLength(2);
    expect(wishes).toMatchObject({ data: "exports/*.csv", headcount: null, pipeline: "cron" });
  });

  it("take a typed file that is there, and a number that is one", async () => {
    const typed = [
      "another",
      "",
      "nowhere.csv",
      "exports/2*.csv",
      "trust-equation",
      "employees",
      "none",
      "many",
      "0",
      "40",
      "none",
    ];
    // "nobody" is offered for no pipeline.
    const { wishes, complaints } = await talk([...typed.slice(0, -1), "nobody"]);
    expect(complaints).toEqual([
      "Please type the name of a file.",
      "There is no such file. One that comes later needs a * in its name.",
      "Please type a whole number, or nothing.",
      "Please type a whole number, or nothing.",
    ]);
    expect(wishes).toMatchObject({ data: "exports/2*.csv", by: [], headcount: "40", pipeline: "none" });
  });

  it("ask about people only where people answer", async () => {
    const { wishes, asked } = await talk(["none yet", "trust-erosion", "nobody"]);
    expect(asked).toHaveLength(3);
    expect(wishes).toMatchObject({ data: "exports/*.csv", framework: "trust-erosion", headcount: null });
  });
});
