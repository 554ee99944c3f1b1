import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInside } from "../../scenarios/inside.ts";

const STAFF = path.resolve(import.meta.dirname, "..", "..", "..", "examples", "staff.csv");
const PROJECT = `framework: trust-equation
score: { audience: employees }
gates: ["trust.index >= 47.5"]
report:
  title: Trust at Example Ltd
  locale: de-DE
  bands: { critical: "«critical»", weak: "«weak»", mixed: "«mixed»", good: "«good»", strong: "«strong»" }
`;

let folder = "";
const run = (...argv: readonly string[]) => runInside({ argv, env: {}, stdin: Buffer.alloc(0) }, folder);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "trust-audit-style-"));
  await writeFile(path.join(folder, "trust-audit.yaml"), PROJECT);
  await run("score", STAFF, "-o", "json:a.json");
  await run("score", STAFF, "-o", "json:b.json", "--where", 'department = "Sales"');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const COMMANDS = [
  { command: "compare", number: /\+0,3\b/, argv: ["compare", "a.json", "b.json"] },
  { command: "trend", number: /\+0,3\b/, argv: ["trend", "a.json", "b.json"] },
  { command: "plan show", number: /\b0,805 before/, argv: ["plan", "show", "a.json"] },
  { command: "check", number: /at least 47,5 index points/, argv: ["check", "a.json"] },
] as const;

describe.each(COMMANDS)("$command", ({ number, argv }) => {
  it.each(["terminal", "markdown", "html"])(
    "has the title and the numbers of the house style in %s",
    async (format) => {
      const { stdout } = await run(...argv, "-o", format);
      const text = stdout.replace(/\s+/g, " ");
      expect(text).toContain("Trust at Example Ltd: ");
      expect(text).toMatch(number);
      expect((await run("--no-config", ...argv, ...gate(argv), "-o", format)).stdout).not.toMatch(number);
    },
  );

  it("keeps both out of its data", async () => {
    const { stdout } = await run(...argv, "-o", "json");
    expect(stdout).toBe(
      (await run("--no-config", ...argv, ...gate(argv), "-o", "json")).stdout.replace(
        /"--gate"/g,
        '"trust-audit.yaml:3"',
      ),
    );
    expect(stdout).not.toMatch(/Example Ltd|«/);
  });
});

/** Without the project there is no gate. */
function gate([command]: readonly string[]): readonly string[] {
  return command === "check" ? ["--gate", "trust.index >= 47.5"] : [];
}

describe("words of bands", () => {
  it.each([
    ["compare", "a.json", "b.json"],
    ["trend", "a.json", "b.json"],
  ])("stand in the pictures of %s", async (...argv) => {
    const { stdout } = await run(...argv, "-o", "html");
    expect(stdout).toMatch(/«(?:weak|mixed|good)»/);
  });

  it("stand in those of an audit that tells no ends of its bands, too", async () => {
    for (const name of ["a", "b"]) {
      const audit = JSON.parse(await readFile(path.join(folder, `${name}.json`), "utf8"));
      for (const band of audit.framework.bands) Object.assign(band, { from: null, to: null });
      await writeFile(path.join(folder, `old-${name}.json`), JSON.stringify(audit));
    }
    const { stdout } = await run("trend", "old-a.json", "old-b.json", "-o", "html");
    expect(stdout).toMatch(/«(?:weak|mixed|good)»/);
    expect(stdout).not.toMatch(/>(?:weak|mixed|good)</);
  });
});

describe("what is wrong with the project file", () => {
  it("is told with how its gates are written, before anything is scored", async () => {
    const own = await mkdtemp(path.join(folder, "wrong-"));
    const text = 'framework: trust-equation\nscore: { min-group: x }\ngates: ["trust.index >= 47,5", "n > 3"]\n';
    await writeFile(path.join(own, "trust-audit.yaml"), text);
    const given = { env: {}, stdin: Buffer.alloc(0) };
    const scored = await runInside({ ...given, argv: ["score", STAFF] }, own);
    expect(scored).toMatchObject({ exit: 3, stdout: "" });
    expect(scored.stderr).toMatch(/PF001 trust-audit\.yaml:2.*GT002 trust-audit\.yaml:3.*2 errors/s);
    const doctor = await runInside({ ...given, argv: ["doctor"] }, own);
    expect(doctor.exit).toBe(3);
    expect(doctor.stdout.replace(/\s+/g, " ")).toMatch(/\(PF001\) .*\(GT002\)/);
  });
});
