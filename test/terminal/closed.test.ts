import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WHOLE } from "../part.ts";
import { createWorkshop, RUN, until, type Workshop, withoutTmux } from "./terminal.ts";

const SURVEY = `${RUN} survey -f trust-equation --audience employees`;
const FIRST = "Our company has the skills";

let shop: Workshop;
beforeEach(() => {
  shop = createWorkshop();
});
afterEach(() => shop.close());

const files = () => readdirSync(shop.folder);

describe.skipIf(withoutTmux !== "")(`a terminal that is closed${withoutTmux}`, () => {
  const RUNS = WHOLE ? 5 : 2;

  it.each([
    ["drawn", "", "Question 2 of"],
    ["plain", "--screen-reader", "Question 2 of"],
    ["taking sheets", "--entry", "› 4"],
    ["taking sheets in plain lines", "--entry --screen-reader", "Sheet code"],
  ])("ends the survey at once and never with an abort: %s", async (_way, flag, shows) => {
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of files()) rmSync(join(shop.folder, name));
      const script = `trap : HUP\n${SURVEY} ${flag}\necho $? > code.new\nmv code.new code\n`;
      writeFileSync(join(shop.folder, "run.sh"), script);
      const terminal = shop.open("sh run.sh");
      if (!flag.includes("--entry")) {
        await terminal.shows(/Enter (to )?begin/);
        terminal.press("Enter");
        await terminal.shows(FIRST);
      } else await terminal.shows("Sheet code");
      terminal.type("4");
      if (flag === "--screen-reader") terminal.press("Enter");
      await terminal.shows(shows);
      terminal.hangUp();
      await until(() => files().includes("code"));
      expect(["129", "130"]).toContain(readFileSync(join(shop.folder, "code"), "utf8").trim());
      expect(files().some((name) => name.includes(".lock"))).toBe(false);
      expect(files().filter((name) => name.startsWith("core"))).toEqual([]);
    }
  });
});
