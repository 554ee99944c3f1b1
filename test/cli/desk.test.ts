import { EventEmitter } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { createDesk } from "../../src/cli/desk.ts";

const COLOUR = { out: false, err: true };

function stream(isTTY: boolean, more = {}) {
  return Object.assign(new EventEmitter(), { isTTY, ...more });
}

interface World {
  readonly stdin?: boolean;
  readonly stdout?: boolean;
  readonly stderr?: boolean;
  readonly env?: Record<string, string>;
}

function processOf({ stdin = true, stdout = true, stderr = true, env = {} }: World = {}) {
  return Object.assign(new EventEmitter(), {
    stdin: stream(stdin),
    stdout: stream(stdout, { columns: 100, rows: 30 }),
    stderr: stream(stderr, { columns: 120, rows: 40 }),
    env,
  }) as unknown as NodeJS.Process;
}

describe("the desk", () => {
  it("is there only for somebody with a keyboard and a screen", () => {
    expect(createDesk(processOf({ stdin: false }), COLOUR)).toBeNull();
    expect(createDesk(processOf({ stdout: false, stderr: false }), COLOUR)).toBeNull();
    expect(createDesk(processOf({ stdout: false }), COLOUR)).not.toBeNull();
    expect(createDesk(processOf({ stderr: false }), COLOUR)).not.toBeNull();
  });

  it("is drawn on standard error where that is a screen, in its own size and colour", () => {
    const both = processOf();
    expect(createDesk(both, COLOUR)).toMatchObject({ output: both.stderr, color: true, plain: false });
    expect(createDesk(both, COLOUR)?.size()).toEqual({ width: 120, height: 40 });
    const one = processOf({ stderr: false, env: { TERM: "dumb" } });
    expect(createDesk(one, COLOUR)).toMatchObject({ output: one.stdout, color: false, plain: true });
    expect(createDesk(one, COLOUR)?.size()).toEqual({ width: 100, height: 30 });
  });

  it("tells the watch about every way to be interrupted, and only while it is attended", () => {
    const world = processOf();
    const desk = createDesk(world, COLOUR);
    const watch = { leave: vi.fn(), resize: vi.fn(), end: vi.fn() };
    expect(desk?.attended()).toBe(false);
    const stop = desk?.attend(watch);
    expect(desk?.attended()).toBe(true);
    for (const signal of ["SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT", "SIGTSTP"])
      world.emit(signal as "SIGINT", signal as "SIGINT");
    world.stdin.emit("error", new Error("read EIO"));
    expect(watch.leave).toHaveBeenCalledTimes(6);
    world.stderr.emit("resize");
    expect(watch.resize).toHaveBeenCalledTimes(1);
    world.emit("exit", 0);
    expect(watch.end).toHaveBeenCalledTimes(1);
    stop?.();
    expect(desk?.attended()).toBe(false);
    expect(() => world.stdin.emit("error", new Error("read EIO"))).not.toThrow();
    world.emit("SIGTERM", "SIGTERM");
    expect(watch.leave).toHaveBeenCalledTimes(6);
    expect(["SIGTERM", "SIGINT", "SIGQUIT", "SIGTSTP"].map((signal) => world.listenerCount(signal))).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it("leaves a hang-up to the system again, but where there was one: the next would cut its end short", () => {
    const world = processOf();
    const desk = createDesk(world, COLOUR);
    const watch = { leave: vi.fn(), resize: vi.fn(), end: vi.fn() };
    desk?.attend(watch)();
    expect(world.listenerCount("SIGHUP")).toBe(0);
    const stop = desk?.attend(watch);
    world.emit("SIGHUP", "SIGHUP");
    stop?.();
    expect(world.listenerCount("SIGHUP")).toBe(1);
  });

  it("hears nobody when a screen that is gone refuses what is written", () => {
    const world = processOf();
    createDesk(world, COLOUR)?.attend({ leave: vi.fn(), resize: vi.fn(), end: vi.fn() });
    for (const one of [world.stdin, world.stdout, world.stderr])
      expect(() => one.emit("error", new Error("write EIO"))).not.toThrow();
  });
});
