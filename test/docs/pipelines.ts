import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { bare, type Machine, shellRun } from "./machine.ts";

/** What a run of a pipeline came to. */
export interface PipelineRun {
  /** Exit code of the step, job or line that ended it. */
  readonly exit: number;
  /** As the system shows it. */
  readonly shown: "green" | "warning" | "red";
  /** Everything that was printed. */
  readonly log: string;
  /** What GitHub shows on the page of the run. */
  readonly summary: string;
  /** Files that the system kept, as seen from the repository's root. */
  readonly kept: readonly string[];
}

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number>>;
}

/** The parts of a workflow that are run here; anything else in it fails the test that reads it. */
export interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[]; readonly workflow_dispatch: object };
  readonly env: Readonly<Record<string, string>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly defaults: { readonly run: { readonly shell: string; readonly "working-directory": string } };
        readonly steps: readonly Step[];
      }
    >
  >;
}

/** A run begins with what the repository holds: what `.gitignore` keeps out of it has gone with the machine before. */
function checkedOut({ repository }: Machine): void {
  for (const name of readdirSync(repository, { recursive: true, encoding: "utf8" }))
    if (/(?:^|\/)trust-audit\/(?!baseline)[^/]+$/.test(name)) rmSync(path.join(repository, name), { recursive: true });
}

/** Runs every step as GitHub does: a shell of its own, the rest left out once one has failed unless it runs always. */
export function runGithub(machine: Machine, file = ".github/workflows/trust-audit.yml"): PipelineRun {
  const workflow = parse(readFileSync(path.join(machine.repository, file), "utf8")) as Workflow;
  const [job] = Object.values(workflow.jobs);
  if (job === undefined) throw new Error("A workflow without a job.");
  checkedOut(machine);
  const summary = path.join(machine.home, "summary.md");
  writeFileSync(summary, "");
  const state = { exit: 0, log: "", kept: [] as string[] };
  for (const step of job.steps) {
    if (state.exit !== 0 && step.if !== "always()") continue;
    if (step.run === undefined) state.kept.push(...performed(machine, step));
    else {
      const { shell, "working-directory": folder } = job.defaults.run;
      if (shell !== "bash") throw new Error(`The shell is ${shell}.`);
      const env = {
        ...{ ...bare(machine.home), GITHUB_REF_NAME: "main", GITHUB_STEP_SUMMARY: summary },
        ...{ ...plain(workflow.env), ...plain(step.env) },
      };
      const done = shellRun(step.run, { cwd: path.join(machine.repository, folder), env });
      state.log += done.log;
      if (done.exit !== 0) state.exit = done.exit;
    }
  }
  return {
    ...state,
    shown: state.exit === 0 ? "green" : "red",
    summary: readFileSync(summary, "utf8"),
  };
}

/** Secrets and the like are empty here. */
function plain(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replaceAll(/\$\{\{.*?\}\}/g, "")]));
}

/** What an action of GitHub's own does with files. */
function performed(machine: Machine, { uses = "", with: options = {} }: Step): readonly string[] {
  const paths = String(options["path"] ?? "")
    .split("\n")
    .filter((line) => line !== "");
  if (/^actions\/(?:checkout|setup-node)@v\d+$/.test(uses)) return [];
  if (/^actions\/upload-artifact@v\d+$/.test(uses)) return uploaded(machine, String(options["name"]), paths);
  throw new Error(`Nobody knows what ${uses} does.`);
}

/** Whatever is there of the paths, below the folder that all of them have in common. */
function uploaded({ home, repository }: Machine, name: string, paths: readonly string[]): readonly string[] {
  const runs = path.join(home, "runs");
  mkdirSync(runs, { recursive: true });
  const artifact = path.join(runs, String(readdirSync(runs).length + 1), name);
  const top = path.dirname(paths[0] ?? "");
  const there = paths.filter((file) => existsSync(path.join(repository, file)));
  for (const file of there)
    cpSync(path.join(repository, file), path.join(artifact, path.relative(top, file)), { recursive: true });
  return there;
}

