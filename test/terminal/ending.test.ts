import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { part } from "../part.ts";
import { createWorkshop, RUN, type Terminal, type Workshop, withoutTmux } from "./terminal.ts";

const SURVEY = `${RUN} survey -f trust-equation --audience employees --entry`;
const SHEETS = 6;

let shop: Workshop;
beforeEach(() => {
  shop = createWorkshop();
});
afterEach(() => shop.close());

const journals = () => readdirSync(shop.folder).filter((name) => name.includes(".journal"));

/** A survey of people on paper, up to the question about its journal. */
async function ended(columns: number, rows: number): Promise<Terminal> {
  const terminal = shop.open(SURVEY, { columns, rows });
  for (let sheet = 1; sheet <= SHEETS; sheet += 1) {
    await terminal.shows(`Sheet ${sheet}`);
    const [a, b] = [1 + (sheet % 5), 1 + (sheet % 4)];
    terminal.type(`4${a}25${b} 5${b}32${a} 4${a}32${b} 3${b}42${a} ${sheet}`);
    terminal.press("Enter");
    await terminal.shows("Enter takes it");
    terminal.press("Enter");
  }
  await terminal.shows(`Sheet ${SHEETS + 1}`);
  terminal.type("end");
  terminal.press("Enter");
  await terminal.shows("[Y/n]");
  return terminal;
}

describe.skipIf(withoutTmux !== "")(`the end of a survey at a real terminal${withoutTmux}`, () => {
  const sizes = [
    [60, 24],
    [80, 24],
    [140, 50],
  ] as const;
  it.each(part(sizes, 3))("leaves the whole result on a window of %i × %i", async (columns, rows) => {
    const terminal = await ended(columns, rows);
    expect(terminal.window()).toContain("The answers are safe in trust-equation-");
    expect(journals()).not.toEqual([]);
    terminal.press("Enter");
    const window = await terminal.shows("[exit 0]");
    // The name of the framework is a line above: here the exit code stands where a prompt would, and a blank line more.
    for (const words of ["Trust quotient", "interval", "from 6 people", "Strongest", "To talk about", "Where to start"])
      expect(window).toContain(words);
    expect(window).toContain("The journal is deleted.");
    expect(journals()).toEqual([]);
  });

  it.each(part(["SIGTERM", "SIGHUP", "SIGKILL"] as const, 2))(
    "comes to the same when its question meets a %s",
    async (signal) => {
      const terminal = await ended(100, 60);
      const [journal = ""] = journals().filter((name) => name.endsWith(".journal"));
      const endings = [".csv", ".md", ".json"].map((ending) => journal.replace(".journal", ending));
      const contents = () => endings.map((name) => readFileSync(join(shop.folder, name), "utf8"));
      const before = contents();
      terminal.kill(signal);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(journals()).toContain(journal);
      const again = shop.open(`${RUN} survey --resume ${journal} --delete-journal`, { columns: 100, rows: 60 });
      await again.shows("[exit 0]");
      expect(contents()).toEqual(before);
      expect(
        readdirSync(shop.folder)
          .filter((name) => name.startsWith("trust-equation"))
          .sort(),
      ).toEqual(endings.sort());
    },
  );

  it("keeps the journal at Ctrl-C, says so, and shows the result all the same", async () => {
    const terminal = await ended(100, 60);
    terminal.press("C-c");
    const window = await terminal.shows("[exit 0]");
    expect(window).toMatch(/The journal is kept\. To delete it: rm trust-equation-.*\.journal/);
    expect(window).toContain("Trust quotient");
    expect(journals()).toHaveLength(1);
  });
});
