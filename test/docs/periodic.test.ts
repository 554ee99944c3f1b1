import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../../package.json" with { type: "json" };
import { part, WHOLE } from "../part.ts";
import { createMachine, type Machine, ROOT } from "./machine.ts";
import {
  checkSchedule,
  cronLine,
  type GitlabJob,
  type PipelineRun,
  runCron,
  runGithub,
  runGitlab,
  type Workflow,
} from "./pipelines.ts";

const EXAMPLES = path.join(ROOT, "examples", "pipelines");
const example = (name: string) => readFileSync(path.join(EXAMPLES, name), "utf8");

const SYSTEMS = {
  github: runGithub,
  gitlab: runGitlab,
  cron: runCron,
} as const satisfies Record<string, (machine: Machine) => PipelineRun>;
type System = keyof typeof SYSTEMS;

/** How each shows a month in which too few answered. */
const FEW = {
  github: { exit: 0, shown: "green" },
  gitlab: { exit: 4, shown: "warning" },
  cron: { exit: 4, shown: "warning" },
} as const satisfies Record<System, Partial<PipelineRun>>;

/** Months with an alarm or without a verdict: `npm test` has both on one system, and the warning of another; cron shows nothing. */
const ALARMS: Readonly<Record<System, readonly Month[]>> = {
  github: ["worse", "few"],
  gitlab: WHOLE ? ["worse", "few"] : ["few"],
  cron: WHOLE ? ["worse", "few"] : [],
};

/** Of a check that remembers an earlier one, and sees something else. */
const NEWS = /(?:New answers since|Other numbers than at) the last check/;

/** An export of the month: how many answer, how well things stand. */
const MONTHS = {
  usual: ["--n", "60", "--level", "62", "--seed", "1"],
  second: ["--n", "60", "--level", "66", "--seed", "4"],
  worse: ["--n", "60", "--level", "40", "--seed", "2"],
  few: ["--n", "3", "--level", "62", "--seed", "3"],
} as const;
type Month = keyof typeof MONTHS;

const exports = new Map<Month, string>();
let first: Machine;

/** Made once for all: people who do not exist. */
beforeAll(() => {
  first = createMachine();
  for (const [month, flags] of Object.entries(MONTHS)) {
    const asked = ["simulate", "-f", "trust-equation", "--audience", "employees", "--clean", ...flags];
    const { exit, stdout } = first.run(".", ...asked, "--segment", "department=Sales,Works");
    expect(exit).toBe(0);
    exports.set(month as Month, stdout);
  }
});
afterAll(() => first.close());

/** A machine whose repository holds a project for the system, begun with the usual month's export. */
function begun(system: System): Machine & { answers(month: Month): void; pipeline(): PipelineRun } {
  const machine = createMachine();
  const answers = (month: Month) => {
    mkdirSync(path.join(machine.repository, "exports"), { recursive: true });
    writeFileSync(path.join(machine.repository, "exports", "answers.csv"), exports.get(month) ?? "");
  };
  answers("usual");
  const { exit, stderr } = machine.run(
    ".",
    ...["init", "--data", "exports/*.csv", "-f", "trust-equation", "--audience", "employees"],
    ...["--by", "department", "--pipeline", system],
  );
  expect(stderr).toBe("");
  expect(exit).toBe(0);
  return { ...machine, answers, pipeline: () => SYSTEMS[system](machine) };
}

describe.each(Object.keys(SYSTEMS) as System[])("a year on %s", (system) => {
  it("goes from the first survey to a moved baseline", { timeout: 120_000 }, () => {
    const project = begun(system);
    try {
      const start = project.pipeline();
      expect(start).toMatchObject({ exit: 0, shown: "green" });
      if (system !== "github") expect(start.log).toContain("no baseline yet");
      expect(start.kept).toEqual(
        expect.arrayContaining(["trust-audit/report.html", "trust-audit/audit.json", "trust-audit/gates.xml"]),
      );
      expect(project.run(".", "check", "--move-baseline", "First survey").exit).toBe(0);
      expect(history(project)).toHaveLength(1);

      if (system !== "github") {
        const unchanged = project.pipeline();
        expect(unchanged).toMatchObject({ exit: 0, shown: "green" });
        expect(unchanged.log + unchanged.summary).toContain("No new answers");
      }

      if (ALARMS[system].includes("few")) {
        project.answers("few");
        const few = project.pipeline();
        expect(few).toMatchObject(FEW[system]);
        expect(few.log).toMatch(/not enough data/i);
      }

      if (ALARMS[system].includes("worse")) {
        project.answers("worse");
        const worse = project.pipeline();
        expect(worse).toMatchObject({ exit: 1, shown: "red" });
        expect(worse.log).toContain("No real change for the worse");
        expect(worse.kept).toContain("trust-audit/gates.xml");
      }

      if (WHOLE || system === "github") {
        if (WHOLE) expect(project.run(".", "score").exit).toBe(0);
        expect(project.run(".", "check", "--move-baseline", "Two sites were closed").exit).toBe(0);
        expect(history(project)).toHaveLength(2);
        expect(project.pipeline()).toMatchObject({ exit: 0, shown: "green" });
      }
    } finally {
      project.close();
    }
  });
});

