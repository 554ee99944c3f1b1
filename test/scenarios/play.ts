import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario, withOutcome } from "./format.ts";
import { execute, layOut, mismatches } from "./run.ts";

const HERE = import.meta.dirname;
const BUILT = existsSync(path.join(HERE, "..", "..", "dist", "program.cjs"));
const UPDATE = process.env["UPDATE_SCENARIOS"] === "1";

/** Plays a scenario in a fresh folder; what differs, run by run, and its text with the outcome written in. */
async function play(text: string): Promise<{ differences: string[]; updated: string }> {
  const scenario = parseScenario(text);
  const folder = await mkdtemp(path.join(realpathSync(tmpdir()), "trust-audit-scenario-"));
  const differences: string[] = [];
  let updated = text;
  try {
    await layOut(scenario, folder);
    for (const [index, run] of scenario.runs.entries()) {
      const outcome = await execute(run, folder);
      const found = mismatches(run, outcome);
      if (found.length > 0) {
        differences.push(`$ ${run.commandText}\n${found.join("\n")}`);
        updated = withOutcome(updated, index, outcome);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return { differences, updated };
}

/** One half of the scenarios, every other one by name: two test files have one each, so that two workers share them. */
export function scenarios(half: 0 | 1): void {
  const names = readdirSync(HERE)
    .filter((file) => file.endsWith(".txt"))
    .sort();
  describe.concurrent("scenarios", () => {
    for (const name of names.filter((_, at) => at % 2 === half)) {
      const file = path.join(HERE, name);
      const text = readFileSync(file, "utf8");
      it(`${name}: ${parseScenario(text).title}`, { timeout: 60_000 }, async () => {
        if (!BUILT) throw new Error("dist/ is not there: run `npm run build` first.");
        const { differences, updated } = await play(text);
        if (UPDATE) await writeFile(file, updated);
        else if (differences.length > 0) expect.fail(`\n${differences.join("\n\n")}\n`);
      });
    }
  });
}
