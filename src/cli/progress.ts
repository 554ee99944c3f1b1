import type { Progress } from "../pipeline.ts";
import { count, figure } from "../render/numbers.ts";
import type { Host } from "./host.ts";

/** One line on the terminal, written over again and again while exports are read. */
export interface ProgressLine {
  show(done: Progress): void;
  /** Takes the line away, for good: before anything else is written. Once more does nothing. */
  end(): void;
}

/** Milliseconds: what is over sooner needs no line, and nobody reads faster than the other. */
const FIRST = 1000;
const OFTEN = 100;
/** A terminal that is told to: to the first column, and blank to the end of the line. */
const ERASE = "\r\u001b[K";

/** Null where nobody would see it: standard error is no terminal, or one that cannot write a line over, or --quiet. */
export function createProgressLine({ stderr, status = null, quiet, now }: Host): ProgressLine | null {
  if (status === null || quiet) return null;
  const started = now().getTime();
  let last = started + FIRST - OFTEN;
  let isShown = false;
  let hasEnded = false;
  const end = () => {
    hasEnded = true;
    process.off("exit", end);
    if (isShown) stderr.write(ERASE);
    isShown = false;
  };
  // An interrupted run leaves no half line in front of the prompt.
  process.once("exit", end);
  return {
    show: (done) => {
      const time = now().getTime();
      if (hasEnded || time - last < OFTEN) return;
      last = time;
      isShown = true;
      // A line as long as the window would begin another one in some.
      stderr.write(`${ERASE}${progressText(done, { milliseconds: time - started, width: status.columns - 1 })}`);
    },
    end,
  };
}

/** "Reading: 1,240,000 rows, 148 of 600 MB, 312 MB/s, 2 s left": as much of it as fits. */
export function progressText(
  { rows, bytes, total }: Progress,
  { milliseconds, width }: { readonly milliseconds: number; readonly width: number },
): string {
  const rate = bytes / milliseconds;
  const people = `${count(rows)} ${rows === 1 ? "row" : "rows"}`;
  const size = total === null ? `${megabytes(bytes)} MB` : `${megabytes(bytes)} of ${megabytes(total)} MB`;
  const speed = `${megabytes(rate * 1000)} MB/s`;
  const left = total === null || rate === 0 ? [] : [`${timeText((total - bytes) / rate / 1000)} left`];
  const ways = [[people, size, speed, ...left], [people, speed, ...left], [people, ...left], [people]];
  const texts = ways.map((parts) => `Reading: ${parts.join(", ")}`);
  return texts.find((text) => text.length <= width) ?? "";
}

function megabytes(bytes: number): string {
  const size = bytes / 1e6;
  return size < 0.05 ? `under ${figure(1)(0.1)}` : figure(size < 9.95 ? 1 : 0)(size);
}

/** The larger two of hours, minutes and seconds. */
function timeText(seconds: number): string {
  if (seconds < 1) return "under 1 s";
  if (seconds < 59.5) return `${count(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${count(minutes)} min ${count(Math.floor(seconds % 60))} s`;
  return `${count(Math.floor(minutes / 60))} h ${count(minutes % 60)} min`;
}
