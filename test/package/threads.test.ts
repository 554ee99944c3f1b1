import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { finished } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const MINUTES = 120_000;
const COUNTS = WHOLE ? [1, 2, 3] : [1, 2];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-threads-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly exit: number;
  readonly stderr: string;
}

function score(file: string, ...words: readonly string[]): Promise<Ended> {
  const all = [
    "score",
    file,
    "-f",
    "trust-equation",
    "--audience",
    "employees",
    "--by",
    "department",
    "--debug",
    ...words,
  ];
  const options = { cwd: ROOT, env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((done) =>
    execFile(process.execPath, [path.join(ROOT, "bin/trust-audit.js"), ...all], options, (error, _, stderr) =>
      done({ exit: error === null ? 0 : Number(error.code ?? -1), stderr }),
    ),
  );
}

/** The example of a hundred people, again and again, each time with another answer; `late` stands in it near the end. */
async function copies(name: string, times: number, late = ""): Promise<string> {
  const [header = "", ...rows] = (await readFile(path.join(ROOT, "examples/staff.csv"), "utf8")).trimEnd().split("\n");
  const file = path.join(folder, name);
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  for (let at = 0; at < times; at += 1) {
    const changed = rows.map((row, place) => (place % 37 === at % 37 ? row.replace(/,\d/, `,${1 + (at % 5)}`) : row));
    out.write(`${changed.join("\n")}\n`);
    if (at === times - 20) out.write(late);
  }
  out.end();
  await finished(out);
  return file;
}

describe("several threads", () => {
  it("find what one thread finds", { timeout: MINUTES }, async () => {
    const bytes = (await readFile(path.join(ROOT, "examples/staff.csv"))).length;
    const file = await copies("large.csv", Math.ceil(16_000_000 / bytes));
    const outs = await Promise.all(
      COUNTS.map(async (threads) => {
        const out = path.join(folder, `${threads}.json`);
        const { exit, stderr } = await score(file, "--threads", `${threads}`, "-o", `json:${out}`);
        expect([threads, exit]).toEqual([threads, 0]);
        const many = Math.min(threads, availableParallelism());
        if (many > 1) expect(stderr).toContain(`it is UTF-8 text; ${many} threads read it`);
        else expect(stderr).not.toContain("threads read it");
        return readFile(out, "utf8");
      }),
    );
    const out = path.join(folder, "stream.json");
    await score(file, "--engine", "stream", "-o", `json:${out}`);
    expect(await readFile(out, "utf8")).toBe(outs[0]);
    for (const one of outs) expect(one).toBe(outs[0]);
  });

  it("tell what is wrong as one thread does", { timeout: MINUTES }, async () => {
    const bytes = (await readFile(path.join(ROOT, "examples/staff.csv"))).length;
    const file = await copies("broken.csv", Math.ceil(14_000_000 / bytes), '5" wide,1,2,3\n');
    const [one, two] = await Promise.all([1, 2].map((threads) => score(file, "--threads", `${threads}`)));
    expect(one?.exit).toBe(3);
    expect(two).toEqual(one);
  });
});
