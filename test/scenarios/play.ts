import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { parseScenario, withOutcome } from "./format.ts";
import { execute, layOut, mismatches } from "./run.ts";

const HERE = import.meta.dirname;
const BUILT = existsSync(path.join(HERE, "..", "..", "dist", "program.cjs"));
const UPDATE = process.env["UPDATE_SCENARIOS"] === "1";

/** Plays a scenario in a fresh folder; what differs, run by run, and its text with the outcome written in. */
async function play(text: string, own: boolean): Promise<{ differences: string[]; updated: string }> {
  const scenario = parseScenario(text);
  const folder = await mkdtemp(path.join(realpathSync(tmpdir()), "trust-audit-scenario-"));
  const differences: string[] = [];
  let updated = text;
  try {
    await layOut(scenario, folder);
    for (const [index, run] of scenario.runs.entries()) {
      const outcome = await execute(run, folder, own || run.command.stdin !== null);
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

/** Every so many scenarios are played as a user does it, each run a process of its own, and all by `npm run prove`; else in this one. */
const OWN = 12;

/** One half of the scenarios, every other one by name: two test files have one each, so that two workers share them. */
export function scenarios(half: 0 | 1): void {
  const names = readdirSync(HERE)
    .filter((file) => file.endsWith(".txt"))
    .sort();
  describe.concurrent("scenarios", () => {
    for (const [at, name] of names.filter((_, place) => place % 2 === half).entries()) {
      const file = path.join(HERE, name);
      const text = readFileSync(file, "utf8");
      it(`${name}: ${parseScenario(text).title}`, { timeout: WHOLE ? 600_000 : 60_000 }, async () => {
        if (!BUILT) throw new Error("dist/ is not there: run `npm run build` first.");
        const { differences, updated } = await play(text, WHOLE || at % OWN === 0);
        if (UPDATE) await writeFile(file, updated);
        else if (differences.length > 0) expect.fail(`\n${differences.join("\n\n")}\n`);
      });
    }
  });
}
