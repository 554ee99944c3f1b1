import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";

export const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");

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

export interface Machine {
  /** Root of the repository. */
  readonly repository: string;
  readonly home: string;
  /** What the shim for npm was called with, a line each. */
  installed(): string;
  /** Runs trust-audit in a folder of the repository. */
  run(
    folder: string,
    ...argv: readonly string[]
  ): { readonly exit: number; readonly stdout: string; readonly stderr: string };
  close(): void;
}

/** A machine with trust-audit and npm on it, and an empty repository. */
export function createMachine(): Machine {
  const root = mkdtempSync(path.join(realpathSync(tmpdir()), "trust-audit-periodic-"));
  const [home, repository] = [path.join(root, "home"), path.join(root, "repository")];
  const bin = path.join(home, ".local", "bin");
  mkdirSync(bin, { recursive: true });
  mkdirSync(path.join(repository, ".git"), { recursive: true });
  const shim = (name: string, line: string) =>
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  shim("trust-audit", `exec '${process.execPath}' '${PROGRAM}' "$@"`);
  shim("npm", `echo "$@" >> '${path.join(home, "npm.log")}'`);
  const log = path.join(home, "npm.log");
  return {
    repository,
    home,
    installed: () => (existsSync(log) ? readFileSync(log, "utf8") : ""),
    run: (folder, ...argv) => {
      const cwd = path.join(repository, folder);
      mkdirSync(cwd, { recursive: true });
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], {
        cwd,
        env: bare(home),
        encoding: "utf8",
      });
      return { exit: status ?? -1, stdout, stderr };
    },
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

function bare(home: string): Record<string, string> {
  return { HOME: home, PATH: `${path.join(home, ".local", "bin")}:/usr/bin:/bin`, TZ: "UTC" };
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

/** What the cache of a CI system holds from run to run. */
const cacheOf = (machine: Machine) => path.join(machine.home, "cache");

/** Runs every step as GitHub does: a shell of its own, the rest left out once one has failed unless it runs always. */
export function runGithub(machine: Machine, file = ".github/workflows/trust-audit.yml"): PipelineRun {
  const workflow = parse(readFileSync(path.join(machine.repository, file), "utf8")) as Workflow;
  const [job] = Object.values(workflow.jobs);
  if (job === undefined) throw new Error("A workflow without a job.");
  const summary = path.join(machine.home, "summary.md");
  writeFileSync(summary, "");
  const state = { exit: 0, log: "", kept: [] as string[] };
  for (const step of job.steps) {
    if (state.exit !== 0 && step.if !== "always()") continue;
    if (step.run === undefined) state.kept.push(...performed(machine, step));
    else {
      const { shell, "working-directory": folder } = job.defaults.run;
      if (shell !== "bash") throw new Error(`The shell is ${shell}.`);
      const env = { ...bare(machine.home), ...plain(workflow.env), ...plain(step.env), GITHUB_STEP_SUMMARY: summary };
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

/** `bash --noprofile --norc -eo pipefail`, as GitHub documents it for `shell: bash`. */
function shellRun(text: string, { cwd, env }: { readonly cwd: string; readonly env: Record<string, string> }) {
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", text], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { exit: status ?? -1, log: stdout + stderr };
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
  if (/^actions\/cache\/restore@v\d+$/.test(uses)) return restored(machine, paths);
  if (/^actions\/cache\/save@v\d+$/.test(uses)) return saved(machine, paths);
  if (/^actions\/upload-artifact@v\d+$/.test(uses))
    return paths.filter((file) => existsSync(path.join(machine.repository, file)));
  throw new Error(`Nobody knows what ${uses} does.`);
}

function restored(machine: Machine, paths: readonly string[]): readonly string[] {
  for (const file of paths) {
    const kept = path.join(cacheOf(machine), file);
    if (existsSync(kept)) cpSync(kept, path.join(machine.repository, file));
  }
  return [];
}

function saved(machine: Machine, paths: readonly string[]): readonly string[] {
  for (const file of paths) {
    const made = path.join(machine.repository, file);
    if (existsSync(made)) cpSync(made, path.join(cacheOf(machine), file), { recursive: true });
  }
  return [];
}

export interface GitlabJob {
  readonly image: string;
  readonly rules: readonly { readonly if: string }[];
  readonly variables: Readonly<Record<string, string>>;
  readonly script: readonly string[];
  readonly allow_failure: { readonly exit_codes: readonly number[] };
  readonly cache: { readonly paths: readonly string[] };
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
  restored(machine, job.cache.paths);
  const env = { ...bare(machine.home), ...job.variables };
  const { exit, log } = shellRun(job.script.join("\n"), { cwd: machine.repository, env });
  saved(machine, job.cache.paths);
  const kept = [...job.artifacts.paths, job.artifacts.reports.junit];
  const isAllowed = job.allow_failure.exit_codes.includes(exit);
  return {
    ...{ exit, log, summary: "" },
    shown: exit === 0 ? "green" : isAllowed ? "warning" : "red",
    kept: kept.filter((one) => existsSync(path.join(machine.repository, one))),
  };
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