export interface GitlabJob {
  readonly image: string;
  readonly rules: readonly { readonly if: string }[];
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly after_script: readonly string[];
  readonly allow_failure: { readonly exit_codes: readonly number[] };
  readonly artifacts: {
    readonly when: string;
    readonly access: string;
    readonly paths: readonly string[];
    readonly reports: { readonly junit: string };
  };
}

/** Runs the lines of the job in one shell, as GitLab's runner does. */
export function runGitlab(machine: Machine, file = "trust-audit.gitlab-ci.yml"): PipelineRun {
  const jobs = parse(readFileSync(path.join(machine.repository, file), "utf8")) as Record<string, GitlabJob>;
  const [job] = Object.values(jobs);
  if (job === undefined) throw new Error("No job.");
  checkedOut(machine);
  const options = { cwd: machine.repository, env: { ...bare(machine.home), ...variables(job) } };
  const main = shellRun(job.script.join("\n"), options);
  const { exit } = main;
  // Afterwards in any case, in a shell of its own, and whatever comes of it.
  const log = main.log + shellRun(job.after_script.join("\n"), options).log;
  const kept = [...job.artifacts.paths, job.artifacts.reports.junit];
  const isAllowed = job.allow_failure.exit_codes.includes(exit);
  return {
    ...{ exit, log, summary: "" },
    shown: exit === 0 ? "green" : isAllowed ? "warning" : "red",
    kept: kept.filter((one) => existsSync(path.join(machine.repository, one))),
  };
}

/** GitLab's own, and those of the job, in which GitLab's own are put in. */
function variables(job: GitlabJob): Readonly<Record<string, string>> {
  const own: Record<string, string> = {
    ...{ CI_API_V4_URL: "https://gitlab.example/api/v4", CI_PROJECT_ID: "7" },
    ...{ CI_COMMIT_REF_SLUG: "main", CI_JOB_TOKEN: "token of the job" },
  };
  const filled = Object.entries(job.variables).map(([name, value]) => [
    name,
    value.replaceAll(/\$(\w+)/g, (_, one: string) => own[one] ?? ""),
  ]);
  return { ...own, ...Object.fromEntries(filled) };
}

/** Runs the line of a crontab as cron does: /bin/sh, in the home folder, with next to nothing in the environment. */
export function runCron(machine: Machine, file = "trust-audit.crontab"): PipelineRun {
  const { command } = cronLine(readFileSync(path.join(machine.repository, file), "utf8"));
  const env = { HOME: machine.home, PATH: "/usr/bin:/bin", SHELL: "/bin/sh" };
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", command], {
    cwd: machine.home,
    env,
    encoding: "utf8",
  });
  const exit = status ?? -1;
  const all = ["trust-audit/report.html", "trust-audit/audit.json", "trust-audit/gates.xml"];
  return {
    ...{ exit, log: stdout + stderr, summary: "" },
    shown: exit === 0 ? "green" : exit === 4 ? "warning" : "red",
    kept: all.filter((one) => existsSync(path.join(machine.repository, one))),
  };
}

const FIELDS = [
  ["minute", 0, 59],
  ["hour", 0, 23],
  ["day", 1, 31],
  ["month", 1, 12],
  ["weekday", 0, 7],
] as const;

/** The one line of a crontab that is no comment. Throws where a field is none of cron's. */
export function cronLine(text: string): { readonly schedule: string; readonly command: string } {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const parts = /^(\S+ \S+ \S+ \S+ \S+) (.+)$/.exec(lines.join("\n"));
  const [, schedule = "", raw = ""] = parts ?? [];
  checkSchedule(schedule);
  // Cron ends the command at a bare per cent sign, and takes the backslash from others.
  const command = raw.replace(/(?<!\\)%.*$/, "").replaceAll("\\%", "%");
  return { schedule, command };
}

export function checkSchedule(schedule: string): void {
  const values = schedule.split(" ");
  if (values.length !== FIELDS.length) throw new Error(`Not five fields: ${schedule}`);
  for (const [at, [name, least, most]] of FIELDS.entries()) {
    const value = values[at] ?? "";
    const isNumber = /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
    if (value !== "*" && !isNumber) throw new Error(`${name}: ${value}`);
  }
}
