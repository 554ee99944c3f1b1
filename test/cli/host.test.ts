import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { createHost } from "../../src/cli/host.ts";

const FLAGS = { color: true, quiet: false, debug: false };

function processOf(isTTY: boolean, env: Record<string, string> = {}) {
  const stderr = Object.assign(new EventEmitter(), { isTTY, columns: 97 });
  const known = { stdout: new EventEmitter(), stderr, env, version: "v20.19.0" };
  return { stderr, process: known as unknown as NodeJS.Process };
}

describe("a status line", () => {
  it("is for a terminal that can write a line over, in its width of the moment", () => {
    const { stderr, process } = processOf(true, { TERM: "xterm" });
    const { status } = createHost(process, "", FLAGS);
    expect(status?.columns).toBe(97);
    stderr.columns = 41;
    expect(status?.columns).toBe(41);
  });

  it("is for nobody else", () => {
    expect(createHost(processOf(false).process, "", FLAGS).status).toBeNull();
    expect(createHost(processOf(true, { TERM: "dumb" }).process, "", FLAGS).status).toBeNull();
  });
});
