import { PassThrough, Writable } from "node:stream";
import type { Desk, Watch } from "../../../src/cli/desk.ts";

export interface FakeDesk {
  readonly desk: Desk;
  /** Keys as a terminal sends them; they are taken before this returns. */
  send(keys: string): Promise<void>;
  /** What the window shows, without trailing blank lines. */
  window(): string;
  /** Row and column of the cursor, from 0; null: hidden. */
  cursor(): { row: number; column: number } | null;
  /** Everything ever written to it. */
  written(): string;
  watch(): Watch;
  resize(width: number, height: number): void;
}

interface FakeDeskOptions {
  readonly width?: number;
  readonly height?: number;
  readonly plain?: boolean;
}

/** A keyboard that tests press, and a window as a terminal would show it. */
export function createFakeDesk({ width = 80, height = 24, plain = false }: FakeDeskOptions = {}): FakeDesk {
  const input = new PassThrough();
  let written = "";
  let size = { width, height };
  const watches: Watch[] = [];
  const output = new Writable({
    decodeStrings: false,
    write: (chunk: string, _encoding, done) => {
      written += chunk;
      done();
    },
  });
  const desk: Desk = {
    input,
    output,
    color: false,
    plain,
    size: () => size,
    attended: () => watches.length > 0,
    attend: (watch) => {
      watches.push(watch);
      return () => watches.splice(watches.indexOf(watch), 1);
    },
  };
  return {
    desk,
    send: async (keys) => {
      input.write(keys);
      await new Promise((resolve) => setImmediate(resolve));
    },
    window: () => emulate(written).rows.join("\n").trimEnd(),
    cursor: () => emulate(written).cursor,
    written: () => written,
    watch: () => watches.at(-1)!,
    resize: (w, h) => {
      size = { width: w, height: h };
      watches.at(-1)!.resize();
    },
  };
}

const ESCAPE = "\u001b";

/** Just as much of a terminal as the canvas uses; anything else is a failure. */
function emulate(written: string) {
  let rows: string[] = [""];
  let [row, column, visible] = [0, 0, true];
  const control = (code: string) => {
    const place = /^(?:(\d+);(\d+))?H$/.exec(code);
    if (place !== null) [row, column] = [Number(place[1] ?? 1) - 1, Number(place[2] ?? 1) - 1];
    else if (code === "2K") rows[row] = "";
    else if (code === "J") rows = [...rows.slice(0, row), (rows[row] ?? "").slice(0, column)];
    else if (code === "?25h" || code === "?25l") visible = code === "?25h";
    else if (!/^(?:\?1049[hl]|\?2004[hl]|0m|3J|2J)$/.test(code))
      throw new Error(`A control the canvas has no use for: ${code}`);
  };
  const write = (text: string) => {
    while (rows.length <= row) rows.push("");
    const line = (rows[row] ?? "").padEnd(column);
    rows[row] = line.slice(0, column) + text + line.slice(column + text.length);
    column += text.length;
  };
  for (const part of written.split(/(?=\p{Cc}\[)|(?<=\p{Cc}\[[?\d;]*[A-Za-z])|(\r\n)/u)) {
    if (part === undefined || part === "") continue;
    if (part === "\r\n") [row, column] = [row + 1, 0];
    else if (part.startsWith(`${ESCAPE}[`)) control(part.slice(2));
    else write(part);
  }
  return { rows, cursor: visible ? { row, column } : null };
}
