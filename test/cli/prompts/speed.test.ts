import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runInterview } from "../../../src/cli/prompts/interview.ts";
import { begin } from "../../../src/interview/machine.ts";
import { createJournal } from "../../../src/sources/journal/journal.ts";
import { createFakeDesk } from "./fake-desk.ts";
import { planOf } from "./plan.ts";

/** From the key to the next question, with the answer on a real disk between. Milliseconds. */
const LONGEST = 50;

it("shows the next question at once, journal included", async () => {
  const folder = mkdtempSync(join(tmpdir(), "trust-audit-speed-"));
  const plan = planOf();
  const items = Array.from({ length: 60 }, (_, at) => ({
    ...plan.items[at % 3]!,
    id: `Q${at}`,
    text: `Question number ${at}.`,
  }));
  const journal = createJournal(join(folder, "a.journal"), plan.setup);
  try {
    const fake = createFakeDesk({ width: 140, height: 50 });
    const ended = runInterview({ state: begin({ ...plan, items }), journal, desk: fake.desk });
    while (!fake.desk.attended()) await new Promise((resolve) => setTimeout(resolve, 1));
    await fake.send("\r");
    const times: number[] = [];
    for (let at = 1; at < items.length; at += 1) {
      const started = performance.now();
      await fake.send(String((at % 5) + 1));
      times.push(performance.now() - started);
      expect(fake.written().slice(-4000)).toContain(`Question number ${at}.`);
    }
    fake.watch().leave();
    await ended;
    // Once the machine may have been busy with something else.
    const longest = times
      .slice(0, 40)
      .sort((a, b) => a - b)
      .at(-2);
    expect(longest).toBeLessThan(LONGEST);
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length / 2)]).toBeLessThan(LONGEST);
    if (process.env["SHOW_TIMES"] !== undefined) process.stderr.write(`median ${times[30]} max ${times.at(-1)}\n`);
  } finally {
    journal.close();
    rmSync(folder, { recursive: true });
  }
});
