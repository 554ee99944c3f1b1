import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Host } from "../../src/cli/host.ts";
import { parseTargets } from "../../src/cli/output.ts";
import { alsoUnwritten, checkRespondents, openRespondents, withRespondents } from "../../src/cli/respondents.ts";
import { keyOf } from "../../src/cli/respondents-key.ts";
import { ProblemsError } from "../../src/problems/problem.ts";

const dir = mkdtempSync(join(tmpdir(), "trust-audit-respondents-"));
const at = (name: string): string => join(dir, name);
const [answers, report, people] = [at("answers.csv"), at("report.json"), at("people.csv")];
beforeEach(() => {
  for (const name of readdirSync(dir)) rmSync(at(name), { recursive: true });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const hostOf = (key: Uint8Array | string, env: Record<string, string> = {}): Host =>
  ({ open: () => Readable.from([Buffer.from(key)]), env }) as unknown as Host;
const SECRET = "0123456789abcdef";
const ANY = Buffer.from([...Array(12).keys(), 0xff, 0xfe, 0xc0, 0x80]);

describe("what cannot be asked for", () => {
  const check = (flags: Parameters<typeof checkRespondents>[0]) => () =>
    checkRespondents(flags, { read: [answers, "-"], targets: [{ format: "json", path: report }] });

  beforeEach(() => {
    for (const name of [answers, report]) writeFileSync(name, "");
    symlinkSync(answers, at("link.csv"));
  });

  it.each([
    [{ key: at("k") }, "--respondents"],
    [{ respondents: people, key: at("k") }, "--key needs --id"],
    [{ respondents: people, explain: "1" }, "--explain"],
    [{ respondents: "-" }, "name of a file"],
    [{ respondents: "" }, "name of a file"],
    [{ respondents: dir }, "name of a file"],
    [{ respondents: "/dev/null" }, "name of a file"],
    [{ respondents: answers }, "write over"],
    [{ respondents: at("link.csv") }, "write over"],
    [{ respondents: report }, "which -o writes"],
    [{ respondents: people, id: "code", key: people }, "is the key"],
    [{ respondents: people, id: "code", key: report }, "is the key"],
    [{ respondents: people, id: "code", key: at("link.csv") }, "read as something else"],
    [{ respondents: people, id: "code", key: "-" }, "read as something else"],
  ])("%o", (flags, words) => expect(check(flags)).toThrow(words));

  it.each([{}, { respondents: people }, { respondents: people, id: "code", key: at("k") }])("%o is fine", (flags) =>
    expect(check(flags)).not.toThrow(),
  );
});

describe.skipIf(process.platform === "win32")("by way of a folder's other name", () => {
  it("no output, and no key, is written over", () => {
    mkdirSync(at("one"));
    symlinkSync(at("one"), at("other"));
    const check = (flags: Parameters<typeof checkRespondents>[0]) => () =>
      checkRespondents(flags, { read: [], targets: [{ format: "csv", path: at("other/x.csv") }] });
    expect(check({ respondents: at("one/x.csv") })).toThrow("which -o writes");
    expect(check({ respondents: people, id: "code", key: at("one/x.csv") })).toThrow("is the key");
    expect(() => parseTargets([`csv:${at("one/y")}`, `json:${at("other/y")}`], ["csv", "json"])).toThrow("same file");
  });
});

describe("the key", () => {
  const text = async (key: Promise<Uint8Array | null>) => {
    const bytes = await key;
    return bytes === null ? null : Buffer.from(bytes).toString("latin1");
  };

  it.each([
    ["a file", hostOf(SECRET), "k", SECRET],
    ["a file with a line end", hostOf(`${SECRET}\n`), "k", SECRET],
    ["a file with a line end of Windows", hostOf(`${SECRET}\r\n`), "k", SECRET],
    ["a file with two line ends, the first being part of it", hostOf(`${SECRET}\n\n`), "k", `${SECRET}\n`],
    ["any bytes", hostOf(ANY), "k", ANY.toString("latin1")],
    ["the environment", hostOf("", { TRUST_AUDIT_KEY: `${SECRET}\n` }), undefined, SECRET],
    ["a file before the environment", hostOf(SECRET, { TRUST_AUDIT_KEY: "another key of mine" }), "k", SECRET],
    ["nowhere", hostOf(""), undefined, null],
  ])("from %s", async (_, host, file, key) => expect(await text(keyOf(host, file))).toBe(key));

  it.each(["", " ", "\n"])("that a pipeline has left out (%j) is missed, and not taken for none", async (empty) => {
    const error = await keyOf(hostOf("", { TRUST_AUDIT_KEY: empty }), undefined).catch((one: unknown) => String(one));
    expect(error).toContain("TRUST_AUDIT_KEY is set, and empty");
  });

  it.each([
    ["15 bytes and a line end", `${SECRET.slice(1)}\n`, "15 bytes"],
    ["an empty file", "", "0 bytes"],
    ["a file that is no key", "x".repeat(9000), "longer than 4096"],
    ["one letter", "q".repeat(40), "1 different byte;"],
    ["four letters", "qrst".repeat(10), "4 different bytes;"],
  ])("of %s is refused, and not printed", async (_, key, words) => {
    const error = await keyOf(hostOf(key), "k").catch((one: unknown) => String(one));
    expect(error).toContain(words);
    expect(error).not.toContain(key === "" ? SECRET : key.trim());
  });

  it("that cannot be read is a problem with its name", async () => {
    const open = () => {
      throw Object.assign(new Error("no"), { code: "ENOENT" });
    };
    const failing = { open, env: {} } as unknown as Host;
    await expect(keyOf(failing, "gone")).rejects.toMatchObject({
      problems: [{ code: "IN001", place: { file: "gone" } }],
    });
  });
});

describe("the file", () => {
  const LINE = "a,b\n";
  const begun = async (path = people, flags = {}) => {
    const file = await openRespondents(hostOf(SECRET), { respondents: path, ...flags });
    if (file === null) throw new Error("no file");
    return file;
  };

  it("is not begun unasked", async () => expect(await openRespondents(hostOf(""), {})).toBeNull());

  it("is in its place only when all of it is, and its owner's alone, whoever could read an old one", async () => {
    writeFileSync(people, "old", { mode: 0o644 });
    const file = await begun();
    file.table.write(LINE.repeat(100_000));
    file.table.write("é漢🙂\n");
    expect(readFileSync(people, "utf8")).toBe("old");
    const [draft = ""] = readdirSync(dir).filter((name) => name.endsWith(".tmp"));
    expect(statSync(at(draft)).mode & 0o777).toBe(0o600);
    expect(file.keep()).toEqual([]);
    expect(readFileSync(people, "utf8")).toBe(`${LINE.repeat(100_000)}é漢🙂\n`);
    expect(statSync(people).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual(["people.csv"]);
  });

  it("keeps many lines in their order", async () => {
    const file = await begun();
    const lines = Array.from({ length: 50_000 }, (_, row) => `${row},é\n`);
    for (const line of lines) file.table.write(line);
    file.keep();
    expect(readFileSync(people, "utf8")).toBe(lines.join(""));
  });

  it("leaves nothing when the work fails", async () => {
    const work = withRespondents(await begun(), async (table) => {
      table?.write(LINE);
      throw new Error("broken");
    });
    await expect(work).rejects.toThrow("broken");
    expect(readdirSync(dir)).toEqual([]);
  });

  it("that cannot be written does not keep the work back, and is told at the end", async () => {
    const file = await begun(at("no/such/folder.csv"));
    const { result, unwritten } = await withRespondents(file, async (table) => {
      table?.write(LINE);
      return 7;
    });
    expect(result).toBe(7);
    expect(unwritten).toMatchObject([{ code: "OUT001" }]);
    let drawn = 0;
    const draw = async () => {
      drawn += 1;
    };
    await expect(alsoUnwritten(unwritten, draw)).rejects.toMatchObject({ problems: [{ code: "OUT001" }] });
    expect(drawn).toBe(1);
    const both = alsoUnwritten(unwritten, async () => {
      throw new ProblemsError([{ code: "OUT002", severity: "error", message: "m" }]);
    });
    await expect(both).rejects.toMatchObject({ problems: [{ code: "OUT001" }, { code: "OUT002" }] });
    await expect(alsoUnwritten([], draw)).resolves.toBeUndefined();
  });

  it("says that it is not anonymous, and how ids would come into it", async () => {
    const codes = async (flags: object) => {
      const file = await begun(people, flags);
      file.discard();
      return file.notes.map(({ code }) => code);
    };
    expect(await codes({})).toEqual(["RS001"]);
    expect(await codes({ id: "code", key: "k" })).toEqual(["RS001"]);
    const without = await openRespondents(hostOf(""), { respondents: people, id: "code" });
    without?.discard();
    expect(without?.notes.map(({ code }) => code)).toEqual(["RS001", "RS002"]);
    expect(existsSync(people)).toBe(false);
  });
});
