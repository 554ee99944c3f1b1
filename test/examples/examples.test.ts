import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { type Outcome, parseScenario } from "../scenarios/format.ts";
import { execute } from "../scenarios/run.ts";

const ROOT = path.resolve(import.meta.dirname, "..", "..");
const EXAMPLES = path.join(ROOT, "examples");
const MINUTE = 60_000;

/** How each example is used; a file that is missing here has no use, and the test says so. */
const USES: Readonly<Record<string, string>> = {
  "staff.csv": "examples/staff.csv -f trust-equation --audience employees --by department",
  "customers-google-forms.csv": "examples/customers-google-forms.csv -f trust-equation",
  "distrust-semicolon.csv": "examples/distrust-semicolon.csv -f distrust-symptoms --by site",
  "workshop-google-sheet.csv": "examples/workshop-google-sheet.csv -f distrust-symptoms",
  "qualtrics.csv": "examples/qualtrics.csv -f trust-equation --by region",
  "surveymonkey.csv": "examples/surveymonkey.csv -f trust-equation --by size",
  "limesurvey.csv": "examples/limesurvey.csv -f distrust-symptoms --by site",
  "typeform.csv": "examples/typeform.csv -f trust-equation --by district",
  "microsoft-forms.csv": "examples/microsoft-forms.csv -f trust-equation --by department",
  "staff-2025.csv":
    "examples/staff-2025.csv examples/staff-2026.csv -f trust-equation --audience employees --wave year --by division/department",
  "staff-2026.csv":
    "examples/staff-2026.csv -f trust-equation --audience employees --previous examples/staff-2025.csv --id respondent",
  "headcount.csv":
    "examples/staff.csv -f trust-equation --audience employees --by department --headcount examples/headcount.csv",
  "clinic-management.csv":
    "examples/clinic-management.csv -f trust-reconstruction --profile healthcare --context breach=privacy --context harmed=customers",
  "clinic-affected.csv":
    "examples/clinic-affected.csv -f trust-reconstruction --audience affected --profile healthcare --context breach=privacy --context harmed=customers --by who",
  "factory-distrust.csv":
    "examples/factory-distrust.csv -f distrust-symptoms --profile manufacturing --profile culture:power-distance=high,uncertainty-avoidance=high --by department",
  "factory-automation.csv":
    "examples/factory-automation.csv -f automation-trust --audience employees --profile manufacturing --by department",
  "retailer.csv": "examples/retailer.csv -f stakeholder-trust --profile retail --wave wave",
};

/** No exports: the survey takes the sheets, and a review the plan that was kept. */
const OTHERS = ["sheets.txt", "retailer-plan.csv"];

/** What the survey is asked for. */
const SHEETS =
  "-f trust-equation --audience employees --segment department=Sales,Service --answers examples/sheets.txt";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), "trust-audit-examples-"));
  await cp(EXAMPLES, path.join(folder, "examples"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: string): Promise<Outcome> {
  const [run] = parseScenario(`# ${command}\n--- run\n${command}\n`).runs;
  if (run === undefined) throw new Error(`Not a command: ${command}`);
  return execute(run, folder);
}

const scored = new Map<string, Promise<Outcome>>();
/** The first score of an example, once for all tests: its outputs are kept as NAME.1.json and NAME.1.md. */
function firstScore(name: string): Promise<Outcome> {
  const outcome = scored.get(name) ?? run(`trust-audit score ${USES[name]} ${outputs(name, 1)} -o terminal`);
  scored.set(name, outcome);
  return outcome;
}
const outputs = (name: string, run: number) => `-o json:${name}.${run}.json -o markdown:${name}.${run}.md`;

const kept = (name: string): string => readFileSync(path.join(folder, name), "utf8");

/** The files that the script makes; a folder is a tutorial's, and its page is tested. */
function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map(({ name }) => name).sort();
}

describe("the examples", () => {
  it("all have a use", () => {
    expect(filesIn(EXAMPLES)).toEqual([...Object.keys(USES), ...OTHERS].sort());
  });

  it("are what the script makes, byte for byte", () => {
    const made = path.join(folder, "made");
    mkdirSync(made);
    execFileSync(process.execPath, [path.join(ROOT, "scripts", "make-examples.mjs"), made]);
    expect(filesIn(made)).toEqual(filesIn(EXAMPLES));
    for (const name of readdirSync(made))
      expect(readFileSync(path.join(made, name)).equals(readFileSync(path.join(EXAMPLES, name))), name).toBe(true);
  });
});

