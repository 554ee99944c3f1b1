import { describe, expect, it } from "vitest";
import { CORES } from "./both-cores.ts";
import { blockRows, put, taughtCore } from "./taught-table.ts";

describe.each(CORES)("what the %s core is taught", (_name, createCore) => {
  it("learns while it goes, and learns anew", () => {
    const core = taughtCore(createCore);
    const end = put(core, "t,new,S,,2\nt,new,S,,2\n");
    expect(core.scan(0, end)).toBe("unusual");
    expect(core.learn(1, Buffer.from("new"), 77)).toBe(true);
    expect(core.scan(0, end)).toBe("end");
    expect(core.learn(1, Buffer.from("new"), 78)).toBe(true);
    expect(core.learn(1, Buffer.from("1"), 79)).toBe(true);
    const again = put(core, 't,new,S,,2\nt,1,S,,2\nt,"1",S,,1\n');
    expect(core.scan(0, again)).toBe("end");
    expect(blockRows(core).map(({ codes }) => [codes[1], codes[0]])).toEqual([
      [77, 2],
      [77, 2],
      [78, 2],
      [79, 2],
      [79, 1],
    ]);
  });

  it("takes texts that no ordinary cell has, and never meets them", () => {
    const core = taughtCore(createCore);
    for (const text of ['a"b', "a\nb", "a\rb", '"']) expect(core.learn(1, Buffer.from(text), 6)).toBe(true);
    for (const row of [
      't,a"b,S,,2\n',
      't,"a""b",S,,2\n',
      't,"a\nb",S,,2\n',
      't,"a\rb",S,,2\n',
      't,",S,,2\n',
      't,"""",S,,2\n',
    ])
      expect(core.scan(0, put(core, row))).toBe("unusual");
    expect(core.rows).toBe(0);
  });

  it("says so when it has no more room, and still knows what it knew", () => {
    const core = taughtCore(createCore);
    let known = 0;
    while (known < 70_000 && core.learn(2, Buffer.from(`team ${known * 7919}`), known % 65_536)) known++;
    expect(known).toBeGreaterThan(2000);
    const asked = [0, 1, 1000, known - 1];
    const end = put(core, asked.map((one) => `t,1,team ${one * 7919},,2\n`).join(""));
    expect(core.scan(0, end)).toBe("end");
    expect(blockRows(core).map(({ keys }) => keys[0])).toEqual(asked.map((one) => one % 65_536));
    expect(core.scan(0, put(core, `t,1,team ${known * 7919},,2\n`))).toBe("unusual");
  });
});