describe.each(part(Object.keys(SYSTEMS) as System[], 3))("a year on %s", (system) => {
  it("remembers each month by what the system keeps", { timeout: 120_000 }, () => {
    const project = begun(system);
    try {
      const next = (month: string, answers: Month | null) => {
        project.month(month);
        if (answers !== null) project.answers(answers);
        const { log, summary } = project.pipeline();
        return log + summary;
      };
      expect(next("2026-01", null)).toContain(system === "cron" ? "First check" : "No earlier run is at hand");
      expect(next("2026-02", "second")).toMatch(NEWS);
      if (WHOLE) expect(next("2026-03", null)).toContain("No new answers since the last check");
      expect(next("2026-04", "worse")).toMatch(NEWS);
      // Nobody brought an export after a month in which a gate failed: that is no news, either.
      expect(next("2026-05", null)).toContain("No new answers since the last check");
      const waves = path.join(project.repository, "trust-audit", "waves");
      expect(readdirSync(waves).sort()).toEqual(["2026-01.json", "2026-02.json", "2026-04.json"]);
      const { exit, log } = project.shell("trust-audit trend trust-audit/waves/*.json");
      expect(log).toContain("3 audits, in the order given");
      expect(exit).toBe(0);
    } finally {
      project.close();
    }
  });
});

describe.each(part(["github", "gitlab", "cron"] as const, 2))("a year on %s", (system) => {
  it("ends red, and as an error that is none of a gate, where the framework has another version", {
    timeout: 60_000,
  }, () => {
    const project = begun(system);
    try {
      const file = path.join(project.repository, "trust-audit.yaml");
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace('framework_version: "1.0.0"', 'framework_version: "0.9.0"'),
      );
      const run = project.pipeline();
      expect(run).toMatchObject({ exit: 3, shown: "red" });
      expect(run.log).toContain("0.9.0");
    } finally {
      project.close();
    }
  });
});

describe("a pipeline", () => {
  it("brings the export by a program of the project's own, and fails with it", { timeout: 60_000 }, () => {
    const project = begun("github");
    try {
      const bring = path.join(project.repository, "bring-export.sh");
      writeFileSync(bring, "#!/bin/sh\necho brought > brought.txt\nexit 7\n");
      chmodSync(bring, 0o755);
      expect(project.pipeline()).toMatchObject({ exit: 7, shown: "red" });
      expect(existsSync(path.join(project.repository, "brought.txt"))).toBe(true);
      expect(project.installed()).toContain(`./tools/trust-audit-${packageJson.version}.tgz`);
    } finally {
      project.close();
    }
  });

  it("finds a project that lies deeper in the repository", { timeout: 60_000 }, () => {
    const machine = createMachine();
    try {
      for (const system of part(["gitlab", "github"] as const, 2)) {
        const folder = path.join(machine.repository, "teams", system);
        mkdirSync(folder, { recursive: true });
        writeFileSync(path.join(folder, "staff.csv"), exports.get("usual") ?? "");
        const flags = ["--data", "staff.csv", "-f", "trust-equation", "--audience", "employees", "--pipeline", system];
        expect(machine.run(`teams/${system}`, "init", ...flags)).toMatchObject({ exit: 0 });
        const run = SYSTEMS[system](machine);
        expect(run).toMatchObject({ exit: 0, shown: "green" });
        expect(run.kept).toContain(`teams/${system}/trust-audit/report.html`);
      }
    } finally {
      machine.close();
    }
  });
});

describe("the examples of pipelines", () => {
  const workflow = parse(example("github/trust-audit.yml")) as Workflow;
  const [job] = Object.values(parse(example("gitlab/trust-audit.gitlab-ci.yml")) as Record<string, GitlabJob>);

  it("may read the repository and nothing else, and run by the month or by hand", () => {
    expect(workflow.permissions).toEqual({ actions: "read", contents: "read" });
    expect(Object.keys(workflow.on).sort()).toEqual(["schedule", "workflow_dispatch"]);
    for (const { cron } of workflow.on.schedule) checkSchedule(cron);
    expect(job?.rules.map((rule) => rule.if)).toEqual([
      '$CI_PIPELINE_SOURCE == "schedule"',
      '$CI_PIPELINE_SOURCE == "web"',
    ]);
    expect(job?.artifacts).toMatchObject({ when: "always", access: "developer" });
    expect(cronLine(example("cron/trust-audit.crontab")).schedule).toBe("23 5 2 * *");
  });

  it("install this version, by a name that is no registry's", () => {
    const named = `./tools/trust-audit-${packageJson.version}.tgz`;
    expect(workflow.env["TRUST_AUDIT_PACKAGE"]).toBe(named);
    expect(job?.variables["TRUST_AUDIT_PACKAGE"]).toBe(named);
    expect(example("cron/trust-audit-monthly.sh")).toContain(`trust-audit-${packageJson.version}.tgz`);
  });

  it.each(["60 5 2 * *", "1 24 1 1 1", "1 1 0 1 1", "* * * *", "a 1 1 1 1"])("have no schedule like %s", (schedule) => {
    expect(() => checkSchedule(schedule)).toThrow();
  });
});

describe("docs/periodic.md", () => {
  const page = readFileSync(path.join(ROOT, "docs", "periodic.md"), "utf8");
  const shown = [...page.matchAll(/^```(?:yaml|sh|crontab)\n([\s\S]*?)^```/gm)].map(([, text = ""]) => text);
  const files = [
    "github/trust-audit.yml",
    "gitlab/trust-audit.gitlab-ci.yml",
    "cron/trust-audit-monthly.sh",
    "cron/trust-audit.crontab",
  ];

  it("shows pieces of the pipelines that run here, and of nothing else", () => {
    expect(shown.length).toBeGreaterThan(3);
    for (const text of shown)
      expect(
        files.filter((file) => example(file).includes(text)),
        text,
      ).toHaveLength(1);
  });
});

function history({ repository }: Machine): readonly unknown[] {
  return readFileSync(path.join(repository, "trust-audit", "baseline.history.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}
