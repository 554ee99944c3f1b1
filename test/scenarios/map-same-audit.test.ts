import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario } from "./format.ts";
import { execute } from "./run.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");

const EXAMPLES: readonly (readonly [file: string, framework: string, more: string])[] = [
  ["staff.csv", "trust-equation", "--by department"],
  ["customers-google-forms.csv", "trust-equation", ""],
  ["distrust-semicolon.csv", "distrust-symptoms", ""],
  ["workshop-google-sheet.csv", "distrust-symptoms", ""],
];

async function run(folder: string, text: string) {
  const [one] = parseScenario(`# ${text}\n--- run\n${text}\n`).runs;
  if (one === undefined) throw new Error(`Not a command: ${text}`);
  return execute(one, folder);
}

async function auditIn(folder: string, name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(path.join(folder, name), "utf8")) as Record<string, unknown>;
}

/** Without what says that a mapping was used. */
function withoutMapping(audit: Record<string, unknown>): object {
  const text = JSON.stringify(audit, (key, value: unknown) =>
    ["mapping", "mappingHash", "how"].includes(key) ? undefined : value,
  );
  return JSON.parse(text) as object;
}

describe("an export that has not changed", () => {
  it.each(EXAMPLES)("%s is scored to the same audit with its mapping", async (file, framework, more) => {
    const folder = await mkdtemp(path.join(tmpdir(), "trust-audit-map-"));
    try {
      await cp(path.join(ROOT, "examples", file), path.join(folder, file));
      const mapped = await run(folder, `trust-audit map ${file} -f ${framework} -o m.yaml`);
      expect([mapped.exit, mapped.stderr.join("\n")]).toEqual([0, expect.stringContaining("Wrote m.yaml")]);
      const plain = `trust-audit score ${file} -f ${framework} --quiet ${more}`;
      expect((await run(folder, `${plain} -o json:with.json --map m.yaml`)).exit).toBe(0);
      expect((await run(folder, `${plain} -o json:without.json`)).exit).toBe(0);
      const [using, without] = [await auditIn(folder, "with.json"), await auditIn(folder, "without.json")];
      const warnings = without["warnings"] as readonly { readonly code: string }[];
      // Who answered is said in the mapping: nothing is left to warn of.
      const expected = { ...without, warnings: warnings.filter(({ code }) => code !== "SC003") };
      expect(withoutMapping(using)).toEqual(withoutMapping(expected));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
