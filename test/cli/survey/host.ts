import { createReadStream } from "node:fs";
import path from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import type { Desk } from "../../../src/cli/desk.ts";
import type { Host } from "../../../src/cli/host.ts";

export const ROOT = path.resolve(import.meta.dirname, "..", "..", "..");

export interface Told {
  readonly host: Host;
  readonly out: () => string;
  readonly err: () => string;
  /** What was asked at the desk. */
  readonly asked: () => string;
}

interface World {
  /** What is typed at the desk, Enter included; null: there is no desk. */
  readonly typed?: string | null;
  readonly stdin?: string;
  readonly terminal?: boolean;
}

/** A machine on the 22nd of November 2026, with everything that is written kept. */
export function world({ typed = "", stdin = "", terminal = false }: World = {}): Told {
  const [out, err, asked] = [recorder(), recorder(), recorder()];
  const host: Host = {
    stdout: out.stream,
    stderr: err.stream,
    width: 80,
    height: terminal ? 24 : null,
    color: { out: false, err: false },
    terminal,
    quiet: false,
    debug: false,
    desk: typed === null ? null : deskWith(typed, asked.stream),
    now: () => new Date(2026, 10, 22, 9, 30),
    node: "v20.0.0",
    root: ROOT,
    open: (name) => (name === "-" ? Readable.from([Buffer.from(stdin)]) : createReadStream(name)),
  };
  return { host, out: out.text, err: err.text, asked: asked.text };
}

function deskWith(typed: string, output: Writable): Desk {
  const input = new PassThrough();
  input.end(typed);
  return {
    input,
    output,
    color: false,
    plain: false,
    size: () => ({ width: 80, height: 24 }),
    attend: () => () => undefined,
    attended: () => false,
  };
}

function recorder() {
  const chunks: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join("") };
}
