import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { part } from "../part.ts";

interface DataSet {
  readonly file: string;
  readonly framework: string;
  readonly bytes: number;
}

type Task = "scores" | "full" | "parse";

interface Peers {
  readonly peers: readonly {
    readonly name: string;
    readonly tasks: readonly Task[];
    readonly command: (task: Task, set: DataSet) => readonly [string, ...string[]];
  }[];
  readonly absent: readonly { readonly name: string; readonly install: string }[];
}

const BENCH = path.resolve(import.meta.dirname, "..", "..", "bench");
const MINUTE = 60_000;
const load = (name: string): Promise<unknown> => import(pathToFileURL(path.join(BENCH, name)).href);
const { findPeers } = (await load("harness/peers.mjs")) as { findPeers: () => Peers };
const { differences } = (await load("harness/check.mjs")) as {
  differences: (audit: unknown, result: unknown) => readonly string[];
};
const { auditOf } = (await load("harness/program.mjs")) as { auditOf: (set: DataSet) => unknown };
const { dataSet } = (await load("data/sets.mjs")) as { dataSet: (name: string, folder: string) => DataSet };

const folder = mkdtempSync(path.join(realpathSync(tmpdir()), "trust-audit-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { peers, absent } = findPeers();

describe.each(part(["numbers-1000", "labels-1000"], 2))("with %s", (name) => {
  const set = dataSet(name, folder);
  const audit = auditOf(set);

  it.each(peers.flatMap((peer) => peer.tasks.map((task) => ({ peer, task, who: peer.name }))))(
    "$who finds what the program finds: $task",
    { timeout: MINUTE },
    ({ peer, task }) => {
      const [program, ...args] = peer.command(task, set);
      const found: unknown = JSON.parse(execFileSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 26 }));
      expect(differences(audit, found)).toEqual([]);
    },
  );

  it.for(absent)("$name is not installed", ({ name: who, install }, context) => {
    context.skip(`${who}: ${install}`);
  });
});

describe("the data of the benchmark", () => {
  it("is the same each time, and written only once", () => {
    const first = dataSet("numbers-1000", folder);
    const bytes = readFileSync(first.file);
    rmSync(`${first.file}.recipe`);
    expect(readFileSync(dataSet("numbers-1000", folder).file).equals(bytes)).toBe(true);
    expect(existsSync(`${first.file}.part`)).toBe(false);
  });
});
