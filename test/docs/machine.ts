import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const ROOT = path.resolve(import.meta.dirname, "..", "..");
const PROGRAM = path.join(ROOT, "bin", "trust-audit.js");

export interface Machine {
  /** Root of the repository. */
  readonly repository: string;
  readonly home: string;
  /** What the calendar says from now on, such as `2026-03`. */
  month(text: string): void;
  /** What the shim for npm was called with, a line each. */
  installed(): string;
  /** Runs trust-audit in a folder of the repository. */
  run(
    folder: string,
    ...argv: readonly string[]
  ): { readonly exit: number; readonly stdout: string; readonly stderr: string };
  /** Has bash run a line in the repository's root: the log, and what it ended with. */
  shell(line: string): { readonly exit: number; readonly log: string };
  close(): void;
}

/** A machine with trust-audit on it, with stand-ins for what a pipeline calls besides, and an empty repository. */
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
  // The calendar, GitHub's artifacts and GitLab's package registry are files in the home folder.
  shim("date", `[ "$1" = +%Y-%m ] || exit 64\ncat "$HOME/month"`);
  shim("gh", GH);
  shim("curl", CURL);
  const month = (text: string) => writeFileSync(path.join(home, "month"), text);
  month("2026-01");
  const log = path.join(home, "npm.log");
  return {
    repository,
    home,
    month,
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
    shell: (line) => shellRun(line, { cwd: repository, env: bare(home) }),
    close: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs are folders, numbered in their order; the list has the latest first. */
const GH = `
case "$1 $2" in
  "run list")
    case "$*" in *"--workflow trust-audit.yml --branch main --status completed "*) ;; *) exit 64 ;; esac
    ls "$HOME/runs" 2> /dev/null | sort -rn ;;
  "run download")
    [ "$4 $6" = "--name --dir" ] && cp -R "$HOME/runs/$3/$5/." "$7" ;;
  *) exit 64 ;;
esac`;

/** A file goes up or comes down, by who has the token of the job; 22 is curl's word for a page that is not there. */
const CURL = `
for url in "$@"; do :; done
kept="$HOME/registry/$(echo "$url" | tr -c 'A-Za-z0-9.\n' _)"
mkdir -p "$HOME/registry"
case "$*" in *"JOB-TOKEN: token of the job"*) ;; *) exit 22 ;; esac
while [ $# -gt 1 ]; do
  case "$1" in
    --upload-file) exec cp "$2" "$kept" ;;
    --output) [ -f "$kept" ] || exit 22; exec cp "$kept" "$2" ;;
  esac
  shift
done
exit 64`;

/** The environment of a login that has set nothing. */
export function bare(home: string): Record<string, string> {
  return { HOME: home, PATH: `${path.join(home, ".local", "bin")}:/usr/bin:/bin`, TZ: "UTC" };
}

/** `bash --noprofile --norc -eo pipefail`, as GitHub documents it for `shell: bash`. */
export function shellRun(text: string, { cwd, env }: { readonly cwd: string; readonly env: Record<string, string> }) {
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", text], {
    cwd,
    env,
    encoding: "utf8",
  });
  return { exit: status ?? -1, log: stdout + stderr };
}
