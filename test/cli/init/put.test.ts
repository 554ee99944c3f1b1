import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Host } from "../../../src/cli/host.ts";
import { deedsFor, doAll } from "../../../src/cli/init/put.ts";
import type { PlannedFile } from "../../../src/cli/init/wishes.ts";

const host = { stdout: new PassThrough(), stderr: new PassThrough() } as unknown as Host;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "trust-audit-put-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, more: Partial<PlannedFile> = {}): PlannedFile => ({
  ...{ path: join(folder, name), text: `${name}\n`, says: "", how: "new" },
  ...more,
});
const read = (name: string) => readFileSync(join(folder, name), "utf8");

describe("files of a new project", () => {
  it("are written with their folders, a script so that it can be run", async () => {
    const deeds = await deedsFor([file("a"), file("deep/er/b", { executable: true })], false);
    expect(deeds.map(({ does }) => does)).toEqual(["write", "write"]);
    await doAll(host, deeds);
    expect(read("deep/er/b")).toBe("deep/er/b\n");
    expect(statSync(join(folder, "deep/er/b")).mode & 0o100).toBe(0o100);
  });

  it("stay as they are where they are there, unless they are forced", async () => {
    writeFileSync(join(folder, "a"), "mine");
    expect(await deedsFor([file("a")], false)).toMatchObject([{ does: "leave" }]);
    const forced = await deedsFor([file("a")], true);
    expect(forced).toMatchObject([{ does: "replace" }]);
    await doAll(host, forced);
    expect(read("a")).toBe("a\n");
  });

  it("are not there at all, and old ones are as they were, where one of them cannot be written", async () => {
    writeFileSync(join(folder, "old"), "mine");
    const deeds = await deedsFor([file("old"), file("new/a"), file("b")], true);
    // Somebody is faster.
    writeFileSync(join(folder, "b"), "theirs");
    await expect(doAll(host, deeds)).rejects.toThrow();
    expect(read("old")).toBe("mine");
    expect(read("b")).toBe("theirs");
    expect(readdirSync(folder).sort()).toEqual(["b", "old"]);
  });

  it("are all looked at before any is written", async () => {
    mkdirSync(join(folder, "a"));
    writeFileSync(join(folder, "b"), "a file");
    await expect(deedsFor([file("a"), file("b/c"), file("d")], false)).rejects.toMatchObject({
      problems: [{ code: "OUT001" }, { code: "OUT001" }],
    });
    expect(existsSync(join(folder, "d"))).toBe(false);
  });

  it("take lines up once, behind what is there", async () => {
    const lines = file("ignored", { how: "lines", text: "x\ny\n" });
    writeFileSync(join(folder, "ignored"), "mine\r\ny");
    chmodSync(join(folder, "ignored"), 0o600);
    await doAll(host, await deedsFor([lines], false));
    expect(read("ignored")).toBe("mine\r\ny\nx\n");
    expect(await deedsFor([lines], true)).toMatchObject([{ does: "leave" }]);
  });
});
