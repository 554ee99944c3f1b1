import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { QUIET } from "../../src/cli/prompts/quiet.ts";

/** A window in which a command runs, as a person would see and use it. */
export interface Terminal {
  /** Named keys, as tmux calls them: Enter, Escape, Left, C-c. */
  press(...keys: readonly string[]): void;
  /** Text, sign by sign as it stands. */
  type(text: string): void;
  /** As if it came from the clipboard, marked as a paste where the program asked for that. */
  paste(text: string): void;
  /** What is on the window now, without blank lines at its end. */
  window(): string;
  /** The window and everything that scrolled out of it. */
  everything(): string;
  /** Waits until the window shows this; fails with what it shows instead. */
  shows(text: string | RegExp): Promise<string>;
  resize(columns: number, rows: number): void;
  /** Closes the window over the head of whatever runs in it. */
  hangUp(): void;
  /** Sends a signal to the command itself. */
  kill(signal: NodeJS.Signals): void;
}

interface Size {
  readonly columns: number;
  readonly rows: number;
}

export interface Workshop {
  /** A folder of its own. */
  readonly folder: string;
  /** Runs a shell command line in a new window, in that folder. Its exit code is shown when it ends: "[exit 0]". */
  open(command: string, size?: Size): Terminal;
  close(): void;
}

export const PROGRAM = fileURLToPath(new URL("../../bin/trust-audit.js", import.meta.url));
/** The built command, as the start of a shell command line. */
export const RUN = `node '${PROGRAM}'`;

/** Why there are no such tests here, if so. */
export const withoutTmux = spawnSync("tmux", ["-V"]).status === 0 ? "" : " (skipped: tmux is not installed)";

const PATIENCE = 15_000;

/** After a turn, keys that were typed ahead are dropped for a moment. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, QUIET + 100));

/** Waits for what happens outside the window. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  if (!holds()) throw new Error("It never came to that.");
}

export function createWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), "trust-audit-terminal-"));
  const folder = join(root, "desk");
  mkdirSync(folder);
  const socket = `trust-audit-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const tmux = (...parameters: readonly string[]) => {
    // Tests of the program's own look need its colours, and a locale that knows more than ASCII.
    const env = { ...process.env, LC_ALL: "C.UTF-8", TMUX: "" };
    const run = spawnSync("tmux", ["-u", "-L", socket, "-f", "/dev/null", ...parameters], { encoding: "utf8", env });
    if (run.status !== 0) throw new Error(`tmux ${parameters.join(" ")}: ${run.stderr}`);
    return run.stdout;
  };
  let windows = 0;
  return {
    folder,
    open: (command, { columns, rows } = { columns: 80, rows: 24 }) => {
      windows += 1;
      const name = `w${windows}`;
      // The shell must outlive an interruption of what it runs, to say how that ended.
      const pid = join(root, name);
      const line = `trap : INT QUIT; sh -c 'echo $$ > "$0"; exec "$@"' '${pid}' env ${command}; echo "[exit $?]"; exec sleep 600`;
      tmux("new-session", "-d", "-s", name, "-x", String(columns), "-y", String(rows), "-c", folder, "sh", "-c", line);
      return {
        ...terminalOf(name, tmux),
        kill: (signal) => void process.kill(Number(readFileSync(pid, "utf8")), signal),
      };
    },
    close: () => {
      spawnSync("tmux", ["-L", socket, "kill-server"]);
      removeAll(root);
    },
  };
}

/** What was hung up may still be putting its files in order. */
function removeAll(folder: string): void {
  for (let tries = 50; existsSync(folder); tries--)
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (tries === 0) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
}

function terminalOf(name: string, tmux: (...parameters: readonly string[]) => string): Omit<Terminal, "kill"> {
  const capture = (...more: readonly string[]) =>
    tmux("capture-pane", "-p", "-t", name, ...more)
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n")
      .trimEnd();
  const holds = (text: string | RegExp) => {
    const now = capture();
    return typeof text === "string" ? now.includes(text) : text.test(now);
  };
  return {
    press: (...keys) => void tmux("send-keys", "-t", name, ...keys),
    type: (text) => void tmux("send-keys", "-t", name, "-l", text),
    paste: (text) => {
      tmux("set-buffer", "-b", name, text);
      tmux("paste-buffer", "-p", "-r", "-b", name, "-t", name);
    },
    window: () => capture(),
    everything: () => capture("-S", "-"),
    shows: async (text) => {
      const deadline = Date.now() + PATIENCE;
      while (!holds(text)) {
        if (Date.now() > deadline)
          throw new Error(`The window never showed ${String(text)}, but:\n${capture("-S", "-")}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      return capture();
    },
    resize: (columns, rows) => void tmux("resize-window", "-t", name, "-x", String(columns), "-y", String(rows)),
    hangUp: () => void tmux("kill-session", "-t", name),
  };
}
