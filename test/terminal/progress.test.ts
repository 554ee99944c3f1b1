import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createWorkshop, RUN, withoutTmux } from "./terminal.ts";

const workshop = createWorkshop();
afterAll(() => workshop.close());

const TEAM = path.resolve(import.meta.dirname, "..", "scenarios", "files", "team.yaml");

/** Gives rows of some megabytes every half second, five times. */
const SLOWLY = `
  const rows = Buffer.from("4,5,2,${"x".repeat(80)}\\n".repeat(60_000));
  process.stdout.write("O1,O2,O3,comment\\n");
  let left = 5;
  const timer = setInterval(() => {
    process.stdout.write(rows);
    left -= 1;
    if (left === 0) clearInterval(timer);
  }, 500);
`;

describe.skipIf(withoutTmux !== "")(`progress on long work${withoutTmux}`, { timeout: 60_000 }, () => {
  const feed = path.join(workshop.folder, "slowly.mjs");
  writeFileSync(feed, SLOWLY);
  const scored = (more: string) =>
    `sh -c "node slowly.mjs | ${RUN} score - -f '${TEAM}' --only scores -o json:audit.json ${more}"`;

  it("is one line on the terminal, which is gone at the end", async () => {
    const terminal = workshop.open(scored(""));
    expect(await terminal.shows(/^Reading: [\d,]+ rows, \d+(?:\.\d)? MB, [\d.]+ MB\/s$/m)).not.toMatch(
      /Reading.*\n.*Reading/,
    );
    expect(await terminal.shows("[exit 0]")).not.toContain("Reading");
    expect(terminal.everything()).not.toContain("Reading");
  });

  it("is there for inspect as well", async () => {
    const terminal = workshop.open(`sh -c "node slowly.mjs | ${RUN} inspect - -f '${TEAM}' -o json:inspection.json"`);
    await terminal.shows(/^Reading: [\d,]+ rows/m);
    expect(await terminal.shows("[exit 0]")).not.toContain("Reading");
  });

  it("is taken away when the run is interrupted", async () => {
    const terminal = workshop.open(scored(""));
    await terminal.shows("Reading: ");
    terminal.press("C-c");
    const words = await terminal.shows("[exit 130]");
    expect(words).not.toContain("Reading");
    expect(words).toMatch(/^Interrupted: nothing half-written is left behind\.$/m);
  });

  it("does not come where standard error is a file, on a plain terminal, or with --quiet", async () => {
    const runs = [scored("2> notes.txt"), `TERM=dumb ${scored("")}`, scored("--quiet")].map((line) =>
      workshop.open(line),
    );
    for (const terminal of runs) {
      await terminal.shows("[exit 0]");
      expect(terminal.everything()).not.toContain("Reading");
    }
    expect(readFileSync(path.join(workshop.folder, "notes.txt"), "utf8")).not.toContain("Reading");
  });
});
