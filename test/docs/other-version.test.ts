import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { createMachine, ROOT } from "./machine.ts";

describe("another version of the framework", () => {
  it("is moved to as the page says: both numbers, score, compare, and a moved baseline", { timeout: 60_000 }, () => {
    const machine = createMachine();
    const rewrite = (name: string, from: RegExp, to: string) => {
      const file = path.join(machine.repository, name);
      const before = readFileSync(file, "utf8");
      expect(before).toMatch(from);
      writeFileSync(file, before.replace(from, to));
    };
    const run = (...argv: readonly string[]) => machine.run(".", ...argv);
    try {
      const team = readFileSync(path.join(ROOT, "test", "scenarios", "files", "team.yaml"), "utf8");
      writeFileSync(path.join(machine.repository, "team.yaml"), team);
      const answers = run("simulate", "-f", "team.yaml", "--n", "40", "--clean", "--level", "60", "--seed", "1").stdout;
      writeFileSync(path.join(machine.repository, "answers.csv"), answers);
      expect(run("init", "--data", "answers.csv", "-f", "team.yaml", "--pipeline", "none")).toMatchObject({ exit: 0 });
      for (const argv of [["score"], ["check"], ["check", "--move-baseline", "First survey"]])
        expect(run(...argv)).toMatchObject({ exit: 0 });

      rewrite("team.yaml", /^version: 1\.0\.0$/m, "version: 1.1.0");
      rewrite("team.yaml", /formula: openness \}/, "formula: openness * 0.9 + 10 }");
      const refused = run("score");
      expect(refused.exit).toBe(3);
      expect(refused.stderr.replaceAll(/\s+/g, " ")).toContain(
        'write framework_version: "1.1.0" here and in mapping.yaml, score, see with trust-audit compare trust-audit/baseline.json trust-audit/audit.json which',
      );
      rewrite("trust-audit.yaml", /^framework_version: "1\.0\.0"$/m, 'framework_version: "1.1.0"');
      expect(run("score").stderr).toContain("MP002");
      rewrite("mapping.yaml", /^framework_version: "?1\.0\.0"?/m, 'framework_version: "1.1.0"');
      expect(run("score")).toMatchObject({ exit: 0 });
      const compared = run("compare", "trust-audit/baseline.json", "trust-audit/audit.json");
      expect(compared.exit).toBe(0);
      expect(compared.stdout).toMatch(/Trust: .*formula/);
      expect(run("check", "--move-baseline", "Version 1.1.0: the formula of trust")).toMatchObject({ exit: 0 });
      expect(run("check")).toMatchObject({ exit: 0 });
    } finally {
      machine.close();
    }
  });
});
