import type { Readable, Writable } from "node:stream";
import { isatty } from "node:tty";

/** Where somebody sits: a keyboard, and a screen to draw on. */
export interface Desk {
  readonly input: Readable;
  /** Never standard output when that is needed for results and standard error is a terminal too. */
  readonly output: Writable;
  readonly color: boolean;
  /** Plain lines, nothing drawn over: for a terminal that cannot move its cursor (TERM=dumb), or a screen reader. */
  readonly plain: boolean;
  /** Columns and lines of the window. */
  size(): { readonly width: number; readonly height: number };
  /** From now on, until the function it gives back is called, an interruption is told to the watch and ends nothing. */
  attend(watch: Watch): () => void;
  /** Somebody is being asked right now. */
  attended(): boolean;
}

export interface Watch {
  /** An interruption, a hang-up, a request to end, or a keyboard that is gone. */
  leave(): void;
  /** The window has another size. */
  resize(): void;
  /** The process ends at once: what must be put right is put right now or never. */
  end(): void;
}

/** Ctrl-Z and Ctrl-\ are among them where the terminal does the editing: they would leave the answers to whoever looks next. */
const SIGNALS = ["SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT", "SIGTSTP"] as const;

/** Null where nobody can be asked: the input is no keyboard, or there is no screen. */
export function createDesk(process: NodeJS.Process, color: { out: boolean; err: boolean }): Desk | null {
  const { stdin, stdout, stderr } = process;
  const output = stderr.isTTY ? stderr : stdout;
  if (stdin.isTTY !== true || output.isTTY !== true) return null;
  const ending = createEnding(process);
  let watchers = 0;
  return {
    input: stdin,
    output,
    color: output === stderr ? color.err : color.out,
    plain: process.env["TERM"] === "dumb",
    size: () => ({ width: output.columns || 80, height: output.rows || 24 }),
    attended: () => watchers > 0,
    attend: (watch) => {
      watchers += 1;
      ending.guard();
      const stop = listen(process, output, watch);
      return () => {
        watchers -= 1;
        ending.settle();
        stop();
      };
    },
  };
}

function listen(process: NodeJS.Process, output: NodeJS.WriteStream, watch: Watch): () => void {
  const { stdin } = process;
  for (const signal of SIGNALS) process.on(signal, watch.leave);
  stdin.on("error", watch.leave);
  output.on("resize", watch.resize);
  process.once("exit", watch.end);
  return () => {
    for (const signal of SIGNALS) process.off(signal, watch.leave);
    stdin.off("error", watch.leave);
    output.off("resize", watch.resize);
    process.off("exit", watch.end);
  };
}

/**
 * The end of a process whose terminal may be closed at any moment. A terminal that is gone refuses whatever it is told, and
 * says so to nobody who listens: that must end nothing with a stack trace, not even later. Nor with an abort, which may write
 * the memory, answers and all, into a file: Node aborts where it cannot put the terminal back as it was. So such a process
 * ends as the closed window meant it to, but not before it has saved and given the journal free.
 */
function createEnding(process: NodeJS.Process): { guard(): void; settle(): void } {
  const streams = [process.stdin, process.stdout, process.stderr].filter(({ isTTY }) => isTTY);
  const open = streams.filter(({ fd }) => isatty(fd));
  const isGone = () => !open.every(({ fd }) => isatty(fd));
  let isGuarded = false;
  let isHungUp = false;
  const hangUp = () => {
    isHungUp = true;
  };
  return {
    guard: () => {
      process.on("SIGHUP", hangUp);
      if (isGuarded) return;
      isGuarded = true;
      for (const stream of streams) stream.on("error", ignore);
      process.once("exit", () => {
        if (!isGone()) return;
        process.removeAllListeners("SIGHUP");
        process.kill(process.pid, "SIGHUP");
      });
    },
    settle: () => {
      // One closed window sends more than one signal: the second must not cut short what the first began.
      if (!isHungUp && !isGone()) process.off("SIGHUP", hangUp);
    },
  };
}

function ignore(): void {
  // Whoever listens to the end of the input knows already.
}