describe.each(Object.entries(USES).map(([name, use], at) => [name, use, at] as const))("%s", (name, use, at) => {
  it("is scored without a word of complaint, twice to the same bytes, and to the same report from the kept audit", {
    timeout: MINUTE,
  }, async () => {
    const first = await firstScore(name);
    expect({ exit: first.exit, stderr: first.stderr }).toEqual({ exit: 0, stderr: [] });
    expect(first.stdout.length).toBeGreaterThan(100);
    if (WHOLE || at % 14 === 0) {
      await run(`trust-audit score ${use} ${outputs(name, 2)}`);
      expect(kept(`${name}.2.json`)).toBe(kept(`${name}.1.json`));
      expect(kept(`${name}.2.md`)).toBe(kept(`${name}.1.md`));
    }
    if (WHOLE || at % 7 === 0) {
      const again = await run(`trust-audit report ${name}.1.json -o terminal ${outputs(name, 3)}`);
      expect(again.stdout).toEqual(first.stdout);
      expect(kept(`${name}.3.json`)).toBe(kept(`${name}.1.json`));
      expect(kept(`${name}.3.md`)).toBe(kept(`${name}.1.md`));
    }
  });
});

describe("sheets.txt", () => {
  it("is taken by the survey, and its answers are scored to the same result", { timeout: MINUTE }, async () => {
    const { exit, stdout, stderr } = await run(`trust-audit survey ${SHEETS} --data sheets.csv`);
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: [] });
    expect(stderr.join("\n")).toContain("the answers of 12 people");
    await run("trust-audit score sheets.csv -f trust-equation --by department -o json:again.json");
    expect(kept("again.json")).toBe(kept("sheets.json"));
  });
});

describe("retailer-plan.csv", () => {
  it("is the plan of the first wave, and tells a review what was done", { timeout: MINUTE }, async () => {
    const wave = (name: string) =>
      run(
        `trust-audit score examples/retailer.csv -f stakeholder-trust --profile retail --where 'wave = "${name}"' --only scores -o json:${name}.json`,
      );
    await wave("2025-03");
    await wave("2025-09");
    const { exit, stdout, stderr } = await run(
      "trust-audit plan review 2025-03.json 2025-09.json --tracked examples/retailer-plan.csv --months 6",
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: [] });
    const states = stdout.flatMap((line) => /^ +Status +(\w+)/.exec(line)?.[1] ?? []);
    expect([...new Set(states)].sort()).toEqual(["done", "open", "started"]);
  });
});

describe("what the outputs do not hold", () => {
  /** Everything written on the use of an example, in every format. */
  async function everything(name: string): Promise<string> {
    const { stdout } = await firstScore(name);
    return [...stdout, kept(`${name}.1.json`), kept(`${name}.1.md`)].join("\n");
  }

  it("is a respondent's id, or the name of a group too small to show", { timeout: MINUTE }, async () => {
    const { stdout } = await run(
      `trust-audit score ${USES["staff.csv"]} --id respondent -o terminal -o json:all.json -o markdown:all.md`,
    );
    const text = [...stdout, kept("all.json"), kept("all.md")].join("\n");
    expect(text).toContain("Finance");
    expect(text).not.toMatch(/\br\d{3}\b/);
    expect(text).not.toContain("Management");
  });

  it("is a comment or a time of answering", { timeout: MINUTE }, async () => {
    const text = await everything("customers-google-forms.csv");
    expect(text).toContain("Customers");
    expect(text).not.toContain("then it was three weeks");
    expect(text).not.toMatch(/2026\/03|GMT/);
  });

  it.each(["qualtrics.csv", "surveymonkey.csv", "limesurvey.csv", "typeform.csv", "microsoft-forms.csv"])(
    "is a name, an address or a comment of %s",
    { timeout: MINUTE },
    async (name) => {
      const told = /Madeupp|Testerly|example\.org|192\.0\.2|three weeks|R_[a-z0-9]{15}|2026-03-0|3\/2\/26/;
      expect(readFileSync(path.join(EXAMPLES, name), "utf8")).toMatch(told);
      expect(await everything(name)).not.toMatch(told);
    },
  );
});
